// How a run keeps to its budget: every node passes here before and after it is worked out.

#include <algorithm>

#include "feel/builtin_arguments.h"
#include "feel/run.h"

namespace feel {

namespace {

constexpr std::int64_t item_bytes = 48;

// Whether a node makes what it gives; the others hand on what is there.
bool makes_value(Op op) {
    return op != Op::constant && op != Op::slot && op != Op::parameter && op != Op::member &&
           op != Op::conditional && op != Op::checked_if && op != Op::call;
}

std::int64_t items_of(const Value& value) {
    if (value.list() != nullptr) {
        return static_cast<std::int64_t>(value.list()->size());
    }
    if (value.function() != nullptr) {
        return 1 + static_cast<std::int64_t>(value.function()->captured.size());
    }
    return value.context() == nullptr ? 0
                                      : static_cast<std::int64_t>(value.context()->values.size());
}

}  // namespace

// Looking for one text in another grows with both.
std::int64_t steps_to_take(std::span<const Value> arguments) {
    std::int64_t steps = 0;
    std::int64_t area = 1;
    for (const Value& each : arguments) {
        steps += steps_of(each);
        if (each.string() != nullptr && area < 1'000'000'000'000) {
            area *= 1 + static_cast<std::int64_t>(each.string()->size());
        }
    }
    return steps + area / 4'096;
}

bool Run::too_much_work(const Node& node) {
    fail(node.source, "feel.too_much_work",
         "Working this out takes more steps than a decision may take.");
    return false;
}

Value Run::evaluate(NodeId id) {
    const Node& node = program_.nodes[id];
    if (!may_spend(node, 1)) {
        return {};
    }
    // What only lies there takes no room and nests nothing; a text does, it is copied.
    if (node.op == Op::slot || node.op == Op::constant) {
        const Value& there = node.op == Op::slot ? slots_[node.a] : program_.constants[node.a];
        if (there.string() == nullptr) {
            return there;
        }
    }
    if (nesting_ >= nesting_max) {
        return fail(node.source, "feel.too_deep",
                    "One thing stands in another too many times, or a function calls itself "
                    "without end.");
    }
    ++nesting_;
    Value found = work_out(id);
    --nesting_;
    if (!has_room(node, found)) {
        found = fail(node.source, "feel.too_large",
                     "What is worked out here is larger than a decision may make.");
    }
    return found;
}

bool Run::has_room_inside(const Node& node, const Value& value) {
    const bool is_made = makes_value(node.op);
    std::int64_t bytes = event_bytes();
    bool is_large = false;
    if (const std::string* text = value.string()) {
        bytes += static_cast<std::int64_t>(text->size());
        is_large = is_made && text->size() > text_max;
    } else if (is_made) {
        bytes += items_of(value) * item_bytes;
        is_large = value.weight() > value_weight_max || value.depth() > value_depth_max;
    }
    return !is_large && room_.spend(bytes);
}

}  // namespace feel
