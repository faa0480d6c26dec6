#pragma once
// Follows the decisions of a package before anybody asks for one, with all that could be answered
// at once: whether a value may be missing where it is reckoned with, whether something may be
// divided by nought, and between which bounds a sum lies. It goes both ways of an "if", into every
// rule of a table, and remembers what a condition has shown ("x != null", "points >= 10"). What it
// finds can happen as far as the text says; that facts of one person hang together it mostly cannot
// know.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "feel/run.h"
#include "policy/bounds.h"
#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// What is known of a value before it is there.
struct Foreseen {
    using Members = std::vector<std::pair<std::string, Foreseen>>;

    bool may_be_null = false;
    bool may_be_there = true;
    bool may_be_true = true;
    bool may_be_false = true;
    Bounds bounds;                                // of a number
    std::optional<std::string> text = {};         // the one text it can be
    std::shared_ptr<const Members> members = {};  // of a context; nothing: not known

    static Foreseen number(Bounds bounds);
    static Foreseen truth(bool may_be_true, bool may_be_false);
};

// Gives what is known of a value that is one of two.
Foreseen one_of(const Foreseen& a, const Foreseen& b);

// Foresees all decisions with the figures of one day.
class Foresight {
public:
    // The model and the faults must outlive it.
    Foresight(const Model& model, Date on, Faults& faults);

    // Foresees a decision; those it stands on come before it.
    // Finds: policy.may_be_missing, policy.may_divide_by_nought, policy.too_intricate.
    const Foreseen& decide(const ModelDecision& decision);

private:
    Foreseen input(const ModelInput& input, int question);
    Foreseen case_by_case(const ModelDecision& decision, std::size_t next, std::size_t cases);
    const feel::Table* table_of(const ModelDecision& decision) const;

    Foreseen foresee(feel::NodeId id);
    Foreseen binary(const feel::Node& node, feel::NodeId id);
    Foreseen calculated(feel::Operator op, const Foreseen& a, const Foreseen& b, feel::NodeId id);
    Foreseen compared(feel::Operator op, const Foreseen& a, const Foreseen& b) const;
    Foreseen conditional(const feel::Node& node, feel::NodeId id);
    Foreseen steps(const feel::StepList& list);
    Foreseen builtin(const feel::Node& node, feel::NodeId id);
    Foreseen call(const feel::Node& node);
    Foreseen table(const feel::Table& table);
    Foreseen added_up(const feel::Table& table);
    Bounds added_up(const feel::Table& table, std::size_t column,
                    const std::vector<std::size_t>& rules);
    Foreseen row(const feel::Table& table, const feel::NodeId* cells);
    Foreseen loop(const feel::Node& node);

    // Takes a condition as known; false when it cannot be so.
    bool take(feel::NodeId condition, bool holds);
    bool take_comparison(const feel::Node& node, bool holds);
    // Takes a rule as the one that holds; false when it cannot be.
    bool take_rule(const feel::Table& table, std::size_t rule);
    // Takes a rule of one cell as one that does not hold.
    void leave_rule(const feel::Table& table, std::size_t rule);
    // Narrows what is tested to what a cell lets through; false when nothing is left.
    bool pass(feel::NodeId test, bool holds, Foreseen& tested);
    bool pass_value(const feel::Node& node, bool holds, Foreseen& tested);
    bool pass_group(const feel::Node& node, bool holds, Foreseen& tested);
    // Notes what is now known of a slot or of a part of one.
    void narrow(feel::NodeId expression, const Foreseen& to);

    void needs(const Foreseen& value, const std::string& what, feel::NodeId id);
    bool is_constant_null(feel::NodeId id) const;
    // Sets a slot until forget is called with the mark given before.
    void set(std::uint32_t slot, Foreseen value);
    std::size_t mark() const { return before_.size(); }
    void forget(std::size_t mark);

    const Model& model_;
    const feel::Program& program_;
    Faults& faults_;
    Date on_;
    feel::Run run_;  // holds the figures
    std::vector<Foreseen> slots_;
    std::vector<std::pair<std::uint32_t, Foreseen>> before_;
    // Of a decision: no text can keep the loader busy for ever.
    static constexpr std::size_t steps_max = 200'000;
    std::size_t steps_left_ = steps_max;
};

}  // namespace policy
