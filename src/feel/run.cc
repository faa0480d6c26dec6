#include "feel/run.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/sabotage.h"
#include "feel/builtin_arguments.h"
#include "feel/builtins.h"
#include "feel/in_range.h"

namespace feel {

namespace {

constexpr int depth_max = 1'000;

std::string kinds_text(const Value& a, const Value& b) {
    return std::string(name_of(a.kind())) + " and " + std::string(name_of(b.kind()));
}

// The beginning of a long text, for a message.
std::string shortened(const std::string& text) {
    constexpr std::size_t letters_max = 400;
    if (text.size() <= letters_max) {
        return text;
    }
    std::size_t end = letters_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end) + "…";
}

// Reads a whole number; false for anything else.
bool whole_number(const Value& value, std::int64_t& number) {
    const std::optional<std::int64_t> whole =
        value.number() == nullptr ? std::nullopt : value.number()->to_int64();
    number = whole.value_or(0);
    return whole.has_value();
}

}  // namespace

Value Run::fail(std::uint32_t source, std::string code, std::string message) {
    if (strict_ && !fault_) {
        const Source& written = program_.sources[source];
        fault_ =
            Error{std::move(code), shortened(message) + " It stands in: " + shortened(written.text),
                  written.place};
    }
    return {};
}

Value Run::work_out(NodeId id) {
    const Node& node = program_.nodes[id];
    switch (node.op) {
        case Op::constant:
            return program_.constants[node.a];
        case Op::slot:
            return slots_[node.a];
        case Op::parameter:
            if (slots_[node.a].is_null()) {
                return fail(node.source, "policy.parameter_not_in_force",
                            "The figure " + program_.parameters[node.b] +
                                " has no value on the day of the decision.");
            }
            if (events_ != nullptr) {
                events_->push_back({Event::Kind::parameter, node.b, 0, {}});
            }
            return slots_[node.a];
        case Op::member: {
            Value scratch;
            const Value& whole = reference(node.a, scratch);
            if (whole.list() != nullptr && !may_spend(node, steps_of(whole))) {
                return {};
            }
            std::optional<Value> found = member_of(whole, program_.names[node.b]);
            if (!found) {
                return fail(node.source, "feel.null",
                            "There is no \"" + program_.names[node.b] + "\" in " +
                                std::string(name_of(whole.kind())) + ".");
            }
            return std::move(*found);
        }
        case Op::negate: {
            Value scratch;
            const Value& operand = reference(node.a, scratch);
            std::optional<Value> found = negative(operand);
            return found ? std::move(*found)
                         : fail(node.source, "feel.null",
                                "A minus stands before " + std::string(name_of(operand.kind())) +
                                    ".");
        }
        case Op::binary:
            return binary(node);
        case Op::between:
            return between(node);
        case Op::in: {
            Value scratch;
            const Value& tested = reference(node.a, scratch);
            const Truth truth = test(node.b, tested);
            return truth == Truth::unknown
                       ? fail(node.source, "feel.null",
                              "Whether " + tested.to_text() + " is in the list cannot be said.")
                       : value_of(truth);
        }
        case Op::conditional:
            return conditional(node);
        case Op::for_each:
            return for_each(node);
        case Op::some:
        case Op::every:
            return quantified(node);
        case Op::filter:
            return filter(node);
        case Op::list: {
            List items;
            items.reserve(node.b);
            for (std::uint32_t i = 0; i < node.b; ++i) {
                items.push_back(evaluate(program_.links[node.a + i]));
            }
            return items;
        }
        case Op::range:
            return make_range(node);
        case Op::range_of:
            return range_of_test(node.by, evaluate(node.a));
        case Op::span: {
            List items;
            const bool whole = iterate_span(node, [&items](Value at) {
                items.push_back(std::move(at));
                return items.size() < items_max;
            });
            return whole ? Value(std::move(items))
                         : fail(node.source, "feel.null", "These ends span nothing.");
        }
        case Op::item_name:
            return item_name(node);
        case Op::closure:
            return closure(node);
        case Op::invoke:
            return invoke(node);
        case Op::checked_if:
            return checked_if(node);
        case Op::instance_of:
            return of_instance(node);
        case Op::coerce: {
            std::optional<Value> found = as_shape(evaluate(node.a), node.b);
            return found ? std::move(*found)
                         : fail(node.source, "feel.wrong_type",
                                "The value is not of the type declared.");
        }
        case Op::steps:
            return steps(node.a);
        case Op::builtin:
            return builtin(node);
        case Op::call: {
            std::vector<Value> arguments;
            arguments.reserve(node.c);
            for (std::uint32_t i = 0; i < node.c; ++i) {
                arguments.push_back(evaluate(program_.links[node.b + i]));
            }
            return call(node.a, std::move(arguments));
        }
        case Op::table:
            return table(node.a);
        case Op::test_compare:
        case Op::test_value:
        case Op::test_range:
        case Op::test_none:
        case Op::test_one:
        case Op::test_truth:
            break;
    }
    CHECK(false);  // a test is run by test()
}

Value Run::binary(const Node& node) {
    if (node.by == Operator::both || node.by == Operator::either) {
        const Truth truth = logic(node);
        return truth == Truth::unknown ? fail(node.source, "feel.null",
                                              "One side of \"" + std::string(to_text(node.by)) +
                                                  "\" is neither true nor false.")
                                       : value_of(truth);
    }
    Value left_scratch;
    Value right_scratch;
    const Value& left = reference(node.a, left_scratch);
    const Value& right = reference(node.b, right_scratch);
    if (!may_spend(node, steps_of(left) + steps_of(right))) {
        return {};
    }
    switch (node.by) {
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power: {
            std::optional<Value> found = calculate(node.by, left, right);
            if (found) {
                return std::move(*found);
            }
            const bool by_nought = node.by == Operator::divide && right.number() != nullptr &&
                                   right.number()->is_zero();
            return fail(node.source, "feel.null",
                        by_nought ? "It divides by nought."
                                  : "\"" + std::string(to_text(node.by)) + "\" has no result for " +
                                        kinds_text(left, right) + ".");
        }
        case Operator::equal:
        case Operator::not_equal:
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal: {
            const Truth truth = compare(node.by, left, right);
            return truth == Truth::unknown
                       ? fail(node.source, "feel.null",
                              "\"" + std::string(to_text(node.by)) + "\" cannot compare " +
                                  kinds_text(left, right) + ".")
                       : value_of(truth);
        }
        case Operator::both:
        case Operator::either:
            break;
    }
    return {};
}

// The left side decides alone when it can, so that "x != null and x > 3" is safe.
Truth Run::logic(const Node& node) {
    Value scratch;
    const Truth left = truth_of(reference(node.a, scratch));
    const bool is_and = node.by == Operator::both;
    if (left == (is_and ? Truth::no : Truth::yes)) {
        return left;
    }
    const Truth right = truth_of(reference(node.b, scratch));
    return is_and ? both(left, right) : either(left, right);
}

Truth Run::holds(const Value& value, Operator op, NodeId bound) {
    Value scratch;
    return compare(op, value, reference(bound, scratch));
}

Value Run::between(const Node& node) {
    Value scratch;
    const Value& value = reference(node.a, scratch);
    const Truth truth =
        both(holds(value, Operator::greater_equal, node.b),
             holds(value, SABOTAGED(40, Operator::less, Operator::less_equal), node.c));
    return truth == Truth::unknown
               ? fail(node.source, "feel.null", "\"between\" cannot compare these values.")
               : value_of(truth);
}

Value Run::conditional(const Node& node) {
    Value scratch;
    const Truth truth = truth_of(reference(node.a, scratch));
    if (truth == Truth::unknown) {
        fail(node.source, "feel.null", "What stands behind \"if\" is neither true nor false.");
    }
    const bool exchanged = SABOTAGED(16, program_.nodes[node.a].by == Operator::not_equal, false);
    return evaluate((truth == Truth::yes) != exchanged ? node.b : node.c);
}

bool Run::iterate(const std::uint32_t* links, std::uint32_t count, std::uint32_t at,
                  const Node& node, List& results) {
    if (at == count) {
        if (results.size() >= items_max) {
            fail(node.source, "feel.too_many", "A loop goes over more than 100,000 items.");
            return false;
        }
        if (node.c != 0) {
            slots_[node.c - 1] = results;
            if (!may_spend(node, steps_of(slots_[node.c - 1]))) {
                return false;
            }
        }
        results.push_back(evaluate(links[2 * static_cast<std::size_t>(count)]));
        return may_spend(node, 0);
    }
    const std::uint32_t slot = links[2 * static_cast<std::size_t>(at)];
    const auto each = [&](Value item) {
        slots_[slot] = std::move(item);
        return iterate(links, count, at + 1, node, results);
    };
    const Node& written = program_.nodes[links[2 * static_cast<std::size_t>(at) + 1]];
    if (written.op == Op::span) {
        return iterate_span(written, each);
    }
    const Value domain = evaluate(links[2 * static_cast<std::size_t>(at) + 1]);
    if (const Range* range = domain.range()) {
        return iterate_range(*range, each);
    }
    if (domain.is_null()) {
        return false;
    }
    const List single = domain.list() == nullptr ? List{domain} : List{};
    for (const Value& item : domain.list() == nullptr ? single : *domain.list()) {
        if (!each(item)) {
            return false;
        }
    }
    return true;
}

Value Run::for_each(const Node& node) {
    List results;
    if (!iterate(&program_.links[node.a], node.b, 0, node, results)) {
        may_spend(node, 0);  // if that is why, it is said first
        return fail(node.source, "feel.null", "\"for\" needs a list to go over.");
    }
    return results;
}

Value Run::quantified(const Node& node) {
    List results;
    if (!iterate(&program_.links[node.a], node.b, 0, node, results)) {
        may_spend(node, 0);  // if that is why, it is said first
        return fail(node.source, "feel.null", "\"some\" and \"every\" need a list to go over.");
    }
    Truth truth = node.op == Op::some ? Truth::no : Truth::yes;
    for (const Value& each : results) {
        if (each.boolean() == nullptr && !each.is_null()) {
            return fail(node.source, "feel.null", "For some item it is neither true nor false.");
        }
        truth = node.op == Op::some ? either(truth, truth_of(each)) : both(truth, truth_of(each));
    }
    return truth == Truth::unknown
               ? fail(node.source, "feel.null", "For some item it cannot be said.")
               : value_of(truth);
}

Value Run::filter(const Node& node) {
    const Value whole = evaluate(node.a);
    if (whole.is_null()) {
        return fail(node.source, "feel.null", "There is no list to filter.");
    }
    const List single = whole.list() == nullptr ? List{whole} : List{};
    const List& items = whole.list() == nullptr ? single : *whole.list();
    List kept;
    if (items.empty()) {
        slots_[node.c] = Value();
        return evaluate(node.b).number() == nullptr ? Value(kept) : Value();
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        slots_[node.c] = items[i];
        const Value condition = evaluate(node.b);
        if (condition.number() != nullptr) {
            const auto size = static_cast<std::int64_t>(items.size());
            std::int64_t position = 0;
            whole_number(condition, position);
            position += position < 0 ? size + 1 : 0;
            return position < 1 || position > size ? Value()
                                                   : items[static_cast<std::size_t>(position - 1)];
        }
        if (condition.is_true()) {
            kept.push_back(items[i]);
        } else if (condition.is_null()) {
            fail(node.source, "feel.null", "For some item the condition cannot be said.");
        }
    }
    return kept;
}

Value Run::steps(std::uint32_t index) {
    const StepList& list = program_.step_lists[index];
    for (std::size_t i = 0; i < list.nodes.size(); ++i) {
        Value value = evaluate(list.nodes[i]);
        SABOTAGED(20, i == 0 ? std::swap(slots_[list.slots[i]], value) : void(),
                  std::swap(slots_[list.slots[i]], value));
        if (fault_) {
            return {};
        }
        if (events_ != nullptr && list.told) {
            events_->push_back(
                {Event::Kind::step, index, static_cast<std::uint32_t>(i), slots_[list.slots[i]]});
        }
    }
    if (list.result != no_node) {
        return evaluate(list.result);
    }
    Context context;
    context.names = list.names;
    context.values.reserve(list.slots.size());
    for (const std::uint32_t slot : list.slots) {
        context.values.push_back(slots_[slot]);
    }
    SABOTAGED(36, std::reverse(context.values.begin(), context.values.end()), void());
    return context;
}

Value Run::builtin(const Node& node) {
    const Builtin& function = builtins()[node.a];
    std::array<Value, 4> few;
    std::vector<Value> many;
    std::span<Value> arguments(few.data(), std::min<std::size_t>(node.c, few.size()));
    if (node.c > few.size()) {
        many.resize(node.c);
        arguments = many;
    }
    for (std::uint32_t i = 0; i < node.c; ++i) {
        arguments[i] = evaluate(program_.links[node.b + i]);
    }
    if (function.needs_moment) {
        few[0] = moment_;
        arguments = {few.data(), 1};
    }
    std::optional<Value> found = run_builtin(function, node, arguments);
    if (found) {
        return std::move(*found);
    }
    if (!may_spend(node, 0) || !strict_) {
        return {};
    }
    std::string given;
    for (const Value& each : arguments) {
        given += (given.empty() ? "" : ", ") + each.to_text();
    }
    return fail(node.source, "feel.null",
                std::string(function.name) + "(" + given + ") has no result.");
}

Value Run::call(std::uint32_t index, std::vector<Value> arguments) {
    const Function& function = program_.functions[index];
    if (function.signature != nullptr) {  // of full FEEL: its arguments are held against types
        const FunctionValue called{FunctionValue::Origin::defined, index, {}, function.signature};
        return apply_defined(called, std::move(arguments)).value_or(Value());
    }
    if (++depth_ > depth_max) {
        --depth_;
        return fail(program_.nodes[function.body].source, "feel.too_deep",
                    "The function " + function.name + " calls itself without end.");
    }
    for (std::size_t i = 0; i < function.slots.size(); ++i) {
        const std::size_t given = SABOTAGED(37, function.slots.size() - 1 - i, i);
        slots_[function.slots[i]] =
            given < arguments.size() ? std::move(arguments[given]) : Value();
    }
    Value result = evaluate(function.body);
    --depth_;
    return result;
}

}  // namespace feel
