#include "casework/held_parts.h"

#include "budget/budget.h"
#include "store/plans.h"

namespace casework {

std::vector<HeldPart> held_parts(store::View& view, PersonId person, PayeeId holder) {
    std::vector<HeldPart> parts;
    const std::optional<budget::Budget> budget = store::find_budget_of(view, person);
    if (!budget) {
        return parts;
    }
    for (const budget::BudgetLine& line : budget->lines) {
        if (line.plan.holder == holder) {
            parts.push_back({line.plan.id,
                             line.plan.what + ": " + line.plan.price.for_people() + ", " +
                                 budget::words(line.plan.frequency) + ", " +
                                 line.plan.dates.from.for_people() + " to " +
                                 line.plan.dates.last_day().for_people(),
                             line.portions});
        }
    }
    return parts;
}

}  // namespace casework
