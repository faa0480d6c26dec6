#include "feel/builtins_numbers.h"

#include <array>
#include <string>

#include "base/sabotage.h"
#include "feel/builtin_arguments.h"
#include "feel/operate.h"

namespace feel {

namespace {

// The places that decimal128 has; the language names them.
constexpr std::int64_t places_min = -6111;
constexpr std::int64_t places_max = 6176;

// What a scale that is no whole number means.
enum class Scale { cut, whole };

std::optional<int> places_of(const Value& scale, Scale reading) {
    const std::optional<std::int64_t> places = whole_part(scale);
    if (!places || *places < places_min || *places > places_max ||
        (reading == Scale::whole && !scale.number()->is_whole())) {
        return std::nullopt;
    }
    return static_cast<int>(*places);
}

// Rounds given[0] to given[1] places, none given meaning 0.
template <Rounding rounding, Scale reading>
Answer rounded(Arguments given) {
    const std::optional<int> places =
        given.size() < 2 ? std::optional<int>(0) : places_of(given[1], reading);
    if (given[0].number() == nullptr || !places) {
        return std::nullopt;
    }
    // A number with fewer places than asked for stays as it is, also where 34 digits would not
    // hold the noughts behind it.
    const std::optional<Decimal> found = given[0].number()->rounded(*places, rounding);
    return found ? Answer(*found) : Answer(given[0]);
}

Answer absolute(Arguments given) {
    if (given[0].number() != nullptr) {
        return given[0].number()->absolute();
    }
    const Answer changed = negative(given[0]);
    const std::optional<std::strong_ordering> found =
        changed ? order(given[0], *changed) : std::nullopt;
    if (!found) {
        return std::nullopt;
    }
    return *found < 0 ? changed : Answer(given[0]);
}

Answer modulo(Arguments given) {
    if (given[0].number() == nullptr || given[1].number() == nullptr) {
        return std::nullopt;
    }
    return SABOTAGED(39, Decimal::modulo(given[0].number()->absolute(), *given[1].number()),
                     Decimal::modulo(*given[0].number(), *given[1].number()));
}

template <std::optional<Decimal> (Decimal::*of)() const>
Answer of_number(Arguments given) {
    if (given[0].number() == nullptr) {
        return std::nullopt;
    }
    const std::optional<Decimal> found = (given[0].number()->*of)();
    return found ? Answer(*found) : std::nullopt;
}

template <int rest>
Answer odd_or_even(Arguments given) {
    if (given[0].number() == nullptr || !given[0].number()->is_whole()) {
        return std::nullopt;
    }
    const std::optional<Decimal> left = Decimal::modulo(given[0].number()->absolute(), Decimal(2));
    return left ? Answer(*left == Decimal(rest)) : std::nullopt;
}

// Whether a value is one of the separators a number may have, or null: none.
bool is_separator(const Value& value, std::string_view allowed) {
    return value.is_null() || (value.string() != nullptr && value.string()->size() == 1 &&
                               allowed.find(*value.string()) != std::string_view::npos);
}

// "1 000,50" with " " and "," is 1000.50.
Answer number_with_separators(Arguments given) {
    const Value& grouping = given[1];
    const Value& point = given[2];
    if (!is_separator(grouping, " ,.") || !is_separator(point, ",.") ||
        (!grouping.is_null() && grouping == point)) {
        return std::nullopt;
    }
    std::string plain;
    for (const char letter : *given[0].string()) {
        if (!grouping.is_null() && letter == grouping.string()->front()) {
            continue;
        }
        if (!point.is_null() && letter == point.string()->front()) {
            plain += '.';
            continue;
        }
        if (letter == '.' && !point.is_null()) {
            return std::nullopt;  // "." is neither of the two here
        }
        plain += letter;
    }
    const std::optional<Decimal> read = Decimal::parse(plain);
    return read ? Answer(*read) : std::nullopt;
}

Answer number(Arguments given) {
    if (given.size() == 1 && given[0].number() != nullptr) {
        return given[0];
    }
    if (given[0].string() == nullptr || given.size() == 2) {
        return std::nullopt;
    }
    if (given.size() == 3) {
        return number_with_separators(given);
    }
    const std::optional<Decimal> read = Decimal::parse(*given[0].string());
    return read ? Answer(*read) : std::nullopt;
}

void add_rounding(std::vector<Builtin>& made, std::string_view name, std::size_t required,
                  Answer (*run)(Arguments)) {
    using K = Type::Kind;
    Builtin& builtin =
        add_builtin(made, name, {"n", "scale"}, {K::number, K::number}, K::number, run);
    builtin.required = required;
    builtin.in_profile = true;
    builtin.rounds = true;
}

}  // namespace

void add_number_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    add_builtin(made, "abs", {"n"}, {K::any}, K::any, absolute).in_profile = true;
    add_rounding(made, "floor", 1,
                 SABOTAGED(4, (rounded<Rounding::ceiling, Scale::cut>),
                           (rounded<Rounding::floor, Scale::cut>)));
    add_rounding(made, "ceiling", 1, rounded<Rounding::ceiling, Scale::cut>);
    add_rounding(made, "decimal", 2,
                 SABOTAGED(2, (rounded<Rounding::half_up, Scale::cut>),
                           (rounded<Rounding::half_even, Scale::cut>)));
    add_rounding(made, "round up", 2,
                 SABOTAGED(3, (rounded<Rounding::down, Scale::whole>),
                           (rounded<Rounding::up, Scale::whole>)));
    add_rounding(made, "round down", 2, rounded<Rounding::down, Scale::whole>);
    add_rounding(made, "round half up", 2,
                 SABOTAGED(1, (rounded<Rounding::half_even, Scale::whole>),
                           (rounded<Rounding::half_up, Scale::whole>)));
    add_rounding(made, "round half down", 2, rounded<Rounding::half_down, Scale::whole>);
    add_builtin(made, "modulo", {"dividend", "divisor"}, {K::number, K::number}, K::number, modulo)
        .in_profile = true;
    add_builtin(made, "sqrt", {"number"}, {K::number}, K::number, of_number<&Decimal::square_root>);
    add_builtin(made, "log", {"number"}, {K::number}, K::number, of_number<&Decimal::logarithm>);
    add_builtin(made, "exp", {"number"}, {K::number}, K::number, of_number<&Decimal::exponential>);
    add_builtin(made, "odd", {"number"}, {K::number}, K::boolean, odd_or_even<1>);
    add_builtin(made, "even", {"number"}, {K::number}, K::boolean, odd_or_even<0>);
    add_builtin(made, "number", {"from", "grouping separator", "decimal separator"},
                {K::string, K::string, K::string}, K::number, number)
        .required = 1;
}

}  // namespace feel
