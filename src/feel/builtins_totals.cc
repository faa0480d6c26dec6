#include "feel/builtins_totals.h"

#include <algorithm>

#include "base/sabotage.h"
#include "feel/builtin_arguments.h"
#include "feel/operate.h"

namespace feel {

namespace {

template <bool greatest>
Answer extreme(Arguments given) {
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

// Gives the numbers of a list; nothing when an item is none.
std::optional<std::vector<Decimal>> numbers_of(Arguments given) {
    std::vector<Decimal> numbers;
    for (const Value& item : items_of(given)) {
        if (item.number() == nullptr) {
            return std::nullopt;
        }
        numbers.push_back(*item.number());
    }
    return numbers;
}

Answer finite(const Decimal& number) {
    return number.is_finite() ? Answer(number) : std::nullopt;
}

Decimal size_of(const std::vector<Decimal>& numbers) {
    return Decimal(static_cast<std::int64_t>(numbers.size()));
}

Answer sum(Arguments given) {
    const auto numbers = numbers_of(given);
    if (!numbers || numbers->empty()) {
        return std::nullopt;
    }
    Decimal total(0);
    for (const Decimal& each : *numbers) {
        total = total + each;
    }
    return finite(total);
}

Answer product(Arguments given) {
    const auto numbers = numbers_of(given);
    if (!numbers || numbers->empty()) {
        return std::nullopt;
    }
    Decimal total(1);
    for (const Decimal& each : *numbers) {
        total = total * each;
    }
    return finite(total);
}

Answer mean(Arguments given) {
    const Answer total = sum(given);
    if (!total) {
        return std::nullopt;
    }
    return Decimal::divide(*total->number(),
                           Decimal(static_cast<std::int64_t>(items_of(given).size())));
}

Answer median(Arguments given) {
    auto numbers = numbers_of(given);
    if (!numbers || numbers->empty()) {
        return std::nullopt;
    }
    std::sort(numbers->begin(), numbers->end());
    const std::size_t middle = numbers->size() / 2;
    if (numbers->size() % 2 == 1) {
        return (*numbers)[middle];
    }
    return Decimal::divide((*numbers)[middle - 1] + (*numbers)[middle], Decimal(2));
}

// The standard deviation of a sample: one less than the count stands below.
Answer deviation(Arguments given) {
    const auto numbers = numbers_of(given);
    const Answer middle = mean(given);
    if (!numbers || numbers->size() < 2 || !middle) {
        return std::nullopt;
    }
    Decimal squares(0);
    for (const Decimal& each : *numbers) {
        const Decimal away = each - *middle->number();
        squares = squares + away * away;
    }
    const std::optional<Decimal> variance =
        squares.is_finite() ? Decimal::divide(squares, size_of(*numbers) - Decimal(1))
                            : std::nullopt;
    const std::optional<Decimal> root = variance ? variance->square_root() : std::nullopt;
    return root ? Answer(*root) : std::nullopt;
}

// The numbers that stand most often, from the least.
Answer modes(Arguments given) {
    auto numbers = numbers_of(given);
    if (!numbers) {
        return std::nullopt;
    }
    std::sort(numbers->begin(), numbers->end());
    List most;
    std::size_t often = 0;
    for (std::size_t from = 0; from < numbers->size();) {
        std::size_t until = from;
        while (until < numbers->size() && (*numbers)[until] == (*numbers)[from]) {
            ++until;
        }
        if (until - from > often) {
            often = until - from;
            most.clear();
        }
        if (until - from == often) {
            most.emplace_back((*numbers)[from]);
        }
        from = until;
    }
    return most;
}

Answer count(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    return items ? Answer(Decimal(static_cast<std::int64_t>(items->size()))) : std::nullopt;
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

}  // namespace

void add_total_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    const auto add = [&made](std::string_view name, K kind, K result,
                             Answer (*run)(Arguments)) -> Builtin& {
        Builtin& builtin = add_builtin(made, name, {"list"}, {kind}, result, run);
        builtin.takes_many = true;
        return builtin;
    };
    Builtin& least = add("min", K::any, K::any, SABOTAGED(8, extreme<true>, extreme<false>));
    least.selects = least.in_profile = true;
    Builtin& greatest = add("max", K::any, K::any, extreme<true>);
    greatest.selects = greatest.in_profile = true;
    add("sum", K::number, K::number, sum).in_profile = true;
    Builtin& average = add("mean", K::number, K::number, mean);
    average.divides = average.in_profile = true;
    add_builtin(made, "count", {"list"}, {K::list}, K::number, count).in_profile = true;
    add("all", K::boolean, K::boolean, all).in_profile = true;
    add("any", K::boolean, K::boolean, any).in_profile = true;
    add("product", K::number, K::number, product);
    add("median", K::number, K::number, median);
    add("stddev", K::number, K::number, deviation);
    add("mode", K::number, K::list, modes);
}

}  // namespace feel
