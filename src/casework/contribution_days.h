#pragma once
// Each day of a contribution belongs to one budget. A new plan can begin while the budget before it
// is in force; the days they share are the older one's, so that nothing is taken off or billed
// twice for one day. When the older budget ends early, the days after are the newer one's. Asked by
// every journey that takes a contribution off a payment or bills it.

#include <vector>

#include "budget/budget.h"
#include "budget/contribution_terms.h"
#include "store/plans.h"
#include "store/store.h"

namespace casework {

// Loads a person's terms for the days that are this budget's own. A sum that goes on after days of
// an older budget is counted from its first own day.
std::vector<budget::ContributionTerms> load_own_terms(store::View& view,
                                                      const budget::Budget& budget);

// The same of what is loaded already: all her terms, and the dates of all her budgets.
std::vector<budget::ContributionTerms> own_terms(std::vector<budget::ContributionTerms> all,
                                                 const std::vector<store::BudgetDates>& budgets,
                                                 BudgetId budget);

}  // namespace casework
