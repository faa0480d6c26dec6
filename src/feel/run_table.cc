// Runs decision tables: which rules hold, and what the hit policy makes of them.

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "base/sabotage.h"
#include "feel/builtins.h"
#include "feel/in_range.h"
#include "feel/run.h"

namespace feel {

Truth Run::meets(NodeId test, const Value& tested) {
    return test == no_node ? Truth::yes : this->test(test, tested);
}

Truth Run::test(NodeId id, const Value& tested) {
    const Node& node = program_.nodes[id];
    switch (node.op) {
        case Op::test_compare:
            return holds(tested, node.by, node.a);
        case Op::test_value:
            return test_value(node, tested);
        case Op::test_range:
            return test_range(node, tested);
        case Op::test_none:
        case Op::test_one: {
            Truth truth = Truth::no;
            for (std::uint32_t i = 0; i < node.b && truth != Truth::yes; ++i) {
                truth = either(truth, test(program_.links[node.a + i], tested));
            }
            return SABOTAGED(27, true, node.op == Op::test_one) ? truth : negated(truth);
        }
        case Op::test_truth:
            slots_[node.c] = tested;
            return truth_of(evaluate(node.a));
        case Op::constant:
        case Op::slot:
        case Op::parameter:
        case Op::member:
        case Op::negate:
        case Op::binary:
        case Op::between:
        case Op::in:
        case Op::conditional:
        case Op::for_each:
        case Op::some:
        case Op::every:
        case Op::filter:
        case Op::list:
        case Op::range:
        case Op::range_of:
        case Op::span:
        case Op::item_name:
        case Op::closure:
        case Op::invoke:
        case Op::checked_if:
        case Op::instance_of:
        case Op::coerce:
        case Op::steps:
        case Op::builtin:
        case Op::call:
        case Op::table:
            break;
    }
    CHECK(false);  // an expression is no test
}

Truth Run::test_value(const Node& node, const Value& tested) {
    Value scratch;
    const Value& value = reference(node.a, scratch);
    if (value.list() != nullptr && !may_spend(node, steps_of(value))) {
        return Truth::unknown;
    }
    if (tested.kind() == value.kind() && (value.list() == nullptr || is_equal(tested, value))) {
        return is_equal(tested, value) ? Truth::yes : Truth::no;
    }
    if (const List* items = value.list()) {
        const bool found = std::any_of(items->begin(), items->end(), [&tested](const Value& item) {
            return is_equal(item, tested) ||
                   (item.range() != nullptr && lies_in(tested, *item.range()) == Truth::yes);
        });
        return found ? Truth::yes : Truth::no;
    }
    if (const Range* range = value.range()) {
        return lies_in(tested, *range);
    }
    if (tested.is_null() || value.is_null()) {
        return Truth::no;
    }
    return value.is_true() ? Truth::yes : truth_of(value) == Truth::no ? Truth::no : Truth::unknown;
}

Truth Run::test_range(const Node& node, const Value& tested) {
    const bool low_open = SABOTAGED(6, true, node.low_open);
    const bool high_open = SABOTAGED(7, false, node.high_open);
    const Truth above =
        holds(tested, low_open ? Operator::greater : Operator::greater_equal, node.a);
    if (above == Truth::no) {
        return above;
    }
    return both(above, holds(tested, high_open ? Operator::less : Operator::less_equal, node.b));
}

Run::Held Run::matching(const Table& table) {
    const std::size_t width = table.inputs.size();
    std::array<Value, 8> few;
    std::array<const Value*, 8> few_tested;
    std::vector<Value> many;
    std::vector<const Value*> many_tested;
    Value* scratch = few.data();
    const Value** tested = few_tested.data();
    if (width > few.size()) {
        many.resize(width);
        many_tested.resize(width);
        scratch = many.data();
        tested = many_tested.data();
    }
    for (std::size_t i = 0; i < width; ++i) {
        tested[i] = &reference(table.inputs[i], scratch[i]);
    }
    Held held;
    for (std::size_t rule = 0; rule < table.rules && !fault_; ++rule) {
        const NodeId* cells = table.cells.data() + rule * width;
        bool holds_all = true;
        for (std::size_t i = 0; i < width && holds_all; ++i) {
            holds_all = cells[i] == no_node || test(cells[i], *tested[i]) == Truth::yes;
        }
        if (holds_all) {
            held.push_back(static_cast<std::uint32_t>(rule));
            if (SABOTAGED(12, false, table.policy == HitPolicy::first)) {
                break;
            }
        }
    }
    return held;
}

Value Run::row(const Table& table, const NodeId* cells) {
    if (table.width == 1) {
        return evaluate(cells[0]);
    }
    Context context;
    context.names = table.output_names;
    context.values.reserve(table.width);
    for (std::size_t i = 0; i < table.width; ++i) {
        context.values.push_back(evaluate(cells[i]));
    }
    return context;
}

Value Run::output(const Table& table, std::uint32_t rule, std::uint32_t index) {
    Value value = row(table, table.outputs.data() + rule * table.width);
    if (events_ != nullptr) {
        events_->push_back(
            {Event::Kind::rule, index, SABOTAGED(35, rule == 0 ? 1 : rule, rule + 1), value});
    }
    return value;
}

Value Run::no_rule(const Table& table, std::uint32_t index) {
    if (SABOTAGED(15, false, !table.defaults.empty())) {
        Value value = row(table, table.defaults.data());
        if (events_ != nullptr) {
            events_->push_back({Event::Kind::rule, index, 0, value});
        }
        return value;
    }
    if (table.policy == HitPolicy::collect && strict_) {
        if (table.aggregation == Aggregation::none) {
            return List{};
        }
        if (table.aggregation == Aggregation::count) {
            return 0;
        }
    }
    return fail(table.source, "policy.no_rule",
                "No rule of the table " + table.name +
                    " holds, and it has no default output. Add a rule or a default.");
}

Value Run::table(std::uint32_t index) {
    const Table& table = program_.tables[index];
    const Held held = matching(table);
    if (fault_) {
        return {};
    }
    if (held.empty()) {
        return no_rule(table, index);
    }
    if (table.policy == HitPolicy::first || held.size() == 1) {
        Value value = output(table, SABOTAGED(12, held.back(), held.front()), index);
        return table.policy == HitPolicy::collect || table.policy == HitPolicy::rule_order ||
                       table.policy == HitPolicy::output_order
                   ? collected(table, List{std::move(value)})
                   : value;
    }
    return one_of(table, held, index);
}

// Several rules hold.
Value Run::one_of(const Table& table, const Held& rules, std::uint32_t index) {
    if (table.policy == HitPolicy::unique) {
        return SABOTAGED(
            11, output(table, rules.front(), index),
            fail(table.source, "policy.rules_disagree",
                 "Rules " + std::to_string(rules[0] + 1) + " and " + std::to_string(rules[1] + 1) +
                     " of the table " + table.name + " both hold, but only one may."));
    }
    List values;
    for (const std::uint32_t rule : rules) {
        values.push_back(output(table, rule, index));
    }
    switch (table.policy) {
        case HitPolicy::any:
            for (std::size_t i = 1; i < values.size(); ++i) {
                if (SABOTAGED(23, false, !(values[i] == values[0]))) {
                    return fail(table.source, "policy.rules_disagree",
                                "Rules " + std::to_string(rules[0] + 1) + " and " +
                                    std::to_string(rules[i] + 1) + " of the table " + table.name +
                                    " both hold and give different outputs.");
                }
            }
            return values[0];
        case HitPolicy::priority:
            return SABOTAGED(22, values[by_priority(table, values).back()],
                             values[by_priority(table, values).front()]);
        case HitPolicy::output_order: {
            List sorted;
            for (const std::size_t i : by_priority(table, values)) {
                sorted.push_back(values[i]);
            }
            return sorted;
        }
        case HitPolicy::collect:
        case HitPolicy::rule_order:
            return collected(table, std::move(values));
        case HitPolicy::unique:
        case HitPolicy::first:
            break;
    }
    return {};
}

// Orders the outputs by the lists of output values, the most important first.
std::vector<std::size_t> Run::by_priority(const Table& table, const List& values) const {
    const auto rank = [&table](const Value& value, std::size_t column) {
        const std::vector<Value>& order = table.priorities[column];
        return std::find(order.begin(), order.end(), value) - order.begin();
    };
    std::vector<std::size_t> positions(values.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    std::stable_sort(positions.begin(), positions.end(), [&](std::size_t a, std::size_t b) {
        for (std::size_t column = 0; column < table.width; ++column) {
            const bool wide = table.width > 1;
            const Value& first = wide ? values[a].context()->values[column] : values[a];
            const Value& second = wide ? values[b].context()->values[column] : values[b];
            const auto difference = rank(first, column) - rank(second, column);
            if (difference != 0) {
                return SABOTAGED(24, table.policy != HitPolicy::output_order && difference < 0,
                                 difference < 0);
            }
        }
        return false;
    });
    return positions;
}

Value Run::collected(const Table& table, List values) {
    static const std::size_t sum = *find_builtin("sum");
    static const std::size_t least = *find_builtin("min");
    static const std::size_t greatest = *find_builtin("max");
    std::size_t function = sum;
    switch (table.aggregation) {
        case Aggregation::none:
            return values;
        case Aggregation::count:
            return Decimal(static_cast<std::int64_t>(values.size()));
        case Aggregation::sum:
            SABOTAGED(13, values.size() > 1 ? values.pop_back() : void(), void());
            break;
        case Aggregation::minimum:
            function = SABOTAGED(14, greatest, least);
            break;
        case Aggregation::maximum:
            function = greatest;
            break;
    }
    const Value list(std::move(values));
    std::optional<Value> result = builtins()[function].run(std::span<const Value>(&list, 1));
    return result ? std::move(*result)
                  : fail(table.source, "feel.null",
                         "The outputs of the table " + table.name + " cannot be put together.");
}

}  // namespace feel
