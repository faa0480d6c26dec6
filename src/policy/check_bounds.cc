#include "policy/check_bounds.h"

#include "policy/days_of_change.h"
#include "policy/foresee.h"

namespace policy {

namespace {

// The largest sum in pounds: 10^13 pence (base/money.h).
const Decimal sum_most(100'000'000'000);

// Marks the decisions that can be made on a day: all figures they need have a value.
std::vector<bool> made_on(const Model& model, Date on) {
    std::vector<bool> made;
    for (const ModelDecision& decision : model.decisions.decisions) {
        bool can_be = true;
        for (const std::uint32_t figure : decision.parameters) {
            can_be = can_be && figure_on(model, figure, on) != nullptr;
        }
        for (const std::uint32_t needed : decision.decisions) {
            can_be = can_be && made[needed];
        }
        made.push_back(can_be);
    }
    return made;
}

void check_sum(const ModelDecision& decision, const Foreseen& foreseen, const std::string& with,
               Faults& faults) {
    if (foreseen.may_be_null) {
        faults.add(Error{"policy.may_be_missing",
                         "The sum " + decision.name + " itself may be missing.", decision.place});
    }
    const Bounds& bounds = foreseen.bounds;
    if (!bounds.low || bounds.low->is_negative() || !bounds.high || *bounds.high > sum_most) {
        faults.add(Error{"policy.sum_out_of_bounds",
                         "The sum " + decision.name + " may be " + bounds.to_text() + with +
                             ", but a sum is from 0 to 100,000,000,000. Bound it with max or min, "
                             "or say in the types of the answers what they may be.",
                         decision.place});
    }
}

void check_day(const Model& model, Date on, Faults& faults) {
    Foresight foresight(model, on, faults);
    const std::vector<bool> made = made_on(model, on);
    std::vector<std::optional<Foreseen>> foreseen(made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i]) {
            foreseen[i] = foresight.decide(model.decisions.decisions[i]);
        }
    }
    const std::string with =
        model.parameters.empty() ? "" : ", with the figures of " + on.for_people();
    for (const Stream& stream : model.streams) {
        for (const std::string& name : {stream.amount, stream.contribution}) {
            const int at = name.empty() ? -1 : model.decisions.find_decision(name);
            const auto position = static_cast<std::size_t>(at);
            if (at >= 0 && foreseen[position]) {
                check_sum(model.decisions.decisions[position], *foreseen[position], with, faults);
            }
        }
    }
}

}  // namespace

void check_bounds(const Model& model, Faults& faults) {
    std::set<std::uint32_t> figures;
    for (const ModelDecision& decision : model.decisions.decisions) {
        figures.insert(decision.parameters.begin(), decision.parameters.end());
    }
    for (const Date day : days_of_change(model, figures)) {
        check_day(model, day, faults);
    }
}

}  // namespace policy
