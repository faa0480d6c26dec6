#include "casework/held_parts.h"

#include "store/plans.h"

namespace casework {

std::optional<budget::BudgetLine> find_line_of(store::View& view, PersonId person,
                                               const PlanLineId& line) {
    for (const BudgetId& id : store::find_budgets_of(view, person)) {
        const std::optional<budget::Budget> budget = store::find_budget(view, id);
        if (const budget::BudgetLine* found = budget ? budget->find(line) : nullptr) {
            return *found;
        }
    }
    return std::nullopt;
}

std::string part_words(const budget::PlanLine& line) {
    return line.what + ": " + line.price.for_people() +
           (line.own.is_positive() ? " (" + line.own.for_people() + " of it own money)" : "") +
           ", " + budget::words(line.frequency) + ", " + line.dates.from.for_people() + " to " +
           line.dates.last_day().for_people();
}

std::vector<HeldPart> held_parts(store::View& view, PersonId person, PayeeId holder, Date on) {
    std::vector<budget::Budget> budgets = store::load_budgets_of(view, person);
    // Of the years to come nothing is paid yet, so nothing is spent.
    const CouncilYear now = CouncilYear::of(on);
    std::erase_if(budgets, [&](const budget::Budget& budget) {
        const CouncilYear year = CouncilYear::of(budget.period.from);
        return year > now || year.next() < now;
    });
    std::vector<HeldPart> parts;
    for (auto budget = budgets.rbegin(); budget != budgets.rend(); ++budget) {
        for (const budget::BudgetLine& line : budget->lines) {
            if (line.plan.holder == holder) {
                parts.push_back({line.plan.id, part_words(line.plan), line.portions, line.plan.own,
                                 store::year_of(view, budget->id)});
            }
        }
    }
    return parts;
}

}  // namespace casework
