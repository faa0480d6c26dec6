// What expressions give; conditions and tables are in foresee_cases.cc.

#include "policy/foresee.h"

#include <algorithm>

#include "base/sabotage.h"
#include "feel/builtins.h"
#include "feel/operate.h"
#include "policy/days_of_change.h"

namespace policy {

using feel::Node;
using feel::NodeId;
using feel::Op;
using feel::Operator;

namespace {

Foreseen anything() {
    return {};
}

}  // namespace

Foreseen Foreseen::number(Bounds bounds) {
    Foreseen made;
    made.bounds = std::move(bounds);
    return made;
}

Foreseen Foreseen::truth(bool may_be_true, bool may_be_false) {
    Foreseen made;
    made.may_be_true = may_be_true;
    made.may_be_false = may_be_false;
    return made;
}

Foreseen one_of(const Foreseen& a, const Foreseen& b) {
    if (!a.may_be_there || !b.may_be_there) {
        Foreseen made = a.may_be_there ? a : b;
        made.may_be_null = a.may_be_null || b.may_be_null;
        return made;
    }
    Foreseen made;
    made.may_be_null = a.may_be_null || b.may_be_null;
    made.may_be_true = a.may_be_true || b.may_be_true;
    made.may_be_false = a.may_be_false || b.may_be_false;
    made.bounds = around_both(a.bounds, b.bounds);
    made.text = a.text == b.text ? a.text : std::nullopt;
    if (a.members != nullptr && b.members != nullptr && a.members->size() == b.members->size()) {
        auto members = std::make_shared<Foreseen::Members>();
        for (std::size_t i = 0; i < a.members->size(); ++i) {
            members->emplace_back((*a.members)[i].first,
                                  one_of((*a.members)[i].second, (*b.members)[i].second));
        }
        made.members = std::move(members);
    }
    return made;
}

Foresight::Foresight(const Model& model, Date on, Faults& faults)
    : model_(model),
      program_(model.decisions.program),
      faults_(faults),
      on_(on),
      run_(model.decisions.program, feel::Strictness::strict),
      slots_(model.decisions.program.slots) {
    for (std::size_t i = 0; i < model.parameter_rows.size(); ++i) {
        const Parameter* figure = figure_on(model, i, on);
        const std::uint32_t slot = program_.parameter_slots[i];
        if (figure != nullptr) {
            run_.slot(slot) = figure->value;
            slots_[slot] = Foreseen::number(Bounds::exactly(figure->value));
            if (figure->least && figure->most) {
                slots_[slot].bounds = Bounds::between(*figure->least, *figure->most);
            }
        }
    }
    for (std::size_t i = 0; i < model.decisions.inputs.size(); ++i) {
        const ModelInput& each = model.decisions.inputs[i];
        slots_[each.slot] = input(each, model.input_questions[i]);
    }
}

Foreseen Foresight::input(const ModelInput& input, int question) {
    Foreseen made;
    if (question >= 0 || input.allowed == feel::no_node) {
        made.bounds = Bounds::between(0, answer_most);
    }
    if (question >= 0) {
        const Question& asked = model_.questions[static_cast<std::size_t>(question)];
        made.may_be_null = !asked.required;
        if (asked.kind == Question::Kind::money) {
            made.bounds.places = 2;
        }
    }
    if (input.allowed != feel::no_node) {
        const bool may_be_null = std::exchange(made.may_be_null, false);
        pass(input.allowed, true, made);
        made.may_be_null = may_be_null;
    }
    return made;
}

void Foresight::set(std::uint32_t slot, Foreseen value) {
    before_.emplace_back(slot, std::exchange(slots_[slot], std::move(value)));
}

void Foresight::forget(std::size_t mark) {
    while (before_.size() > mark) {
        slots_[before_.back().first] = std::move(before_.back().second);
        before_.pop_back();
    }
}

void Foresight::needs(const Foreseen& value, const std::string& what, NodeId id) {
    if (SABOTAGED(33, true, !value.may_be_null || steps_left_ == 0)) {
        return;
    }
    const feel::Source& source = program_.sources[program_.nodes[id].source];
    faults_.add(Error{"policy.may_be_missing",
                      what +
                          " a value that may be missing. Say what holds then: if x = null then 0 "
                          "else x. It stands in: " +
                          source.text,
                      source.place});
}

bool Foresight::is_constant_null(NodeId id) const {
    const Node& node = program_.nodes[id];
    return node.op == Op::constant && program_.constants[node.a].is_null();
}

Foreseen Foresight::foresee(NodeId id) {
    if (steps_left_ == 0) {
        return anything();
    }
    --steps_left_;
    const Node& node = program_.nodes[id];
    switch (node.op) {
        case Op::constant: {
            const feel::Value& value = program_.constants[node.a];
            Foreseen made;
            if (value.number() != nullptr) {
                made = Foreseen::number(Bounds::exactly(*value.number()));
            } else if (value.boolean() != nullptr) {
                made = Foreseen::truth(*value.boolean(), !*value.boolean());
            } else if (value.string() != nullptr) {
                made.text = *value.string();
            }
            made.may_be_null = value.is_null();
            made.may_be_there = !value.is_null();
            return made;
        }
        case Op::slot:
        case Op::parameter:
            return slots_[node.a];
        case Op::member: {
            const Foreseen whole = foresee(node.a);
            needs(whole, "A part is taken of", id);
            if (whole.members != nullptr) {
                for (const auto& [name, member] : *whole.members) {
                    if (name == program_.names[node.b]) {
                        return member;
                    }
                }
            }
            return anything();
        }
        case Op::negate: {
            const Foreseen operand = foresee(node.a);
            needs(operand, "A minus stands before", id);
            return Foreseen::number(-operand.bounds);
        }
        case Op::binary:
            return binary(node, id);
        case Op::between: {
            for (const NodeId each : {node.a, node.b, node.c}) {
                needs(foresee(each), "\"between\" compares", id);
            }
            return anything();
        }
        case Op::in: {
            Foreseen tested = foresee(node.a);
            Foreseen left = tested;
            return Foreseen::truth(pass(node.b, true, tested), pass(node.b, false, left));
        }
        case Op::conditional:
            return conditional(node, id);
        case Op::for_each:
        case Op::some:
        case Op::every:
            return loop(node);
        case Op::filter: {
            Foreseen items = foresee(node.a);
            needs(items, "A list is filtered that is", id);
            set(node.c, anything());
            foresee(node.b);
            return anything();
        }
        case Op::list: {
            std::optional<Foreseen> joint;
            for (std::uint32_t i = 0; i < node.b; ++i) {
                const Foreseen item = foresee(program_.links[node.a + i]);
                joint = joint ? one_of(*joint, item) : item;
            }
            return joint.value_or(anything());
        }
        case Op::range:
            return anything();
        case Op::steps:
            return steps(program_.step_lists[node.a]);
        case Op::builtin:
            return builtin(node, id);
        case Op::call:
            return call(node);
        case Op::table:
            return table(program_.tables[node.a]);
        case Op::test_compare:
        case Op::test_value:
        case Op::test_range:
        case Op::test_none:
        case Op::test_one:
        case Op::test_truth:
        // Full FEEL alone has these; no package runs it.
        case Op::span:
        case Op::range_of:
        case Op::item_name:
        case Op::closure:
        case Op::invoke:
        case Op::instance_of:
        case Op::coerce:
        case Op::checked_if:
            break;
    }
    return anything();
}

Foreseen Foresight::binary(const Node& node, NodeId id) {
    if (node.by == Operator::both || node.by == Operator::either) {
        const bool is_and = node.by == Operator::both;
        const Foreseen left = foresee(node.a);
        needs(left, "\"" + std::string(feel::to_text(node.by)) + "\" joins", id);
        const std::size_t here = mark();
        Foreseen right = Foreseen::truth(false, false);
        if (take(node.a, is_and)) {  // the right side is looked at only then
            right = foresee(node.b);
            needs(right, "\"" + std::string(feel::to_text(node.by)) + "\" joins", id);
        }
        forget(here);
        return is_and ? Foreseen::truth(left.may_be_true && right.may_be_true,
                                        left.may_be_false || right.may_be_false)
                      : Foreseen::truth(left.may_be_true || right.may_be_true,
                                        left.may_be_false && right.may_be_false);
    }
    const Foreseen a = foresee(node.a);
    const Foreseen b = foresee(node.b);
    switch (node.by) {
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
            return calculated(node.by, a, b, id);
        case Operator::equal:
        case Operator::not_equal:
            return compared(node.by, a, b);
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
            needs(a, "\"" + std::string(feel::to_text(node.by)) + "\" compares", id);
            needs(b, "\"" + std::string(feel::to_text(node.by)) + "\" compares", id);
            return compared(node.by, a, b);
        case Operator::both:
        case Operator::either:
            break;
    }
    return anything();
}

Foreseen Foresight::calculated(Operator op, const Foreseen& a, const Foreseen& b, NodeId id) {
    const std::string what = "\"" + std::string(feel::to_text(op)) + "\" reckons with";
    needs(a, what, id);
    needs(b, what, id);
    switch (op) {
        case Operator::add:
            return Foreseen::number(a.bounds + b.bounds);
        case Operator::subtract:
            return Foreseen::number(a.bounds - b.bounds);
        case Operator::multiply:
            return Foreseen::number(a.bounds * b.bounds);
        case Operator::divide: {
            const feel::Source& source = program_.sources[program_.nodes[id].source];
            if (b.bounds.holds(0) && steps_left_ > 0) {
                faults_.add(
                    Error{"policy.may_divide_by_nought",
                          "What it divides by may be nought (it is " + b.bounds.to_text() +
                              "). Say what holds then, with \"if\". It stands in: " + source.text,
                          source.place});
            }
            return Foreseen::number(divide(a.bounds, b.bounds));
        }
        case Operator::power:
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
    return anything();
}

Foreseen Foresight::compared(Operator op, const Foreseen& a, const Foreseen& b) const {
    const bool is_equal = op == Operator::equal;
    if (is_equal || op == Operator::not_equal) {
        if (!a.may_be_there || !b.may_be_there) {
            const bool may_be_equal = (a.may_be_null && b.may_be_null);
            const bool may_differ = a.may_be_there || b.may_be_there;
            return Foreseen::truth(is_equal ? may_be_equal : may_differ,
                                   is_equal ? may_differ : may_be_equal);
        }
        if (a.text && b.text && !a.may_be_null && !b.may_be_null) {
            const bool are_equal = *a.text == *b.text;
            return Foreseen::truth(are_equal == is_equal, are_equal != is_equal);
        }
        if (a.may_be_null || b.may_be_null) {
            return anything();
        }
    }
    return Foreseen::truth(a.bounds.may_meet(op, b.bounds), a.bounds.may_miss(op, b.bounds));
}

Foreseen Foresight::steps(const feel::StepList& list) {
    auto members = std::make_shared<Foreseen::Members>();
    for (std::size_t i = 0; i < list.nodes.size(); ++i) {
        set(list.slots[i], foresee(list.nodes[i]));
        members->emplace_back((*list.names)[i], slots_[list.slots[i]]);
    }
    if (list.result != feel::no_node) {
        return foresee(list.result);
    }
    Foreseen made;
    made.members = std::move(members);
    return made;
}

Foreseen Foresight::call(const Node& node) {
    const feel::Function& function = program_.functions[node.a];
    std::vector<Foreseen> given;
    for (std::uint32_t i = 0; i < node.c; ++i) {
        given.push_back(foresee(program_.links[node.b + i]));
    }
    const std::size_t here = mark();
    for (std::size_t i = 0; i < function.slots.size() && i < given.size(); ++i) {
        set(function.slots[i], given[i]);
    }
    Foreseen made = foresee(function.body);
    forget(here);
    return made;
}

Foreseen Foresight::loop(const Node& node) {
    const std::size_t here = mark();
    for (std::uint32_t i = 0; i < node.b; ++i) {
        foresee(program_.links[node.a + 2 * i + 1]);
        set(program_.links[node.a + 2 * i], anything());
    }
    foresee(program_.links[node.a + 2 * node.b]);
    forget(here);
    return anything();
}

Foreseen Foresight::builtin(const Node& node, NodeId id) {
    const feel::Builtin& function = feel::builtins()[node.a];
    std::vector<NodeId> parts;
    for (std::uint32_t i = 0; i < node.c; ++i) {
        const Node& part = program_.nodes[program_.links[node.b + i]];
        if (node.c == 1 && part.op == Op::list) {  // max([a, b]) is max(a, b)
            for (std::uint32_t j = 0; j < part.b; ++j) {
                parts.push_back(program_.links[part.a + j]);
            }
        } else {
            parts.push_back(program_.links[node.b + i]);
        }
    }
    const bool takes_null = function.name == "list contains" || function.name == "count";
    std::vector<Foreseen> given;
    for (const NodeId part : parts) {
        given.push_back(foresee(part));
        if (!takes_null) {
            needs(given.back(), std::string(function.name) + " is given", id);
        }
    }
    if (function.name == "not") {
        return Foreseen::truth(given.front().may_be_false, given.front().may_be_true);
    }
    if (given.empty() || (function.result != feel::Type::Kind::number && !function.selects)) {
        return anything();
    }
    Bounds made = given.front().bounds;
    if (function.rounds) {
        const Bounds places = given.size() < 2 ? Bounds::exactly(0) : given[1].bounds;
        const auto whole = places.is_one() ? places.low->to_int64() : std::nullopt;
        return whole && *whole > -30 && *whole < 30
                   ? Foreseen::number(rounded(made, static_cast<int>(*whole)))
                   : anything();
    }
    if (function.name == "count") {
        made = Bounds::from(0);
    } else if (function.name == "abs") {
        made = greatest_of(made, -made);
        made = inside_both(made, Bounds::from(0));
    } else if (function.selects || function.name == "sum") {
        if (parts.size() == 1) {  // of a list not written out here
            return function.selects ? given.front() : anything();
        }
        for (std::size_t i = 1; i < given.size(); ++i) {
            const Bounds& next = given[i].bounds;
            made = function.name == "sum"   ? made + next
                   : function.name == "min" ? least_of(made, next)
                                            : greatest_of(made, next);
        }
    } else {
        return anything();
    }
    return Foreseen::number(std::move(made));
}

}  // namespace policy
