#include "feel/builtins.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/sabotage.h"
#include "base/text.h"
#include "feel/duration.h"
#include "feel/operate.h"

namespace feel {

namespace {

using Arguments = std::span<const Value>;
using Answer = std::optional<Value>;

// The items of a function that takes one list or many arguments.
Arguments items_of(Arguments given) {
    if (given.size() == 1 && given[0].list() != nullptr) {
        return *given[0].list();
    }
    return given;
}

Answer extreme(Arguments given, bool greatest) {
    const Arguments items = items_of(given);
    if (items.empty()) {
        return std::nullopt;
    }
    const Value* best = &items[0];
    for (const Value& item : items.subspan(1)) {
        const std::optional<std::strong_ordering> found = order(item, *best);
        if (!found) {
            return std::nullopt;
        }
        if (greatest ? *found > 0 : *found < 0) {
            best = &item;
        }
    }
    return best->is_null() ? std::nullopt : Answer(*best);
}

Answer least(Arguments given) {
    return extreme(given, SABOTAGED(8, true, false));
}
Answer greatest(Arguments given) {
    return extreme(given, true);
}

Answer sum(Arguments given) {
    const Arguments items = items_of(given);
    Decimal total(0);
    for (const Value& item : items) {
        if (item.number() == nullptr) {
            return std::nullopt;
        }
        total = total + *item.number();
    }
    return items.empty() || !total.is_finite() ? std::nullopt : Answer(total);
}

Answer mean(Arguments given) {
    const Answer total = sum(given);
    if (!total) {
        return std::nullopt;
    }
    return Decimal::divide(*total->number(),
                           Decimal(static_cast<std::int64_t>(items_of(given).size())));
}

Answer count(Arguments given) {
    if (given[0].list() == nullptr) {
        return std::nullopt;
    }
    return Decimal(static_cast<std::int64_t>(given[0].list()->size()));
}

// Rounds given[0] to given[1] places, none given meaning 0.
template <Rounding rounding>
Answer rounded(Arguments given) {
    if (given[0].number() == nullptr) {
        return std::nullopt;
    }
    std::int64_t places = 0;
    if (given.size() > 1) {
        const std::optional<std::int64_t> wanted =
            given[1].number() == nullptr
                ? std::nullopt
                : given[1].number()->rounded(0, Rounding::down).value_or(Decimal(0)).to_int64();
        if (!wanted || *wanted < -6111 || *wanted > 6176) {
            return std::nullopt;
        }
        places = *wanted;
    }
    return given[0].number()->rounded(static_cast<int>(places), rounding);
}

Answer absolute(Arguments given) {
    if (given[0].number() != nullptr) {
        return given[0].number()->absolute();
    }
    const Answer changed = negative(given[0]);
    if (!changed) {
        return std::nullopt;
    }
    return extreme(std::array<Value, 2>{given[0], *changed}, true);
}

Answer modulo(Arguments given) {
    if (given[0].number() == nullptr || given[1].number() == nullptr) {
        return std::nullopt;
    }
    return SABOTAGED(39, Decimal::modulo(given[0].number()->absolute(), *given[1].number()),
                     Decimal::modulo(*given[0].number(), *given[1].number()));
}

Answer square_root(Arguments given) {
    return given[0].number() == nullptr ? std::nullopt : Answer(given[0].number()->square_root());
}
Answer logarithm(Arguments given) {
    return given[0].number() == nullptr ? std::nullopt : Answer(given[0].number()->logarithm());
}
Answer exponential(Arguments given) {
    return given[0].number() == nullptr ? std::nullopt : Answer(given[0].number()->exponential());
}

Answer odd_or_even(Arguments given, int rest) {
    if (given[0].number() == nullptr || !given[0].number()->is_whole()) {
        return std::nullopt;
    }
    const std::optional<Decimal> left = Decimal::modulo(*given[0].number(), Decimal(2));
    return left ? Answer(*left == Decimal(rest)) : std::nullopt;
}
Answer odd(Arguments given) {
    return odd_or_even(given, 1);
}
Answer even(Arguments given) {
    return odd_or_even(given, 0);
}

Answer date(Arguments given) {
    if (given.size() == 3) {
        std::int64_t parts[3] = {};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::optional<std::int64_t> part =
                given[i].number() == nullptr ? std::nullopt : given[i].number()->to_int64();
            if (!part || (i > 0 && (*part < 1 || *part > 31))) {
                return std::nullopt;
            }
            parts[i] = *part;
        }
        const std::optional<Date> made =
            Date::make(parts[0], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[2]));
        return made ? Answer(*made) : std::nullopt;
    }
    if (given.size() != 1) {
        return std::nullopt;
    }
    if (given[0].date() != nullptr) {
        return given[0];
    }
    if (given[0].string() == nullptr) {
        return std::nullopt;
    }
    const Result<Date> read = Date::parse(*given[0].string());
    return read ? Answer(*read) : std::nullopt;
}

Answer duration(Arguments given) {
    return given[0].string() == nullptr ? std::nullopt : parse_duration(*given[0].string());
}

Answer months_duration(Arguments given) {
    if (given[0].date() == nullptr || given[1].date() == nullptr) {
        return std::nullopt;
    }
    return months_between(*given[0].date(), *given[1].date());
}

Answer negation(Arguments given) {
    const Truth truth = negated(truth_of(given[0]));
    return truth == Truth::unknown ? std::nullopt : Answer(value_of(truth));
}

Answer all(Arguments given) {
    Truth result = Truth::yes;
    for (const Value& item : items_of(given)) {
        result = both(result, truth_of(item));
    }
    return result == Truth::unknown ? std::nullopt : Answer(value_of(result));
}

Answer any(Arguments given) {
    Truth result = Truth::no;
    for (const Value& item : items_of(given)) {
        result = either(result, truth_of(item));
    }
    return result == Truth::unknown ? std::nullopt : Answer(value_of(result));
}

Answer contains_item(Arguments given) {
    if (given[0].list() == nullptr) {
        return std::nullopt;
    }
    const List& items = *given[0].list();
    return std::any_of(items.begin(), items.end(),
                       [&given](const Value& item) { return item == given[1]; });
}

Answer string(Arguments given) {
    if (given[0].is_null()) {
        return std::nullopt;
    }
    if (given[0].boolean() != nullptr) {
        return *given[0].boolean() ? "true" : "false";
    }
    return given[0].to_text();
}

Answer number(Arguments given) {
    if (given[0].string() == nullptr) {
        return given[0].number() == nullptr ? std::nullopt : Answer(given[0]);
    }
    const std::optional<Decimal> read = Decimal::parse(*given[0].string());
    return read ? Answer(*read) : std::nullopt;
}

Answer string_length(Arguments given) {
    return given[0].string() == nullptr
               ? std::nullopt
               : Answer(Decimal(static_cast<std::int64_t>(base::code_points(*given[0].string()))));
}

template <bool (*holds)(const std::string&, const std::string&)>
Answer of_strings(Arguments given) {
    if (given[0].string() == nullptr || given[1].string() == nullptr) {
        return std::nullopt;
    }
    return holds(*given[0].string(), *given[1].string());
}

bool holds_part(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}
bool holds_start(const std::string& text, const std::string& part) {
    return text.starts_with(part);
}
bool holds_end(const std::string& text, const std::string& part) {
    return text.ends_with(part);
}

std::vector<Builtin> make_builtins() {
    using K = Type::Kind;
    std::vector<Builtin> made;
    const auto add = [&made](std::string_view name, std::vector<std::string_view> parameters,
                             std::vector<K> kinds, K result, bool in_profile,
                             Answer (*run)(Arguments)) -> Builtin& {
        Builtin builtin;
        builtin.name = name;
        builtin.required = parameters.size();
        builtin.parameters = std::move(parameters);
        builtin.kinds = std::move(kinds);
        builtin.result = result;
        builtin.in_profile = in_profile;
        builtin.run = run;
        made.push_back(std::move(builtin));
        return made.back();
    };
    const auto add_extreme = [&](std::string_view name, Answer (*run)(Arguments)) {
        Builtin& builtin = add(name, {"list"}, {K::any}, K::any, true, run);
        builtin.takes_many = builtin.selects = true;
    };
    add_extreme("min", least);
    add_extreme("max", greatest);
    add("sum", {"list"}, {K::number}, K::number, true, sum).takes_many = true;
    Builtin& average = add("mean", {"list"}, {K::number}, K::number, true, mean);
    average.takes_many = average.divides = true;
    add("count", {"list"}, {K::list}, K::number, true, count);
    add("abs", {"n"}, {K::any}, K::any, true, absolute);
    const auto add_rounding = [&](std::string_view name, std::size_t required,
                                  Answer (*run)(Arguments)) {
        Builtin& builtin = add(name, {"n", "scale"}, {K::number, K::number}, K::number, true, run);
        builtin.required = required;
        builtin.rounds = true;
    };
    add_rounding("floor", 1, SABOTAGED(4, rounded<Rounding::ceiling>, rounded<Rounding::floor>));
    add_rounding("ceiling", 1, rounded<Rounding::ceiling>);
    add_rounding("decimal", 2,
                 SABOTAGED(2, rounded<Rounding::half_up>, rounded<Rounding::half_even>));
    add_rounding("round up", 2, SABOTAGED(3, rounded<Rounding::down>, rounded<Rounding::up>));
    add_rounding("round down", 2, rounded<Rounding::down>);
    add_rounding("round half up", 2,
                 SABOTAGED(1, rounded<Rounding::half_even>, rounded<Rounding::half_up>));
    add_rounding("round half down", 2, rounded<Rounding::half_down>);
    add("modulo", {"dividend", "divisor"}, {K::number, K::number}, K::number, true, modulo);
    add("date", {"year", "month", "day"}, {K::any, K::number, K::number}, K::date, true, date)
        .required = 1;
    add("duration", {"from"}, {K::string}, K::any, true, duration);
    add("years and months duration", {"from", "to"}, {K::date, K::date}, K::months_duration, true,
        months_duration);
    add("not", {"negand"}, {K::boolean}, K::boolean, true, negation);
    add("all", {"list"}, {K::boolean}, K::boolean, true, all).takes_many = true;
    add("any", {"list"}, {K::boolean}, K::boolean, true, any).takes_many = true;
    add("list contains", {"list", "element"}, {K::list, K::any}, K::boolean, true, contains_item);
    add("string", {"from"}, {K::any}, K::string, true, string);
    add("number", {"from"}, {K::string}, K::number, false, number);
    add("sqrt", {"number"}, {K::number}, K::number, false, square_root);
    add("log", {"number"}, {K::number}, K::number, false, logarithm);
    add("exp", {"number"}, {K::number}, K::number, false, exponential);
    add("odd", {"number"}, {K::number}, K::boolean, false, odd);
    add("even", {"number"}, {K::number}, K::boolean, false, even);
    add("string length", {"string"}, {K::string}, K::number, false, string_length);
    add("contains", {"string", "match"}, {K::string, K::string}, K::boolean, false,
        of_strings<holds_part>);
    add("starts with", {"string", "match"}, {K::string, K::string}, K::boolean, false,
        of_strings<holds_start>);
    add("ends with", {"string", "match"}, {K::string, K::string}, K::boolean, false,
        of_strings<holds_end>);
    return made;
}

}  // namespace

const std::vector<Builtin>& builtins() {
    static const std::vector<Builtin> made = make_builtins();
    return made;
}

std::optional<std::size_t> find_builtin(std::string_view name) {
    const std::vector<Builtin>& all_of_them = builtins();
    for (std::size_t i = 0; i < all_of_them.size(); ++i) {
        if (all_of_them[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace feel
