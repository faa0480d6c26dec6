// Decimal against another implementation: 100,000 random operations from one seed, with the results
// of Python's decimal (libmpdec). Exact ones must agree to the last digit; exp, log and power,
// which are not rounded exactly, to 33 digits.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "base/decimal.h"

namespace {

using Found = std::optional<Decimal>;

constexpr int operations = 100'000;
constexpr int seed = 20260501;

Found finite(const Decimal& number) {
    return number.is_finite() ? Found(number) : std::nullopt;
}

std::optional<Rounding> rounding_of(const std::string& operation) {
    static const std::map<std::string, Rounding> names = {
        {"round-half_even", Rounding::half_even}, {"round-half_up", Rounding::half_up},
        {"round-half_down", Rounding::half_down}, {"round-up", Rounding::up},
        {"round-down", Rounding::down},           {"round-floor", Rounding::floor},
        {"round-ceiling", Rounding::ceiling}};
    const auto found = names.find(operation);
    return found == names.end() ? std::nullopt : std::optional<Rounding>(found->second);
}

Found found_for(const std::string& operation, const Decimal& a, const Decimal& b) {
    if (const std::optional<Rounding> rounding = rounding_of(operation)) {
        return a.rounded(static_cast<int>(b.to_int64().value()), *rounding);
    }
    if (operation == "add") {
        return finite(a + b);
    }
    if (operation == "subtract") {
        return finite(a - b);
    }
    if (operation == "multiply") {
        return finite(a * b);
    }
    if (operation == "divide") {
        return Decimal::divide(a, b);
    }
    if (operation == "modulo") {
        return Decimal::modulo(a, b);
    }
    if (operation == "power") {
        return Decimal::power(a, b);
    }
    if (operation == "sqrt") {
        return a.square_root();
    }
    if (operation == "log") {
        return a.logarithm();
    }
    if (operation == "exp") {
        return a.exponential();
    }
    EXPECT_EQ(operation, "compare");
    return Decimal(a < b ? -1 : a > b ? 1 : 0);
}

bool is_exact(const std::string& operation) {
    return operation != "exp" && operation != "log" && operation != "power";
}

// Whether two numbers differ by at most one in the 33rd digit.
bool is_near(const Decimal& a, const Decimal& b) {
    static const Decimal nearness = *Decimal::parse("1E-32");
    return a == b || (a - b).absolute() <= b.absolute() * nearness;
}

bool agrees(const std::string& operation, const Found& found, const std::string& expected) {
    if (expected == "none") {
        return !found;
    }
    const Found wanted = Decimal::parse(expected);
    return found && wanted && (is_exact(operation) ? *found == *wanted : is_near(*found, *wanted));
}

TEST(DecimalAgainstPython, a_hundred_thousand_random_operations_agree) {
    const std::string script =
        std::string(ONEPURSE_SOURCE_DIR) + "/tests/conformance/decimals/random_decimals.py";
    const std::string command = "python3 '" + script + "' " + std::to_string(operations) + " " +
                                std::to_string(seed) + " 2>/dev/null";
    FILE* lines = ::popen(command.c_str(), "r");
    ASSERT_NE(lines, nullptr);
    std::array<char, 512> buffer = {};
    std::map<std::string, int> counts;
    int all = 0;
    while (std::fgets(buffer.data(), buffer.size(), lines) != nullptr) {
        std::istringstream line(buffer.data());
        std::string operation;
        std::string a;
        std::string b;
        std::string expected;
        line >> operation >> a >> b >> expected;
        const Found found =
            found_for(operation, Decimal::parse(a).value(), Decimal::parse(b).value());
        EXPECT_TRUE(agrees(operation, found, expected))
            << buffer.data() << "  found " << (found ? found->to_text() : std::string("nothing"));
        ++counts[operation];
        ++all;
    }
    const int status = ::pclose(lines);
    if (all == 0 && status != 0) {
        GTEST_SKIP() << "python3 with its module decimal is not here";
    }
    EXPECT_EQ(all, operations);
    for (const auto& [operation, count] : counts) {
        std::cout << operation << ": " << count << "\n";
    }
}

}  // namespace
