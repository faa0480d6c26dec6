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

std::vector<HeldPart> held_parts(store::View& view, PersonId person, PayeeId holder) {
    std::vector<HeldPart> parts;
    const std::optional<budget::Budget> budget = store::find_budget_of(view, person);
    if (!budget) {
        return parts;
    }
    for (const budget::BudgetLine& line : budget->lines) {
        if (line.plan.holder == holder) {
            parts.push_back({line.plan.id, part_words(line.plan), line.portions, line.plan.own});
        }
    }
    return parts;
}

}  // namespace casework
