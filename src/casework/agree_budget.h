#pragma once
// A worker agrees a plan or sends it back with reasons; the person accepts it too, and only then
// money moves: each stream awards what it pays of the plan, and lines paid in advance are promised
// in full.

#include <string>

#include "casework/desk.h"

namespace casework {

// Sends a plan back with reasons. Refuses: budget.plan_unknown, casework.reasons_missing,
// budget.status_not_allowed.
Outcome return_plan(Desk& desk, PersonId person, PlanId plan, const std::string& reasons);

// Agrees a plan: every line is funded by decided sums, and the cost is within the worker's limit.
// The sums of the council's own streams become agreed facts. A manager may agree over the limit.
// What she adds of her own money counts towards no limit, and may be no more than the funds leave.
// Refuses: budget.plan_unknown, casework.reasons_missing, budget.not_enough, budget.above_limit,
// budget.above_variance, budget.own_part_not_needed, casework.top_up_not_allowed,
// casework.nominee_ended, casework.nominee_account_closed, budget.status_not_allowed.
Outcome agree_plan(Desk& desk, PersonId person, PlanId plan, const std::string& reasons);

// The person (or her attorney or deputy) accepts the agreed plan: the budget begins. A plan for the
// council's next year may be accepted before that year: its money is the next year's, and moves on
// its first day at the earliest.
// Refuses: budget.plan_unknown, budget.plan_not_agreed, budget.not_enough,
// casework.top_up_not_allowed, casework.nominee_ended, casework.nominee_account_closed,
// ledger.not_enough (the stream's cash limit is used up).
Result<BudgetId> accept_plan(Desk& desk, PersonId person, PlanId plan);

}  // namespace casework
