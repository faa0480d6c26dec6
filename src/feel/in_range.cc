#include "feel/in_range.h"

namespace feel {

Truth lies_in(const Value& value, const Range& range) {
    switch (range.form) {
        case RangeForm::ends:
            return both(compare(range.low_included ? Operator::greater_equal : Operator::greater,
                                value, range.low),
                        compare(range.high_included ? Operator::less_equal : Operator::less, value,
                                range.high));
        case RangeForm::less:
            return compare(Operator::less, value, range.high);
        case RangeForm::less_equal:
            return compare(Operator::less_equal, value, range.high);
        case RangeForm::greater:
            return compare(Operator::greater, value, range.low);
        case RangeForm::greater_equal:
            return compare(Operator::greater_equal, value, range.low);
        case RangeForm::equal:
            return compare(Operator::equal, value, range.low);
        case RangeForm::not_equal:
            return compare(Operator::not_equal, value, range.low);
    }
    return Truth::unknown;
}

Range range_of_test(Operator op, const Value& bound) {
    switch (op) {
        case Operator::less:
            return Range{Value(), bound, false, false, RangeForm::less};
        case Operator::less_equal:
            return Range{Value(), bound, false, true, RangeForm::less_equal};
        case Operator::greater:
            return Range{bound, Value(), false, false, RangeForm::greater};
        case Operator::greater_equal:
            return Range{bound, Value(), true, false, RangeForm::greater_equal};
        case Operator::not_equal:
            return Range{bound, bound, false, false, RangeForm::not_equal};
        case Operator::equal:
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            break;
    }
    return Range{bound, bound, true, true, RangeForm::equal};
}

bool may_bound(const Value& low, const Value& high) {
    if (low.is_null() || high.is_null()) {
        const Value& other = low.is_null() ? high : low;
        return other.is_null() || order(other, other).has_value();
    }
    return order(low, high).has_value();
}

std::optional<Value> member_of(const Range& range, std::string_view name) {
    if (name == "start") {
        return range.low;
    }
    if (name == "end") {
        return range.high;
    }
    if (name == "start included") {
        return range.low_included;
    }
    return name == "end included" ? std::optional<Value>(range.high_included) : std::nullopt;
}

}  // namespace feel
