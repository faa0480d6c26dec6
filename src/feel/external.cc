#include "feel/external.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "feel/external_format.h"
#include "feel/parse.h"

namespace feel {

namespace {

using Arguments = std::span<const Value>;
using Answer = std::optional<Value>;

// Java computes these in binary: what comes back is the shortest decimal that names the same
// number.
template <typename Float>
Answer decimal_of(Float number) {
    std::array<char, 64> text{};
    if (!std::isfinite(number)) {
        return std::nullopt;
    }
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    const std::optional<Decimal> read = Decimal::parse(
        std::string_view(text.data(), static_cast<std::size_t>(written.ptr - text.data())));
    return read ? Answer(*read) : std::nullopt;
}

template <typename Float>
std::optional<Float> binary_of(std::string_view text) {
    Float number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size()
               ? std::optional<Float>(number)
               : std::nullopt;
}

std::optional<double> binary_of(const Value& value) {
    return value.number() == nullptr ? std::nullopt : binary_of<double>(value.number()->to_text());
}

template <double (*function)(double)>
Answer of_one(Arguments given) {
    const std::optional<double> number = binary_of(given[0]);
    return number ? decimal_of(function(*number)) : std::nullopt;
}

Answer power(Arguments given) {
    const std::optional<double> base = binary_of(given[0]);
    const std::optional<double> exponent = binary_of(given[1]);
    return base && exponent ? decimal_of(std::pow(*base, *exponent)) : std::nullopt;
}

template <bool greatest>
Answer extreme(Arguments given) {
    if (given[0].number() == nullptr || given[1].number() == nullptr) {
        return std::nullopt;
    }
    return (*given[0].number() < *given[1].number()) == greatest ? given[1] : given[0];
}

Answer absolute(Arguments given) {
    return given[0].number() == nullptr ? std::nullopt : Answer(given[0].number()->absolute());
}

// Whether a number is one of Java's whole numbers of a width.
template <typename Whole>
Answer whole_of(Arguments given) {
    if (given[0].string() == nullptr) {
        return std::nullopt;
    }
    const std::string& text = *given[0].string();
    const std::size_t sign = text.starts_with('+') ? 1 : 0;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data() + sign, text.data() + text.size(), number);
    const bool fits =
        number >= std::numeric_limits<Whole>::min() && number <= std::numeric_limits<Whole>::max();
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !fits) {
        return std::nullopt;
    }
    return Answer(Decimal(number));
}

template <typename Float>
Answer float_of(Arguments given) {
    if (given[0].string() == nullptr) {
        return std::nullopt;
    }
    const std::optional<Float> number = binary_of<Float>(base::trim(*given[0].string()));
    return number ? decimal_of(*number) : std::nullopt;
}

Answer text_of_whole(Arguments given) {
    const std::optional<std::int64_t> whole =
        given[0].number() == nullptr ? std::nullopt : given[0].number()->to_int64();
    return whole ? Answer(std::to_string(*whole)) : std::nullopt;
}

// Java writes 1.0 for a whole number that is a double.
Answer text_of_double(Arguments given) {
    if (given[0].number() == nullptr) {
        return std::nullopt;
    }
    const std::string text = given[0].number()->to_text();
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

Answer text_of_truth(Arguments given) {
    return given[0].boolean() == nullptr ? std::nullopt
                                         : Answer(*given[0].boolean() ? "true" : "false");
}

Answer text_of_character(Arguments given) {
    return given[0].string() != nullptr && base::code_points(*given[0].string()) == 1
               ? Answer(given[0])
               : std::nullopt;
}

Answer text_of_anything(Arguments given) {
    return java_text(given[0]);
}

Answer formatted(Arguments given) {
    if (given.empty() || given[0].string() == nullptr) {
        return std::nullopt;
    }
    // A list stands for Java's array of objects.
    const Arguments rest = given.size() == 2 && given[1].list() != nullptr
                               ? Arguments(*given[1].list())
                               : given.subspan(1);
    const std::optional<std::string> made = java_format(*given[0].string(), rest);
    return made ? Answer(*made) : std::nullopt;
}

constexpr std::string_view math = "java.lang.Math";
constexpr std::string_view text = "java.lang.String";

std::vector<ExternalFunction> make_functions() {
    std::vector<ExternalFunction> made = {
        {math, "max(double,double)", 2, false, extreme<true>},
        {math, "max(float,float)", 2, false, extreme<true>},
        {math, "max(int,int)", 2, false, extreme<true>},
        {math, "max(long,long)", 2, false, extreme<true>},
        {math, "min(double,double)", 2, false, extreme<false>},
        {math, "min(float,float)", 2, false, extreme<false>},
        {math, "min(int,int)", 2, false, extreme<false>},
        {math, "min(long,long)", 2, false, extreme<false>},
        {math, "abs(double)", 1, false, absolute},
        {math, "abs(float)", 1, false, absolute},
        {math, "abs(int)", 1, false, absolute},
        {math, "abs(long)", 1, false, absolute},
        {math, "cos(double)", 1, false, of_one<std::cos>},
        {math, "sin(double)", 1, false, of_one<std::sin>},
        {math, "tan(double)", 1, false, of_one<std::tan>},
        {math, "sqrt(double)", 1, false, of_one<std::sqrt>},
        {math, "exp(double)", 1, false, of_one<std::exp>},
        {math, "log(double)", 1, false, of_one<std::log>},
        {math, "floor(double)", 1, false, of_one<std::floor>},
        {math, "ceil(double)", 1, false, of_one<std::ceil>},
        {math, "pow(double,double)", 2, false, power},
        {text, "format(java.lang.String,[Ljava.lang.Object;)", 1, true, formatted},
        {text, "valueOf(double)", 1, false, text_of_double},
        {text, "valueOf(float)", 1, false, text_of_double},
        {text, "valueOf(int)", 1, false, text_of_whole},
        {text, "valueOf(long)", 1, false, text_of_whole},
        {text, "valueOf(boolean)", 1, false, text_of_truth},
        {text, "valueOf(char)", 1, false, text_of_character},
        {text, "valueOf(java.lang.Object)", 1, false, text_of_anything},
        {"java.lang.Byte", "valueOf(java.lang.String)", 1, false, whole_of<std::int8_t>},
        {"java.lang.Short", "valueOf(java.lang.String)", 1, false, whole_of<std::int16_t>},
        {"java.lang.Integer", "valueOf(java.lang.String)", 1, false, whole_of<std::int32_t>},
        {"java.lang.Long", "valueOf(java.lang.String)", 1, false, whole_of<std::int64_t>},
        {"java.lang.Float", "valueOf(java.lang.String)", 1, false, float_of<float>},
        {"java.lang.Double", "valueOf(java.lang.String)", 1, false, float_of<double>},
    };
    return made;
}

const std::string* member_text(const Ast& context, std::string_view name) {
    for (std::size_t i = 0; i < context.names.size(); ++i) {
        if (context.names[i] == name) {
            return context.children[i].value.string();
        }
    }
    return nullptr;
}

}  // namespace

const std::vector<ExternalFunction>& external_functions() {
    static const std::vector<ExternalFunction> made = make_functions();
    return made;
}

std::optional<std::size_t> find_external_function(std::string_view class_name,
                                                  std::string_view method, std::size_t parameters) {
    std::string plain(method);
    plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
    const std::vector<ExternalFunction>& all = external_functions();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool counts =
            all[i].takes_many ? parameters >= all[i].parameters : parameters == all[i].parameters;
        if (all[i].class_name == class_name && all[i].method == plain && counts) {
            return i;
        }
    }
    return std::nullopt;
}

std::string text_of_literal(std::string_view literal) {
    const Result<Ast> read = parse_expression(literal, ParseNames{});
    return read && read->value.string() != nullptr ? *read->value.string() : std::string(literal);
}

std::pair<std::string, std::string> java_mapping(const Ast& mapping) {
    std::pair<std::string, std::string> made;
    for (std::size_t i = 0; i < mapping.names.size(); ++i) {
        if (mapping.names[i] != "java") {
            continue;
        }
        const std::string* class_name = member_text(mapping.children[i], "class");
        const std::string* method = member_text(mapping.children[i], "method signature");
        made.first = class_name == nullptr ? "" : *class_name;
        made.second = method == nullptr ? "" : *method;
    }
    return made;
}

}  // namespace feel
