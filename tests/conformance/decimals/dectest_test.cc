// Decimal against decTest, the test vectors of decimal128 (files dq*.decTest, by IBM, which Debian
// ships in libpython3.11-testsuite). Every operation that Decimal has is held to every vector of
// it: value and number of digits behind the point. Vectors with operands that Decimal does not hold
// (infinity, not-a-number, bit patterns) and operations it has not are counted apart and printed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"

namespace {

namespace fs = std::filesystem;

fs::path vectors() {
    const char* given = std::getenv("DECTEST_DIR");
    return given == nullptr ? "/usr/lib/python3.11/test/decimaltestdata" : given;
}

// One line of a file: "dqadd001 add 1 1 -> 2", under the rounding said last before it.
struct Vector {
    std::string id;
    std::string operation;
    std::vector<std::string> operands;
    std::string expected;
    std::string rounding;
};

struct Count {
    std::size_t held = 0;
    std::size_t broken = 0;
    std::size_t passed_over = 0;
};

// Cuts a line at spaces; a text in quotation marks is one word without them.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::size_t i = 0;
    while (i < line.size()) {
        if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r') {
            ++i;
            continue;
        }
        std::string word;
        const char quote = line[i] == '\'' || line[i] == '"' ? line[i] : '\0';
        if (quote != '\0') {
            for (++i; i < line.size() && line[i] != quote; ++i) {
                word += line[i];
            }
            ++i;
        } else {
            for (; i < line.size() && line[i] != ' ' && line[i] != '\t' && line[i] != '\r'; ++i) {
                word += line[i];
            }
        }
        if (quote == '\0' && word.starts_with("--")) {
            break;
        }
        words.push_back(word);
    }
    return words;
}

std::optional<Vector> vector_of(const std::vector<std::string>& words,
                                const std::string& rounding) {
    std::size_t arrow = 0;
    while (arrow < words.size() && words[arrow] != "->") {
        ++arrow;
    }
    if (arrow < 3 || arrow + 1 >= words.size()) {
        return std::nullopt;
    }
    return Vector{words[0], base::lower(words[1]),
                  std::vector<std::string>(words.begin() + 2,
                                           words.begin() + static_cast<std::ptrdiff_t>(arrow)),
                  words[arrow + 1], rounding};
}

std::optional<Rounding> rounding_of(const std::string& name) {
    static const std::map<std::string, Rounding> names = {
        {"half_even", Rounding::half_even}, {"half_up", Rounding::half_up},
        {"half_down", Rounding::half_down}, {"up", Rounding::up},
        {"down", Rounding::down},           {"floor", Rounding::floor},
        {"ceiling", Rounding::ceiling}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional<Rounding>(found->second);
}

// How many digits stand behind the point of a text, negative for noughts before it.
int places_of(const std::string& text) {
    const std::size_t e = text.find_first_of("eE");
    const std::string digits = text.substr(0, e);
    const std::size_t point = digits.find('.');
    const int behind = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    return behind - (e == std::string::npos ? 0 : std::atoi(text.c_str() + e + 1));
}

using Operands = std::vector<Decimal>;
using Found = std::optional<Decimal>;

Found finite(const Decimal& number) {
    return number.is_finite() ? Found(number) : std::nullopt;
}

Found compared(const Operands& of) {
    const std::strong_ordering order = of[0] <=> of[1];
    return Decimal(order < 0 ? -1 : order > 0 ? 1 : 0);
}

// The operations that round half-even and nothing else.
const std::map<std::string, std::function<Found(const Operands&)>>& operations() {
    static const std::map<std::string, std::function<Found(const Operands&)>> known = {
        {"add", [](const Operands& of) { return finite(of[0] + of[1]); }},
        {"subtract", [](const Operands& of) { return finite(of[0] - of[1]); }},
        {"multiply", [](const Operands& of) { return finite(of[0] * of[1]); }},
        {"divide", [](const Operands& of) { return Decimal::divide(of[0], of[1]); }},
        {"minus", [](const Operands& of) { return Found(-of[0]); }},
        {"copynegate", [](const Operands& of) { return Found(-of[0]); }},
        {"abs", [](const Operands& of) { return Found(of[0].absolute()); }},
        {"copyabs", [](const Operands& of) { return Found(of[0].absolute()); }},
        {"compare", compared},
        {"comparesig", compared},
        {"tosci", [](const Operands& of) { return Found(of[0]); }},
        {"toeng", [](const Operands& of) { return Found(of[0]); }},
        {"apply", [](const Operands& of) { return Found(of[0]); }},
        {"copy", [](const Operands& of) { return Found(of[0]); }},
        {"plus", [](const Operands& of) { return finite(of[0] + Decimal(0)); }},
    };
    return known;
}

Found rounded_to_whole(const std::string& text, Rounding rounding) {
    const Decimal number = *Decimal::parse(text);
    return places_of(text) > 0 ? number.rounded(0, rounding) : Found(number);
}

// A text that Decimal could hold: a number, not a bit pattern, infinity or not-a-number.
bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_of("0123456789") != std::string::npos &&
           text.find_first_not_of("0123456789+-.eE") == std::string::npos;
}

bool may_be_held(const Vector& vector) {
    for (const std::string& each : vector.operands) {
        if (!is_number(each)) {
            return false;
        }
    }
    return is_number(vector.expected) || vector.expected == "NaN" ||
           vector.expected.ends_with("Infinity");
}

// Gives what Decimal makes of a vector; nothing inside where it refuses, nothing at all where the
// operation is not Decimal's.
std::optional<Found> found_for(const Vector& vector) {
    const std::optional<Rounding> rounding = rounding_of(vector.rounding);
    if (!rounding || !may_be_held(vector)) {
        return std::nullopt;
    }
    Operands operands;
    for (const std::string& each : vector.operands) {
        const std::optional<Decimal> read = Decimal::parse(each);
        if (!read) {
            return *rounding == Rounding::half_even ? std::optional<Found>(Found()) : std::nullopt;
        }
        operands.push_back(*read);
    }
    if (vector.operation == "quantize") {
        const int places = places_of(vector.operands[1]);
        return operands[0].rounded(places, *rounding);
    }
    if (vector.operation == "tointegralx") {
        return rounded_to_whole(vector.operands[0], *rounding);
    }
    // FEEL's remainder has the sign of the divisor, so that only numbers of one sign agree.
    if (vector.operation == "remainder" && is_number(vector.expected) &&
        operands[0].is_negative() == operands[1].is_negative()) {
        return Decimal::modulo(operands[0], operands[1]);
    }
    const auto known = operations().find(vector.operation);
    if (known == operations().end() || *rounding != Rounding::half_even) {
        return std::nullopt;
    }
    return known->second(operands);
}

// Compares value and digits; infinity and not-a-number are what Decimal refuses. Texts for
// engineers have noughts of their own.
bool agrees(const Found& found, const Vector& vector) {
    if (!is_number(vector.expected)) {
        return !found;
    }
    const Found wanted = Decimal::parse(vector.expected);
    return found && wanted && *found == *wanted &&
           (vector.operation == "toeng" || found->to_text() == wanted->to_text());
}

void run_file(const fs::path& path, std::map<std::string, Count>& counts) {
    std::ifstream file(path);
    std::string rounding = "half_even";
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> words = words_of(line);
        if (words.size() == 2 && base::lower(words[0]) == "rounding:") {
            rounding = base::lower(words[1]);
        }
        const std::optional<Vector> vector = vector_of(words, rounding);
        if (!vector) {
            continue;
        }
        Count& count = counts[vector->operation];
        const std::optional<Found> found = found_for(*vector);
        if (!found) {
            ++count.passed_over;
        } else if (agrees(*found, *vector)) {
            ++count.held;
        } else {
            ++count.broken;
            ADD_FAILURE() << line << "\n  found "
                          << (*found ? (*found)->to_text() : std::string("nothing"));
        }
    }
}

TEST(DecTest, every_vector_of_every_operation_that_decimal_has_holds) {
    if (!fs::exists(vectors() / "dqAdd.decTest")) {
        GTEST_SKIP() << "the vectors of decTest are not here; looked in " << vectors()
                     << " (package libpython3.11-testsuite)";
    }
    std::map<std::string, Count> counts;
    for (const auto& entry : fs::directory_iterator(vectors())) {
        if (entry.path().filename().string().starts_with("dq")) {
            run_file(entry.path(), counts);
        }
    }
    std::size_t held = 0;
    std::size_t passed_over = 0;
    for (const auto& [operation, count] : counts) {
        held += count.held;
        passed_over += count.passed_over;
        std::cout << operation << ": " << count.held << " hold, " << count.broken << " do not, "
                  << count.passed_over << " passed over\n";
    }
    std::cout << "all: " << held << " hold, " << passed_over << " passed over\n";
    EXPECT_GE(held, 4'700U);  // fewer would mean that the files are not read
}

}  // namespace
