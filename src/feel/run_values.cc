// Runs what only full FEEL has besides functions: ranges as values, names of items, boxed
// conditionals, loops over spans.

#include "feel/duration.h"
#include "feel/in_range.h"
#include "feel/run.h"

namespace feel {

Value Run::item_name(const Node& node) {
    const Value* member = slots_[node.a].member(program_.names[node.b]);
    return member != nullptr ? *member : evaluate(node.c);
}

Value Run::make_range(const Node& node) {
    Value low = evaluate(node.a);
    Value high = evaluate(node.b);
    if (!may_bound(low, high)) {
        return fail(node.source, "feel.null", "The ends of a range must be of one kind.");
    }
    return Range{std::move(low), std::move(high), !node.low_open, !node.high_open};
}

Value Run::checked_if(const Node& node) {
    const Value condition = evaluate(node.a);
    if (condition.boolean() == nullptr && !condition.is_null()) {
        return fail(node.source, "feel.null", "The condition is neither true nor false.");
    }
    return evaluate(condition.is_true() ? node.b : node.c);
}

Value Run::of_instance(const Node& node) {
    const Value value = evaluate(node.a);
    if (!may_spend(node, steps_of(value))) {
        return {};
    }
    return instance_of(value, program_.shapes[node.b].type);
}

// A span goes up or down by ones or by days; a range only up.
bool Run::iterate_span(const Node& node, const std::function<bool(Value)>& each) {
    Value first = evaluate(node.a);
    const Value last = evaluate(node.b);
    return walk(std::move(first), last, node.op == Op::span, each);
}

bool Run::iterate_range(const Range& range, const std::function<bool(Value)>& each) {
    if (range.form != RangeForm::ends) {
        return false;
    }
    return walk(range.low, range.high, false, [&](Value at) {
        const bool left_out = (!range.low_included && is_equal(at, range.low)) ||
                              (!range.high_included && is_equal(at, range.high));
        return work_.spend(1) && (left_out || each(std::move(at)));
    });
}

bool Run::walk(Value at, const Value& last, bool may_go_down,
               const std::function<bool(Value)>& each) {
    const bool whole = at.number() != nullptr && at.number()->is_whole() &&
                       last.number() != nullptr && last.number()->is_whole();
    const bool days = at.date() != nullptr && last.date() != nullptr;
    const std::optional<std::strong_ordering> found = order(at, last);
    if (!found || !(whole || days) || (*found > 0 && !may_go_down)) {
        return false;
    }
    const bool down = *found > 0;
    const Value step = whole ? Value(1) : parse_duration("P1D").value_or(Value());
    while (each(at)) {
        if (is_equal(at, last)) {
            return true;
        }
        std::optional<Value> next = calculate(down ? Operator::subtract : Operator::add, at, step);
        if (!next) {
            return false;
        }
        at = std::move(*next);
    }
    return false;
}

}  // namespace feel
