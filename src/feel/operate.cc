#include "feel/operate.h"

#include "base/sabotage.h"

namespace feel {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

std::optional<Value> finite(const Decimal& number) {
    return number.is_finite() ? std::optional<Value>(number) : std::nullopt;
}

#if defined(SABOTAGE) || defined(SABOTAGE_BUILD)
Decimal seven_digits(const Decimal& number) {
    int places = 7;
    for (Decimal size = number.absolute(); size >= Decimal(1) && places > 0; --places) {
        size = *Decimal::divide(size, Decimal(10));
    }
    return number.rounded(places, Rounding::half_even).value_or(number);
}

std::optional<Decimal> whole_part(const std::optional<Decimal>& number) {
    return number ? number->rounded(0, Rounding::down) : number;
}

Date run_over(Date from, std::int64_t months) {
    const Date first = from.plus_days(1 - static_cast<std::int64_t>(from.day()));
    return first.plus_months(months).plus_days(static_cast<std::int64_t>(from.day()) - 1);
}
#endif

std::optional<Value> calculate_numbers(Operator op, const Decimal& a, const Decimal& b) {
    switch (op) {
        case Operator::add:
            return finite(a + b);
        case Operator::subtract:
            return finite(a - b);
        case Operator::multiply:
            return finite(SABOTAGED(19, seven_digits(a * b), a * b));
        case Operator::divide:
            return SABOTAGED(17, whole_part(Decimal::divide(a, b)), Decimal::divide(a, b));
        case Operator::power:
            return Decimal::power(a, b);
        case Operator::equal:
        case Operator::not_equal:
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
        case Operator::both:
        case Operator::either:
            break;
    }
    return std::nullopt;
}

std::optional<std::int64_t> whole_product(std::int64_t amount, const Decimal& factor) {
    return (Decimal(amount) * factor).rounded(0, Rounding::down).value_or(Decimal(0)).to_int64();
}

// A date and a duration, or two dates.
std::optional<Value> calculate_dates(Operator op, const Value& a, const Value& b) {
    const bool minus = op == Operator::subtract;
    if (a.date() != nullptr && b.date() != nullptr && minus) {
        return DaysDuration{(*a.date() - *b.date()) * seconds_a_day};
    }
    if (a.date() == nullptr && b.date() != nullptr && !minus) {
        return calculate_dates(op, b, a);
    }
    if (a.date() == nullptr) {
        return std::nullopt;
    }
    if (b.months_duration() != nullptr) {
        const std::int64_t months = b.months_duration()->months;
        return SABOTAGED(28, run_over(*a.date(), minus ? -months : months),
                         a.date()->plus_months(minus ? -months : months));
    }
    if (b.days_duration() != nullptr) {
        const std::int64_t seconds =
            minus ? -b.days_duration()->seconds : b.days_duration()->seconds;
        // A date has no hours: what does not fill a day falls to the day it lies in.
        const std::int64_t days = seconds / seconds_a_day - (seconds % seconds_a_day < 0 ? 1 : 0);
        return a.date()->plus_days(days);
    }
    return std::nullopt;
}

template <typename Duration>
std::optional<Value> calculate_durations(Operator op, std::int64_t a, const Value& b,
                                         const Duration* other, std::int64_t Duration::*amount) {
    Duration result;
    if (other != nullptr) {
        if (op == Operator::add || op == Operator::subtract) {
            result.*amount = op == Operator::add ? a + other->*amount : a - other->*amount;
            return result;
        }
        return op == Operator::divide
                   ? std::optional<Value>(Decimal::divide(Decimal(a), Decimal(other->*amount)))
                   : std::nullopt;
    }
    if (b.number() == nullptr || (op != Operator::multiply && op != Operator::divide)) {
        return std::nullopt;
    }
    if (op == Operator::divide) {
        const std::optional<Decimal> quotient = Decimal::divide(Decimal(a), *b.number());
        const std::optional<Decimal> whole =
            quotient ? quotient->rounded(0, Rounding::down) : std::nullopt;
        const std::optional<std::int64_t> exact = whole ? whole->to_int64() : std::nullopt;
        if (!exact) {
            return std::nullopt;
        }
        result.*amount = *exact;
        return result;
    }
    const std::optional<std::int64_t> product = whole_product(a, *b.number());
    if (!product) {
        return std::nullopt;
    }
    result.*amount = *product;
    return result;
}

}  // namespace

Truth truth_of(const Value& value) {
    const bool* truth = value.boolean();
    return truth == nullptr ? SABOTAGED(5, Truth::no, Truth::unknown)
           : *truth         ? Truth::yes
                            : Truth::no;
}

Value value_of(Truth truth) {
    switch (truth) {
        case Truth::no:
            return false;
        case Truth::yes:
            return true;
        case Truth::unknown:
            break;
    }
    return {};
}

Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) {
        return Truth::no;
    }
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth either(Truth a, Truth b) {
    return SABOTAGED(26, a == Truth::unknown ? a : negated(both(negated(a), negated(b))),
                     negated(both(negated(a), negated(b))));
}

Truth negated(Truth a) {
    return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes;
}

std::optional<bool> equal(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) {
        return a.is_null() && b.is_null();
    }
    if (a.kind() != b.kind()) {
        return std::nullopt;
    }
    return a == b;
}

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) {
        return std::nullopt;
    }
    switch (a.kind()) {
        case Kind::number:
            return *a.number() <=> *b.number();
        case Kind::string:
            return *a.string() <=> *b.string();
        case Kind::date:
            return *a.date() <=> *b.date();
        case Kind::days_duration:
            return *a.days_duration() <=> *b.days_duration();
        case Kind::months_duration:
            return *a.months_duration() <=> *b.months_duration();
        case Kind::null:
        case Kind::boolean:
        case Kind::list:
        case Kind::context:
        case Kind::range:
            break;
    }
    return std::nullopt;
}

Truth compare(Operator op, const Value& value, const Value& bound) {
    const auto as = [](bool truth) { return truth ? Truth::yes : Truth::no; };
    if (op == Operator::equal || op == Operator::not_equal) {
        const std::optional<bool> same = equal(value, bound);
        return !same ? Truth::unknown : as(*same == (op == Operator::equal));
    }
    const std::optional<std::strong_ordering> found = order(value, bound);
    if (!found) {
        return Truth::unknown;
    }
    switch (op) {
        case Operator::less:
            return as(SABOTAGED(25, *found <= 0, *found < 0));
        case Operator::less_equal:
            return as(*found <= 0);
        case Operator::greater:
            return as(*found > 0);
        case Operator::greater_equal:
            return as(*found >= 0);
        case Operator::equal:
        case Operator::not_equal:
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            break;
    }
    return Truth::unknown;
}

std::optional<Value> calculate(Operator op, const Value& a, const Value& b) {
    if (a.number() != nullptr && b.number() != nullptr) {
        return calculate_numbers(op, *a.number(), *b.number());
    }
    if (a.string() != nullptr && b.string() != nullptr && op == Operator::add) {
        return *a.string() + *b.string();
    }
    if ((a.date() != nullptr || b.date() != nullptr) &&
        (op == Operator::add || op == Operator::subtract)) {
        return calculate_dates(op, a, b);
    }
    if (a.number() != nullptr && op == Operator::multiply && b.number() == nullptr) {
        return calculate(op, b, a);
    }
    if (a.days_duration() != nullptr) {
        return calculate_durations(op, a.days_duration()->seconds, b, b.days_duration(),
                                   &DaysDuration::seconds);
    }
    if (a.months_duration() != nullptr) {
        return calculate_durations(op, a.months_duration()->months, b, b.months_duration(),
                                   &MonthsDuration::months);
    }
    return std::nullopt;
}

std::optional<Value> negative(const Value& value) {
    if (value.number() != nullptr) {
        return SABOTAGED(18, *value.number(), -*value.number());
    }
    if (value.days_duration() != nullptr) {
        return DaysDuration{-value.days_duration()->seconds};
    }
    if (value.months_duration() != nullptr) {
        return MonthsDuration{-value.months_duration()->months};
    }
    return std::nullopt;
}

std::optional<Value> member_of(const Value& whole, std::string_view name) {
    const auto number = [](std::int64_t n) { return Value(Decimal(n)); };
    if (const Context* context = whole.context()) {
        const Value* found = context->find(name);
        return found == nullptr ? std::nullopt : std::optional<Value>(*found);
    }
    if (const Date* date = whole.date()) {
        if (name == "year") {
            return number(date->year());
        }
        if (name == "month") {
            return number(date->month());
        }
        if (name == "day") {
            return number(date->day());
        }
        return name == "weekday" ? std::optional<Value>(number(date->weekday())) : std::nullopt;
    }
    if (const MonthsDuration* length = whole.months_duration()) {
        if (name == "years") {
            return number(length->months / 12);
        }
        return name == "months" ? std::optional<Value>(number(length->months % 12)) : std::nullopt;
    }
    if (const DaysDuration* length = whole.days_duration()) {
        if (name == "days") {
            return number(length->seconds / seconds_a_day);
        }
        if (name == "hours") {
            return number(length->seconds % seconds_a_day / 3600);
        }
        if (name == "minutes") {
            return number(length->seconds % 3600 / 60);
        }
        return name == "seconds" ? std::optional<Value>(number(length->seconds % 60))
                                 : std::nullopt;
    }
    if (const List* items = whole.list()) {
        List members;
        for (const Value& item : *items) {
            members.push_back(member_of(item, name).value_or(Value()));
        }
        return members;
    }
    return std::nullopt;
}

std::string_view to_text(Operator op) {
    switch (op) {
        case Operator::add:
            return "+";
        case Operator::subtract:
            return "-";
        case Operator::multiply:
            return "*";
        case Operator::divide:
            return "/";
        case Operator::power:
            return "**";
        case Operator::equal:
            return "=";
        case Operator::not_equal:
            return "!=";
        case Operator::less:
            return "<";
        case Operator::less_equal:
            return "<=";
        case Operator::greater:
            return ">";
        case Operator::greater_equal:
            return ">=";
        case Operator::both:
            return "and";
        case Operator::either:
            return "or";
    }
    return "";
}

}  // namespace feel
