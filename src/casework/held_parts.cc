#include "casework/held_parts.h"

#include "budget/budget.h"
#include "store/plans.h"

namespace casework {

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
                parts.push_back({line.plan.id,
                                 line.plan.what + ": " + line.plan.price.for_people() + ", " +
                                     budget::words(line.plan.frequency) + ", " +
                                     line.plan.dates.from.for_people() + " to " +
                                     line.plan.dates.last_day().for_people(),
                                 line.portions, store::year_of(view, *budget)});
            }
        }
    }
    return parts;
}

}  // namespace casework
