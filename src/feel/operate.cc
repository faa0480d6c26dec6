#include "feel/operate.h"

#include <algorithm>

#include "base/sabotage.h"
#include "feel/duration.h"
#include "feel/in_range.h"
#include "feel/operate_dates.h"

namespace feel {

namespace {

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

bool is_zero(const Value& length) {
    return length.days_duration() != nullptr ? *length.days_duration() == DaysDuration{}
                                             : *length.months_duration() == MonthsDuration{};
}

// Two values of one kind that hold others, or two ranges.
bool same_parts(const Value& a, const Value& b) {
    if (a.list() != nullptr) {
        return std::equal(a.list()->begin(), a.list()->end(), b.list()->begin(), b.list()->end(),
                          is_equal);
    }
    if (a.range() != nullptr) {
        return is_equal(a.range()->low, b.range()->low) &&
               is_equal(a.range()->high, b.range()->high) &&
               a.range()->low_included == b.range()->low_included &&
               a.range()->high_included == b.range()->high_included &&
               a.range()->form == b.range()->form;
    }
    const Context& members = *a.context();
    for (std::size_t i = 0; i < members.values.size(); ++i) {
        const Value* other = b.member((*members.names)[i]);
        if (other == nullptr || !is_equal(members.values[i], *other)) {
            return false;
        }
    }
    return members.values.size() == b.context()->values.size();
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
        // No time at all is the same, however it is counted.
        return is_duration(a) && is_duration(b) && is_zero(a) && is_zero(b)
                   ? std::optional<bool>(true)
                   : std::nullopt;
    }
    switch (a.kind()) {
        case Kind::time:
        case Kind::date_time: {
            const std::optional<std::strong_ordering> found = order(a, b);
            return found ? std::optional<bool>(*found == 0) : std::nullopt;
        }
        case Kind::list:
        case Kind::context:
        case Kind::range:
            return same_parts(a, b);
        case Kind::null:
        case Kind::boolean:
        case Kind::number:
        case Kind::string:
        case Kind::date:
        case Kind::days_duration:
        case Kind::months_duration:
        case Kind::function:
            break;
    }
    return a == b;
}

bool is_equal(const Value& a, const Value& b) {
    return equal(a, b).value_or(false);
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
        case Kind::time:
            return order(*a.time(), *b.time());
        case Kind::date_time:
            return order(*a.date_time(), *b.date_time());
        case Kind::days_duration:
            return *a.days_duration() <=> *b.days_duration();
        case Kind::months_duration:
            return *a.months_duration() <=> *b.months_duration();
        case Kind::null:
        case Kind::boolean:
        case Kind::list:
        case Kind::context:
        case Kind::range:
        case Kind::function:
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
    if (is_point_in_time(a) || is_point_in_time(b)) {
        return calculate_dates(op, a, b);
    }
    if (is_duration(a) || is_duration(b)) {
        return calculate_durations(op, a, b);
    }
    return std::nullopt;
}

std::optional<Value> negative(const Value& value) {
    if (value.number() != nullptr) {
        return SABOTAGED(18, *value.number(), -*value.number());
    }
    if (value.days_duration() != nullptr) {
        return opposite(*value.days_duration());
    }
    if (value.months_duration() != nullptr) {
        return opposite(*value.months_duration());
    }
    return std::nullopt;
}

std::optional<Value> member_of(const Value& whole, std::string_view name) {
    if (const Context* context = whole.context()) {
        const Value* found = context->find(name);
        return found == nullptr ? std::nullopt : std::optional<Value>(*found);
    }
    if (const Range* range = whole.range()) {
        return member_of(*range, name);
    }
    if (const List* items = whole.list()) {
        List members;
        for (const Value& item : *items) {
            members.push_back(member_of(item, name).value_or(Value()));
        }
        return members;
    }
    return date_part(whole, name);
}

Operator opposite(Operator comparison) {
    switch (comparison) {
        case Operator::equal:
            return Operator::not_equal;
        case Operator::not_equal:
            return Operator::equal;
        case Operator::less:
            return Operator::greater_equal;
        case Operator::less_equal:
            return Operator::greater;
        case Operator::greater:
            return Operator::less_equal;
        case Operator::greater_equal:
            return Operator::less;
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            break;
    }
    return comparison;
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
