// What conditions and tables show: one case after the other, each with what it lets us know.

#include "policy/foresee.h"

#include <algorithm>

#include "feel/builtins.h"
#include "feel/check.h"
#include "feel/operate.h"

namespace policy {

using feel::Node;
using feel::NodeId;
using feel::Op;
using feel::Operator;

namespace {

constexpr std::size_t cases_max = 200;

// `bound < value` says `value > bound`.
Operator turned(Operator op) {
    return op == Operator::less            ? Operator::greater
           : op == Operator::less_equal    ? Operator::greater_equal
           : op == Operator::greater       ? Operator::less
           : op == Operator::greater_equal ? Operator::less_equal
                                           : op;
}

bool gives_one_rule(const feel::Table& table) {
    switch (table.policy) {
        case feel::HitPolicy::unique:
        case feel::HitPolicy::any:
        case feel::HitPolicy::first:
        case feel::HitPolicy::priority:
            return true;
        case feel::HitPolicy::collect:
        case feel::HitPolicy::rule_order:
        case feel::HitPolicy::output_order:
            break;
    }
    return false;
}

// The one column a rule looks at; nothing when it looks at none or several.
std::optional<std::size_t> only_column(const feel::Table& table, std::size_t rule) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        if (table.cells[rule * table.inputs.size() + i] != feel::no_node) {
            if (found) {
                return std::nullopt;
            }
            found = i;
        }
    }
    return found;
}

bool is_possible(const Foreseen& value) {
    return value.may_be_null || (value.may_be_there && !value.bounds.is_empty() &&
                                 (value.may_be_true || value.may_be_false));
}

bool looks_at_nothing(const feel::Table& table, std::size_t rule) {
    const auto first =
        table.cells.begin() + static_cast<std::ptrdiff_t>(rule * table.inputs.size());
    return std::all_of(first, first + static_cast<std::ptrdiff_t>(table.inputs.size()),
                       [](NodeId cell) { return cell == feel::no_node; });
}

}  // namespace

const Foreseen& Foresight::decide(const ModelDecision& decision) {
    const std::size_t here = mark();
    steps_left_ = steps_max;
    Foreseen made = case_by_case(decision, 0, 1);
    forget(here);
    if (steps_left_ == 0) {
        faults_.add(Error{"policy.too_intricate",
                          "The decision " + decision.name +
                              " is too intricate to say beforehand what it may give. Split it into "
                              "decisions that stand on each other.",
                          decision.place});
    }
    slots_[decision.slot] = std::move(made);
    return slots_[decision.slot];
}

const feel::Table* Foresight::table_of(const ModelDecision& decision) const {
    const Node& node = program_.nodes[decision.node];
    const feel::Table* table = node.op == Op::table ? &program_.tables[node.a] : nullptr;
    return table != nullptr && gives_one_rule(*table) && table->defaults.empty() ? table : nullptr;
}

// A decision that stands on a table is foreseen for each rule of it, with what the rule says of the
// person: only so does "points - band.lo" never fall below nought.
Foreseen Foresight::case_by_case(const ModelDecision& decision, std::size_t next,
                                 std::size_t cases) {
    while (next < decision.decisions.size()) {
        const ModelDecision& needed = model_.decisions.decisions[decision.decisions[next]];
        const feel::Table* table = table_of(needed);
        if (table == nullptr || table->rules * cases > cases_max) {
            ++next;
            continue;
        }
        std::optional<Foreseen> joint;
        const std::size_t outside = mark();
        for (std::size_t rule = 0; rule < table->rules; ++rule) {
            const std::size_t here = mark();
            if (take_rule(*table, rule)) {
                set(needed.slot, row(*table, table->outputs.data() + rule * table->width));
                const Foreseen one = case_by_case(decision, next + 1, cases * table->rules);
                joint = joint ? one_of(*joint, one) : one;
            }
            forget(here);
            if (table->policy == feel::HitPolicy::first) {
                if (looks_at_nothing(*table, rule)) {
                    break;
                }
                leave_rule(*table, rule);
            }
        }
        forget(outside);
        if (joint) {
            return *joint;
        }
        ++next;
    }
    return foresee(decision.node);
}

Foreseen Foresight::conditional(const Node& node, NodeId id) {
    const Foreseen condition = foresee(node.a);
    needs(condition, "\"if\" asks", id);
    std::optional<Foreseen> joint;
    for (const bool holds : {true, false}) {
        const std::size_t here = mark();
        if ((holds ? condition.may_be_true : condition.may_be_false) && take(node.a, holds)) {
            const Foreseen one = foresee(holds ? node.b : node.c);
            joint = joint ? one_of(*joint, one) : one;
        }
        forget(here);
    }
    return joint.value_or(Foreseen{});
}

void Foresight::narrow(NodeId expression, const Foreseen& to) {
    const Node& node = program_.nodes[expression];
    if (node.op == Op::slot) {
        set(node.a, to);
    } else if (node.op == Op::member && program_.nodes[node.a].op == Op::slot) {
        const Foreseen& whole = slots_[program_.nodes[node.a].a];
        if (whole.members != nullptr) {
            auto members = std::make_shared<Foreseen::Members>(*whole.members);
            for (auto& [name, member] : *members) {
                if (name == program_.names[node.b]) {
                    member = to;
                }
            }
            Foreseen made = whole;
            made.members = std::move(members);
            set(program_.nodes[node.a].a, std::move(made));
        }
    }
}

bool Foresight::take(NodeId condition, bool holds) {
    const Node& node = program_.nodes[condition];
    if (node.op == Op::slot || node.op == Op::member) {
        Foreseen now = foresee(condition);
        if (holds ? !now.may_be_true : !now.may_be_false) {
            return false;
        }
        now.may_be_null = false;
        (holds ? now.may_be_false : now.may_be_true) = false;
        narrow(condition, now);
        return true;
    }
    if (node.op == Op::builtin) {
        const bool is_not = node.c == 1 && feel::builtins()[node.a].name == "not";
        return !is_not || take(program_.links[node.b], !holds);
    }
    if (node.op == Op::in) {
        Foreseen tested = foresee(node.a);
        if (!pass(node.b, holds, tested)) {
            return false;
        }
        narrow(node.a, tested);
        return true;
    }
    if (node.op != Op::binary) {
        return true;
    }
    if (node.by == Operator::both || node.by == Operator::either) {
        // Both sides are known of "a and b" that holds and of "a or b" that does not.
        return (node.by == Operator::both) != holds || (take(node.a, holds) && take(node.b, holds));
    }
    return !feel::is_comparison(node.by) || take_comparison(node, holds);
}

bool Foresight::take_comparison(const Node& node, bool holds) {
    const Operator op = holds ? node.by : feel::opposite(node.by);
    for (const bool left : {true, false}) {
        const NodeId value = left ? node.a : node.b;
        const NodeId bound = left ? node.b : node.a;
        Foreseen now = foresee(value);
        if (is_constant_null(bound)) {
            now.may_be_null = op == Operator::equal;
            now.may_be_there = op != Operator::equal;
            narrow(value, now);
            return true;
        }
        const Foreseen other = foresee(bound);
        const Foreseen met = compared(left ? op : turned(op), now, other);
        if (!met.may_be_true) {
            return false;
        }
        if (op != Operator::not_equal && !other.may_be_null) {
            now.may_be_null = false;
        }
        now.bounds = narrowed(now.bounds, left ? op : turned(op), other.bounds);
        if (op == Operator::equal && other.text) {
            now.text = other.text;
        }
        if (now.bounds.is_empty()) {
            return false;
        }
        narrow(value, now);
    }
    return true;
}

bool Foresight::take_rule(const feel::Table& table, std::size_t rule) {
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        const NodeId cell = table.cells[rule * table.inputs.size() + i];
        if (cell == feel::no_node) {
            continue;
        }
        Foreseen tested = foresee(table.inputs[i]);
        if (!pass(cell, true, tested)) {
            return false;
        }
        narrow(table.inputs[i], tested);
    }
    return true;
}

void Foresight::leave_rule(const feel::Table& table, std::size_t rule) {
    if (const std::optional<std::size_t> column = only_column(table, rule)) {
        Foreseen tested = foresee(table.inputs[*column]);
        if (pass(table.cells[rule * table.inputs.size() + *column], false, tested)) {
            narrow(table.inputs[*column], tested);
        }
    }
}

bool Foresight::pass(NodeId test, bool holds, Foreseen& tested) {
    const Node& node = program_.nodes[test];
    if (node.op == Op::test_compare) {
        tested.may_be_null = tested.may_be_null && !holds;
        tested.bounds = narrowed(tested.bounds, holds ? node.by : feel::opposite(node.by),
                                 foresee(node.a).bounds);
    } else if (node.op == Op::test_range && holds) {
        tested.may_be_null = false;
        tested.bounds =
            narrowed(tested.bounds, node.low_open ? Operator::greater : Operator::greater_equal,
                     foresee(node.a).bounds);
        tested.bounds =
            narrowed(tested.bounds, node.high_open ? Operator::less : Operator::less_equal,
                     foresee(node.b).bounds);
    } else if (node.op == Op::test_value) {
        return pass_value(node, holds, tested);
    } else if (node.op == Op::test_one || node.op == Op::test_none) {
        return pass_group(node, holds, tested);
    }
    return is_possible(tested);
}

bool Foresight::pass_value(const Node& node, bool holds, Foreseen& tested) {
    if (is_constant_null(node.a)) {
        tested.may_be_null = tested.may_be_null && holds;
        tested.may_be_there = !holds;
        return is_possible(tested);
    }
    const Foreseen value = foresee(node.a);
    tested.may_be_null = tested.may_be_null && !holds;
    tested.may_be_true = tested.may_be_true && (holds ? value.may_be_true : value.may_be_false);
    tested.may_be_false = tested.may_be_false && (holds ? value.may_be_false : value.may_be_true);
    if (value.text) {
        if (tested.text && (*tested.text == *value.text) != holds) {
            return tested.may_be_null;
        }
        tested.text = holds ? value.text : tested.text;
    }
    tested.bounds =
        narrowed(tested.bounds, holds ? Operator::equal : Operator::not_equal, value.bounds);
    return is_possible(tested);
}

bool Foresight::pass_group(const Node& node, bool holds, Foreseen& tested) {
    if ((node.op == Op::test_one) != holds) {  // none of them holds
        for (std::uint32_t i = 0; i < node.b; ++i) {
            if (!pass(program_.links[node.a + i], false, tested)) {
                return false;
            }
        }
        return is_possible(tested);
    }
    std::optional<Foreseen> joint;
    for (std::uint32_t i = 0; i < node.b; ++i) {
        Foreseen one = tested;
        if (pass(program_.links[node.a + i], true, one)) {
            joint = joint ? one_of(*joint, one) : one;
        }
    }
    tested = joint.value_or(tested);
    return joint.has_value();
}

Foreseen Foresight::row(const feel::Table& table, const NodeId* cells) {
    if (table.width == 1) {
        return foresee(cells[0]);
    }
    auto members = std::make_shared<Foreseen::Members>();
    for (std::size_t i = 0; i < table.width; ++i) {
        members->emplace_back((*table.output_names)[i], foresee(cells[i]));
    }
    Foreseen made;
    made.members = std::move(members);
    return made;
}

Foreseen Foresight::table(const feel::Table& table) {
    for (const NodeId each : table.inputs) {
        foresee(each);
    }
    if (table.policy == feel::HitPolicy::collect && table.aggregation == feel::Aggregation::sum) {
        return added_up(table);
    }
    if (table.policy == feel::HitPolicy::collect && table.aggregation == feel::Aggregation::count) {
        return Foreseen::number(
            Bounds::between(0, Decimal(static_cast<std::int64_t>(table.rules))));
    }
    std::optional<Foreseen> joint;
    const std::size_t outside = mark();
    for (std::size_t rule = 0; rule < table.rules; ++rule) {
        const std::size_t here = mark();
        if (take_rule(table, rule)) {
            const Foreseen one = row(table, table.outputs.data() + rule * table.width);
            joint = joint ? one_of(*joint, one) : one;
        }
        forget(here);
        if (table.policy == feel::HitPolicy::first) {
            if (looks_at_nothing(table, rule)) {
                break;
            }
            leave_rule(table, rule);
        }
    }
    forget(outside);
    if (!table.defaults.empty()) {
        const Foreseen one = row(table, table.defaults.data());
        joint = joint ? one_of(*joint, one) : one;
    }
    return joint.value_or(Foreseen{});
}

// The rules that look at one column of codes or truth values are added up for each value of it: the
// points of a question are those of one of its answers. Other rules may hold or not.
Foreseen Foresight::added_up(const feel::Table& table) {
    const Bounds nought = Bounds::exactly(0);
    Bounds total = nought;
    std::vector<std::vector<std::size_t>> rules_of(table.inputs.size());
    for (std::size_t rule = 0; rule < table.rules; ++rule) {
        const Foreseen output = row(table, table.outputs.data() + rule);
        needs(output, "The table adds up", table.outputs[rule]);
        const std::optional<std::size_t> column = only_column(table, rule);
        if (column && (table.input_types[*column].codes != nullptr ||
                       table.input_types[*column].kind == feel::Type::Kind::boolean)) {
            rules_of[*column].push_back(rule);
        } else {
            total = total + (looks_at_nothing(table, rule) ? output.bounds
                                                           : around_both(output.bounds, nought));
        }
    }
    for (std::size_t column = 0; column < rules_of.size(); ++column) {
        if (!rules_of[column].empty()) {
            total = total + added_up(table, column, rules_of[column]);
        }
    }
    return Foreseen::number(total);
}

Bounds Foresight::added_up(const feel::Table& table, std::size_t column,
                           const std::vector<std::size_t>& rules) {
    const Bounds nought = Bounds::exactly(0);
    std::vector<feel::Value> values = {feel::Value(true), feel::Value(false)};
    if (table.input_types[column].codes != nullptr) {
        values.assign(table.input_types[column].codes->begin(),
                      table.input_types[column].codes->end());
    }
    if (foresee(table.inputs[column]).may_be_null) {
        values.emplace_back();
    }
    std::optional<Bounds> joint;
    for (const feel::Value& value : values) {
        Bounds of_value = nought;
        for (const std::size_t rule : rules) {
            const Bounds output = row(table, table.outputs.data() + rule).bounds;
            const feel::Truth truth =
                run_.meets(table.cells[rule * table.inputs.size() + column], value);
            if (truth != feel::Truth::no) {
                of_value =
                    of_value + (truth == feel::Truth::yes ? output : around_both(output, nought));
            }
        }
        joint = joint ? around_both(*joint, of_value) : of_value;
    }
    return joint.value_or(nought);
}

}  // namespace policy
