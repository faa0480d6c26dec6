#include "policy/check_rounding.h"

#include <algorithm>
#include <map>

#include "base/sabotage.h"
#include "feel/builtins.h"

namespace policy {

namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;

constexpr int pence_places = 2;

// Follows an expression to whatever it does last.
class LastStep {
public:
    explicit LastStep(const DecisionModel& decisions) : program_(decisions.program) {
        for (const ModelDecision& each : decisions.decisions) {
            made_by_.emplace(each.slot, each.node);
        }
        for (const feel::StepList& steps : program_.step_lists) {
            for (std::size_t i = 0; i < steps.slots.size(); ++i) {
                made_by_.emplace(steps.slots[i], steps.nodes[i]);
            }
        }
    }

    // Gives the first part that can be last and rounds nothing; no_node when there is none.
    NodeId unrounded(NodeId id) const {
        const Node& node = program_.nodes[id];
        switch (node.op) {
            case Op::constant:
                return is_in_pence(program_.constants[node.a]) ? feel::no_node : id;
            case Op::slot: {
                const auto made = made_by_.find(node.a);
                return made == made_by_.end() ? id : unrounded(made->second);
            }
            case Op::member:
                return member(node, id);
            case Op::conditional: {
                const NodeId then = unrounded(node.b);
                return then != feel::no_node ? then : unrounded(node.c);
            }
            case Op::steps: {
                const NodeId result = program_.step_lists[node.a].result;
                return result == feel::no_node ? id : unrounded(result);
            }
            case Op::call:
                return unrounded(program_.functions[node.a].body);
            case Op::table:
                return table(program_.tables[node.a], 0, id);
            case Op::builtin:
                return builtin(node, id);
            case Op::parameter:
            case Op::negate:
            case Op::binary:
            case Op::between:
            case Op::in:
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
            case Op::test_compare:
            case Op::test_value:
            case Op::test_range:
            case Op::test_none:
            case Op::test_one:
            case Op::test_truth:
                break;
        }
        return id;
    }

private:
    static bool is_in_pence(const feel::Value& value) {
        if (value.number() == nullptr) {
            return false;
        }
        const std::optional<Decimal> rounded =
            value.number()->rounded(pence_places, base::Rounding::half_even);
        return rounded && *rounded == *value.number();
    }

    // A rounding must say to how many places, and not to parts of a penny. What only chooses (min,
    // max) is as rounded as all it chooses from.
    NodeId builtin(const Node& node, NodeId id) const {
        const feel::Builtin& function = feel::builtins()[node.a];
        if (function.rounds) {
            if (node.c < 2) {
                return feel::no_node;  // floor and ceiling: to the pound
            }
            const Node& places = program_.nodes[program_.links[node.b + 1]];
            const Decimal* number =
                places.op == Op::constant ? program_.constants[places.a].number() : nullptr;
            return number != nullptr && *number <= Decimal(SABOTAGED(38, 3, pence_places))
                       ? feel::no_node
                       : id;
        }
        if (!function.selects) {
            return id;
        }
        for (std::uint32_t i = 0; i < node.c; ++i) {
            const NodeId last = unrounded(program_.links[node.b + i]);
            if (last != feel::no_node) {
                return last;
            }
        }
        return feel::no_node;
    }

    // A table that gives one of its outputs; what adds up must be rounded after it.
    NodeId table(const feel::Table& table, std::size_t column, NodeId id) const {
        const bool chooses = table.policy != feel::HitPolicy::collect ||
                             table.aggregation == feel::Aggregation::minimum ||
                             table.aggregation == feel::Aggregation::maximum;
        if (!chooses) {
            return id;
        }
        for (std::size_t i = column; i < table.outputs.size(); i += table.width) {
            const NodeId last = unrounded(table.outputs[i]);
            if (last != feel::no_node) {
                return last;
            }
        }
        return table.defaults.empty() ? feel::no_node : unrounded(table.defaults[column]);
    }

    // A part of what a table of several outputs, or a context of steps, gives.
    NodeId member(const Node& node, NodeId id) const {
        const Node& owner = program_.nodes[node.a];
        const auto made = owner.op == Op::slot ? made_by_.find(owner.a) : made_by_.end();
        if (made == made_by_.end()) {
            return id;
        }
        const Node& whole = program_.nodes[made->second];
        const std::string& name = program_.names[node.b];
        if (whole.op == Op::table && program_.tables[whole.a].width > 1) {
            const feel::Table& table = program_.tables[whole.a];
            const auto found =
                std::find(table.output_names->begin(), table.output_names->end(), name);
            const auto column = static_cast<std::size_t>(found - table.output_names->begin());
            return column < table.width ? this->table(table, column, id) : id;
        }
        if (whole.op == Op::steps && program_.step_lists[whole.a].result == feel::no_node) {
            const feel::StepList& steps = program_.step_lists[whole.a];
            const auto found = std::find(steps.names->begin(), steps.names->end(), name);
            const auto step = static_cast<std::size_t>(found - steps.names->begin());
            return step < steps.nodes.size() ? unrounded(steps.nodes[step]) : id;
        }
        return id;
    }

    const feel::Program& program_;
    std::map<std::uint32_t, NodeId> made_by_;  // slot -> what fills it
};

Outcome check(const Model& model, const LastStep& last_step, const std::string& decision,
              std::size_t line, std::string_view column) {
    const int position = model.decisions.find_decision(decision);
    if (decision.empty() || position < 0) {
        return Done{};
    }
    const NodeId last =
        last_step.unrounded(model.decisions.decisions[static_cast<std::size_t>(position)].node);
    if (last == feel::no_node) {
        return Done{};
    }
    const feel::Source& source =
        model.decisions.program.sources[model.decisions.program.nodes[last].source];
    return Error{"policy.no_rounding",
                 "The decision " + decision + " is a sum of money (streams.csv line " +
                     std::to_string(line) + ", column " + std::string(column) +
                     "), but it does not end in a rounding to pence: " + source.text +
                     ". Write for example: round half up(" + source.text + ", 2)",
                 source.place};
}

}  // namespace

void check_rounding(const Model& model, Faults& faults) {
    const LastStep last_step(model.decisions);
    for (const Stream& stream : model.streams) {
        faults.note(check(model, last_step, stream.amount, stream.line, "amount"));
        faults.note(check(model, last_step, stream.contribution, stream.line, "means_test"));
    }
}

}  // namespace policy
