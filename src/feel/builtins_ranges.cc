#include "feel/builtins_ranges.h"

#include "feel/builtin_arguments.h"
#include "feel/operate.h"
#include "feel/range_text.h"

namespace feel {

namespace {

Truth as_truth(bool truth) {
    return truth ? Truth::yes : Truth::no;
}

// One end of a range; where a test leaves it open, it lies beyond every value: below (-1) or
// above (1).
struct End {
    const Value& value;
    int beyond = 0;
};

End low_of(const Range& range) {
    const bool is_open = range.form == RangeForm::less || range.form == RangeForm::less_equal;
    return End{range.low, is_open ? -1 : 0};
}

End high_of(const Range& range) {
    const bool is_open = range.form == RangeForm::greater || range.form == RangeForm::greater_equal;
    return End{range.high, is_open ? 1 : 0};
}

Truth less(const End& a, const End& b) {
    return a.beyond != 0 || b.beyond != 0 ? as_truth(a.beyond < b.beyond)
                                          : compare(Operator::less, a.value, b.value);
}
Truth same(const End& a, const End& b) {
    return a.beyond != 0 || b.beyond != 0 ? as_truth(a.beyond == b.beyond)
                                          : compare(Operator::equal, a.value, b.value);
}

// a is less than b, or equal to it where the third says yes.
Truth less_or(const End& a, const End& b, bool when_equal) {
    return either(less(a, b), both(same(a, b), as_truth(when_equal)));
}

// A point is a range of one value.
Range as_range(const Value& value) {
    return value.range() != nullptr ? *value.range() : Range{value, value};
}

Truth before(const Range& a, const Range& b) {
    return less_or(high_of(a), low_of(b), !a.high_included || !b.low_included);
}

Truth meets(const Range& a, const Range& b) {
    return both(as_truth(a.high_included && b.low_included), same(high_of(a), low_of(b)));
}

// a reaches into b or beyond: its end does not lie before b's start.
Truth reaches(const Range& a, const Range& b) {
    return less_or(low_of(b), high_of(a), a.high_included && b.low_included);
}

Truth overlaps(const Range& a, const Range& b) {
    return both(reaches(a, b), reaches(b, a));
}

// a ends no later than b.
Truth ends_within(const Range& a, const Range& b) {
    return less_or(high_of(a), high_of(b), !a.high_included || b.high_included);
}

// a starts no earlier than b.
Truth starts_within(const Range& a, const Range& b) {
    return less_or(low_of(b), low_of(a), !a.low_included || b.low_included);
}

Truth overlaps_before(const Range& a, const Range& b) {
    const Truth earlier = less_or(low_of(a), low_of(b), a.low_included && !b.low_included);
    return both(both(earlier, reaches(a, b)), ends_within(a, b));
}

Truth finishes(const Range& a, const Range& b) {
    const Truth same_end =
        both(as_truth(a.high_included == b.high_included), same(high_of(a), high_of(b)));
    return both(same_end, starts_within(a, b));
}

Truth includes(const Range& a, const Range& b) {
    return both(starts_within(b, a), ends_within(b, a));
}

Truth starts(const Range& a, const Range& b) {
    const Truth same_start =
        both(as_truth(a.low_included == b.low_included), same(low_of(a), low_of(b)));
    return both(same_start, ends_within(a, b));
}

Truth coincides(const Range& a, const Range& b) {
    return both(both(as_truth(a.low_included == b.low_included), same(low_of(a), low_of(b))),
                both(as_truth(a.high_included == b.high_included), same(high_of(a), high_of(b))));
}

using Relation = Truth (*)(const Range&, const Range&);

// Which arguments must be ranges; the others may be either.
enum class Shape { any, both_ranges, first_range, second_range, both_alike };

bool has_shape(const Value& a, const Value& b, Shape shape) {
    for (const Value* each : {&a, &b}) {
        if (each->range() != nullptr && each->range()->form == RangeForm::not_equal) {
            return false;  // two ranges, not one
        }
    }
    const bool first = a.range() != nullptr;
    const bool second = b.range() != nullptr;
    switch (shape) {
        case Shape::any:
            return true;
        case Shape::both_ranges:
            return first && second;
        case Shape::first_range:
            return first;
        case Shape::second_range:
            return second;
        case Shape::both_alike:
            return first == second;
    }
    return false;
}

template <Relation relation, Shape shape>
Answer related(Arguments given) {
    if (!has_shape(given[0], given[1], shape)) {
        return std::nullopt;
    }
    const Truth truth = relation(as_range(given[0]), as_range(given[1]));
    return truth == Truth::unknown ? std::nullopt : Answer(value_of(truth));
}

// The same relation seen from the other side.
template <Relation relation, Shape shape>
Answer turned(Arguments given) {
    if (!has_shape(given[0], given[1], shape)) {
        return std::nullopt;
    }
    const Truth truth = relation(as_range(given[1]), as_range(given[0]));
    return truth == Truth::unknown ? std::nullopt : Answer(value_of(truth));
}

Answer range(Arguments given) {
    if (given[0].string() == nullptr) {
        return std::nullopt;
    }
    const std::optional<Range> read = parse_range(*given[0].string());
    return read ? Answer(*read) : std::nullopt;
}

}  // namespace

void add_range_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    using Form = std::vector<std::string_view>;
    const Form ranges = {"range1", "range2"};
    const Form points = {"point1", "point2"};
    const Form point_first = {"point", "range"};
    const Form range_first = {"range", "point"};
    const auto add = [&made](std::string_view name, Answer (*run)(Arguments), Form form,
                             std::vector<Form> others) {
        add_builtin(made, name, std::move(form), {K::any, K::any}, K::boolean, run).other_forms =
            std::move(others);
    };
    const std::vector<Form> all = {point_first, range_first, ranges};
    add("before", related<before, Shape::any>, points, all);
    add("after", turned<before, Shape::any>, points, all);
    add("meets", related<meets, Shape::both_ranges>, ranges, {});
    add("met by", turned<meets, Shape::both_ranges>, ranges, {});
    add("overlaps", related<overlaps, Shape::both_ranges>, ranges, {});
    add("overlaps before", related<overlaps_before, Shape::both_ranges>, ranges, {});
    add("overlaps after", turned<overlaps_before, Shape::both_ranges>, ranges, {});
    add("finishes", related<finishes, Shape::second_range>, point_first, {ranges});
    add("finished by", turned<finishes, Shape::first_range>, range_first, {ranges});
    add("includes", related<includes, Shape::first_range>, range_first, {ranges});
    add("during", turned<includes, Shape::second_range>, point_first, {ranges});
    add("starts", related<starts, Shape::second_range>, point_first, {ranges});
    add("started by", turned<starts, Shape::first_range>, range_first, {ranges});
    add("coincides", related<coincides, Shape::both_alike>, points, {ranges});
    add_builtin(made, "range", {"from"}, {K::string}, K::any, range);
}

}  // namespace feel
