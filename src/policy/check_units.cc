#include "policy/check_units.h"

#include <algorithm>

#include "base/sabotage.h"
#include "feel/builtins.h"
#include "feel/operate.h"

namespace policy {

namespace {

using feel::Node;
using feel::NodeId;
using feel::Op;
using feel::Operator;

// What a value counts, as far as it is known.
struct Measure {
    enum class Kind {
        free,      // a number written out: it takes the unit it is needed in
        unstated,  // nobody said
        stated,
    };
    Kind kind = Kind::unstated;
    Unit unit = {};
    std::vector<std::pair<std::string, Measure>> members = {};

    const Measure* member(const std::string& name) const {
        for (const auto& [each, measure] : members) {
            if (each == name) {
                return &measure;
            }
        }
        return nullptr;
    }
    bool is_stated() const { return kind == Kind::stated; }
};

Measure stated(Unit unit) {
    return Measure{Measure::Kind::stated, std::move(unit)};
}

Measure plain() {
    return stated(Unit());
}

class UnitCheck {
public:
    UnitCheck(const Model& model, Faults& faults)
        : model_(model),
          program_(model.decisions.program),
          faults_(faults),
          slots_(model.decisions.program.slots) {
        for (const ModelInput& input : model.decisions.inputs) {
            slots_[input.slot] = input.unit ? stated(*input.unit) : Measure{};
        }
    }

    // Follows one decision; those it stands on come before it.
    Measure follow(const ModelDecision& decision) {
        names_ = &decision.units;
        money_ = &decision.money;
        slots_[decision.slot] = settle(decision.name, infer(decision.node), decision.node);
        return slots_[decision.slot];
    }

private:
    const feel::Source& source(NodeId id) const {
        return program_.sources[program_.nodes[id].source];
    }

    void differ(const std::string& what, const Unit& a, const Unit& b, NodeId id) {
        faults_.add(Error{"policy.units_differ",
                          what + " " + a.to_text() + " with " + b.to_text() +
                              ", which do not count the same. Convert one of them first, in a "
                              "function with a name. It stands in: " +
                              source(id).text,
                          source(id).place});
    }

    // Joins two that must count the same.
    Measure same(const std::string& what, const Measure& a, const Measure& b, NodeId id) {
        if (a.is_stated() && b.is_stated() && !(a.unit == b.unit)) {
            differ(what, a.unit, b.unit, id);
            return Measure{};
        }
        if (a.is_stated() || b.is_stated()) {
            return a.is_stated() ? a : b;
        }
        if (!a.members.empty() && a.members.size() == b.members.size()) {
            Measure made;
            for (std::size_t i = 0; i < a.members.size(); ++i) {
                made.members.emplace_back(a.members[i].first,
                                          same(what, a.members[i].second, b.members[i].second, id));
            }
            return made;
        }
        return a.kind == Measure::Kind::free ? b : a;
    }

    // Holds what was inferred against what the type of a name states.
    Measure settle(const std::string& name, Measure inferred, NodeId id) {
        const auto wanted = names_->find(name);
        if (wanted != names_->end()) {
            if (inferred.is_stated() && !(inferred.unit == wanted->second)) {
                wrong(name, wanted->second.to_text(), inferred.unit, id);
            }
            return stated(wanted->second);
        }
        if (money_ != nullptr && money_->contains(name) && inferred.is_stated() &&
            !inferred.unit.is_money()) {
            wrong(name, "money", inferred.unit, id);
        }
        return inferred.kind == Measure::Kind::free ? Measure{} : inferred;
    }

    void wrong(const std::string& name, const std::string& wanted, const Unit& found, NodeId id) {
        faults_.add(Error{
            "policy.wrong_unit",
            "\"" + name + "\" is stated to be " + wanted + ", but this gives " + found.to_text() +
                ". Convert it in a function with a name. It stands in: " + source(id).text,
            source(id).place});
    }

    Measure infer(NodeId id) {
        if (steps_left_ == 0) {
            return Measure{};
        }
        --steps_left_;
        const Node& node = program_.nodes[id];
        switch (node.op) {
            case Op::constant:
                return program_.constants[node.a].number() != nullptr ? Measure{Measure::Kind::free}
                                                                      : Measure{};
            case Op::slot:
                return slots_[node.a];
            case Op::parameter:
                return stated(model_.parameters[model_.parameter_rows[node.b].first].counts);
            case Op::member: {
                const Measure whole = infer(node.a);
                const Measure* member = whole.member(program_.names[node.b]);
                return member == nullptr ? Measure{} : *member;
            }
            case Op::negate:
                return infer(node.a);
            case Op::binary:
                return binary(node, id);
            case Op::between: {
                const Measure value = infer(node.a);
                same("\"between\" compares", value, infer(node.b), id);
                same("\"between\" compares", value, infer(node.c), id);
                return Measure{};
            }
            case Op::in:
                test(node.b, infer(node.a));
                return Measure{};
            case Op::conditional: {
                infer(node.a);
                const Measure then = infer(node.b);
                return same("\"if\" gives", then, infer(node.c), id);
            }
            case Op::for_each:
            case Op::some:
            case Op::every:
                for (std::uint32_t i = 0; i < node.b; ++i) {
                    slots_[program_.links[node.a + 2 * i]] =
                        infer(program_.links[node.a + 2 * i + 1]);
                }
                return infer(program_.links[node.a + 2 * node.b]);
            case Op::filter: {
                const Measure items = infer(node.a);
                slots_[node.c] = items;
                infer(node.b);
                return items;
            }
            case Op::list: {
                Measure joint{Measure::Kind::free};
                for (std::uint32_t i = 0; i < node.b; ++i) {
                    joint = same("A list holds", joint, infer(program_.links[node.a + i]), id);
                }
                return joint;
            }
            case Op::range:
                return same("A range goes from", infer(node.a), infer(node.b), id);
            case Op::steps:
                return steps(program_.step_lists[node.a]);
            case Op::builtin:
                return builtin(node, id);
            case Op::call:
                return call(node, id);
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
        return Measure{};
    }

    Measure binary(const Node& node, NodeId id) {
        const Measure a = infer(node.a);
        const Measure b = infer(node.b);
        const std::string sign(feel::to_text(node.by));
        switch (node.by) {
            case Operator::add:
            case Operator::subtract:
                return same("\"" + sign + "\" joins", a, b, id);
            case Operator::multiply:
            case Operator::divide:
                return product(node.by, a, b);
            case Operator::equal:
            case Operator::not_equal:
            case Operator::less:
            case Operator::less_equal:
            case Operator::greater:
            case Operator::greater_equal:
                same("\"" + sign + "\" compares", a, b, id);
                return Measure{};
            case Operator::power:
            case Operator::both:
            case Operator::either:
                break;
        }
        return Measure{};
    }

    static Measure product(Operator op, const Measure& a, const Measure& b) {
        const bool both_free = !a.is_stated() && !b.is_stated() && a.kind == b.kind;
        if (a.kind == Measure::Kind::unstated || b.kind == Measure::Kind::unstated || both_free) {
            return both_free ? Measure{a.kind} : Measure{};
        }
        return stated(SABOTAGED(32, true, op == Operator::multiply) ? a.unit * b.unit
                                                                    : a.unit / b.unit);
    }

    Measure steps(const feel::StepList& list) {
        Measure made;
        for (std::size_t i = 0; i < list.nodes.size(); ++i) {
            const std::string& name = (*list.names)[i];
            slots_[list.slots[i]] = settle(name, infer(list.nodes[i]), list.nodes[i]);
            made.members.emplace_back(name, slots_[list.slots[i]]);
        }
        return list.result == feel::no_node ? made : infer(list.result);
    }

    Measure builtin(const Node& node, NodeId id) {
        const feel::Builtin& function = feel::builtins()[node.a];
        std::vector<Measure> given;
        for (std::uint32_t i = 0; i < node.c; ++i) {
            given.push_back(infer(program_.links[node.b + i]));
        }
        const bool keeps = function.rounds || function.name == "abs" || function.name == "modulo";
        if (keeps) {
            return given.front();
        }
        if (function.name == "count") {
            return plain();
        }
        if (!function.selects && function.name != "sum" && function.name != "mean") {
            return Measure{};
        }
        Measure joint = given.front();
        for (std::size_t i = 1; i < given.size(); ++i) {
            joint = same("\"" + std::string(function.name) + "\" joins", joint, given[i], id);
        }
        return joint;
    }

    // A function that states what it gives is the named conversion: its body is not held against
    // it. One that does not is followed with what it was given.
    Measure call(const Node& node, NodeId id) {
        const feel::Function& function = program_.functions[node.a];
        const Units& units = model_.decisions.function_units[node.a];
        std::vector<Measure> all;
        for (std::uint32_t i = 0; i < node.c; ++i) {
            all.push_back(infer(program_.links[node.b + i]));
        }
        for (std::size_t i = 0; i < function.slots.size() && i < all.size(); ++i) {
            Measure& given = all[i];
            if (const auto wanted = units.find(function.parameters[i]); wanted != units.end()) {
                if (given.is_stated() && !(given.unit == wanted->second)) {
                    wrong(function.parameters[i], wanted->second.to_text(), given.unit, id);
                }
                given = stated(wanted->second);
            }
            slots_[function.slots[i]] = std::move(given);
        }
        const Units* outer_names = std::exchange(names_, &units);
        const auto* outer_money = std::exchange(money_, nullptr);
        Measure made = infer(function.body);
        names_ = outer_names;
        money_ = outer_money;
        const auto result = units.find(function.name);
        return result == units.end() ? made : stated(result->second);
    }

    Measure table(const feel::Table& table) {
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            const Measure tested = infer(table.inputs[i]);
            for (std::size_t rule = 0; rule < table.rules; ++rule) {
                test(table.cells[rule * table.inputs.size() + i], tested);
            }
        }
        Measure row;
        for (std::size_t column = 0; column < table.width; ++column) {
            const std::string& name = table.width > 1 ? (*table.output_names)[column] : table.name;
            row.members.emplace_back(name, output(table, column, name));
        }
        const bool counts = table.policy == feel::HitPolicy::collect &&
                            table.aggregation == feel::Aggregation::count;
        return counts ? plain() : table.width > 1 ? row : row.members.front().second;
    }

    Measure output(const feel::Table& table, std::size_t column, const std::string& name) {
        Measure joint{Measure::Kind::free};
        const auto wanted = names_->find(name);
        std::vector<NodeId> cells;
        for (std::size_t i = column; i < table.outputs.size(); i += table.width) {
            cells.push_back(table.outputs[i]);
        }
        if (!table.defaults.empty()) {
            cells.push_back(table.defaults[column]);
        }
        for (const NodeId cell : cells) {
            const Measure given = infer(cell);
            if (wanted != names_->end()) {
                settle(name, given, cell);
            } else {
                joint = same("The column gives", joint, given, cell);
            }
        }
        return wanted != names_->end() ? stated(wanted->second) : joint;
    }

    void test(NodeId id, const Measure& tested) {
        if (id == feel::no_node) {
            return;
        }
        const Node& node = program_.nodes[id];
        switch (node.op) {
            case Op::test_compare:
            case Op::test_value:
                same("The cell compares", tested, infer(node.a), id);
                return;
            case Op::test_range:
                same("The cell compares", tested, infer(node.a), id);
                same("The cell compares", tested, infer(node.b), id);
                return;
            case Op::test_none:
            case Op::test_one:
                for (std::uint32_t i = 0; i < node.b; ++i) {
                    test(program_.links[node.a + i], tested);
                }
                return;
            case Op::test_truth:
                slots_[node.c] = tested;
                infer(node.a);
                return;
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
            case Op::span:
            case Op::range_of:
            case Op::item_name:
            case Op::closure:
            case Op::invoke:
            case Op::instance_of:
            case Op::coerce:
            case Op::checked_if:
            case Op::steps:
            case Op::builtin:
            case Op::call:
            case Op::table:
                return;
        }
    }

    const Model& model_;
    const feel::Program& program_;
    Faults& faults_;
    std::vector<Measure> slots_;
    std::size_t steps_left_ = 1'000'000;  // functions are followed at each call
    const Units* names_ = nullptr;        // stated where we are
    const std::set<std::string, std::less<>>* money_ = nullptr;  // sums of money where we are
};

// A sum streams.csv names, and what it must count.
struct NamedSum {
    std::string decision;
    std::vector<Unit> may_be;
    std::string column;
    std::size_t line = 0;
};

std::vector<NamedSum> named_sums(const Model& model) {
    const Unit weekly = *Unit::parse("GBP/week");
    const Unit once = *Unit::parse("GBP");
    std::vector<NamedSum> sums;
    for (const Stream& stream : model.streams) {
        const std::vector<Unit> kinds =
            stream.kind == StreamKind::revenue   ? std::vector<Unit>{weekly}
            : stream.kind == StreamKind::capital ? std::vector<Unit>{once}
                                                 : std::vector<Unit>{weekly, once};
        sums.push_back({stream.amount, kinds, "amount", stream.line});
        sums.push_back({stream.contribution, {weekly}, "means_test", stream.line});
    }
    return sums;
}

std::string in_words(const std::vector<Unit>& units) {
    std::string words;
    for (const Unit& each : units) {
        words += (words.empty() ? "" : " or ") + each.to_text();
    }
    return words;
}

// What another stream must put in each week is pounds a week.
void check_minimums(const Model& model, Faults& faults) {
    for (const Stream& stream : model.streams) {
        const auto figure = model.parameter_positions.find(stream.minimum_weekly);
        if (figure == model.parameter_positions.end()) {
            continue;
        }
        const Parameter& row = model.parameters[model.parameter_rows[figure->second].first];
        if (!(row.counts == *Unit::parse("GBP/week"))) {
            faults.add(Error{
                "policy.wrong_unit",
                "The figure " + row.id + " is " + row.unit +
                    ", but a sum each week (GBP/week) is asked for.",
                "streams.csv line " + std::to_string(stream.line) + ", column minimum_weekly"});
        }
    }
}

}  // namespace

void check_units(Model& model, Faults& faults) {
    check_minimums(model, faults);
    UnitCheck check(model, faults);
    for (const ModelDecision& decision : model.decisions.decisions) {
        const Measure measure = check.follow(decision);
        model.units.push_back(measure.is_stated() ? std::optional<Unit>(measure.unit)
                                                  : std::nullopt);
    }
    for (const NamedSum& sum : named_sums(model)) {
        const int at = model.decisions.find_decision(sum.decision);
        if (sum.decision.empty() || at < 0) {
            continue;
        }
        const std::optional<Unit>& unit = model.units[static_cast<std::size_t>(at)];
        if (unit && std::find(sum.may_be.begin(), sum.may_be.end(), *unit) == sum.may_be.end()) {
            faults.add(Error{"policy.wrong_unit",
                             "The decision " + sum.decision + " gives " + unit->to_text() +
                                 ", but streams.csv line " + std::to_string(sum.line) +
                                 ", column " + sum.column + " asks for " + in_words(sum.may_be) +
                                 ".",
                             model.decisions.decisions[static_cast<std::size_t>(at)].place});
        }
    }
}

void check_units_stated(const Model& model, Faults& faults) {
    for (const NamedSum& sum : named_sums(model)) {
        const int at = model.decisions.find_decision(sum.decision);
        if (sum.decision.empty() || at < 0 || model.units[static_cast<std::size_t>(at)]) {
            continue;
        }
        faults.add(Error{"policy.unit_not_stated",
                         "It is not known what the decision " + sum.decision +
                             " counts. Give its variable a type that states the unit " +
                             in_words(sum.may_be) + ".",
                         model.decisions.decisions[static_cast<std::size_t>(at)].place});
    }
}

}  // namespace policy
