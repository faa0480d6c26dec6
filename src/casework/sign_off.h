#pragma once
// The limit within which one worker may agree what support costs: by amount, and by how far it is
// above what was worked out. Asked when a plan is agreed and when a line of a budget is changed; a
// manager is not held to it.

#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "budget/draw_down.h"
#include "casework/desk.h"
#include "ledger/entry.h"

namespace casework {

// Checks a cost over some dates against the limit of who acts; `rules` say what was worked out.
// Refuses: budget.above_limit, budget.above_variance.
Outcome check_sign_off(const Acting& acting, const Period& dates, Money cost,
                       const std::vector<budget::StreamRule>& rules);

// Makes agreed facts of what was proposed for the council's own streams since anything was agreed.
void agree_council_sums(Desk& desk, Acting& acting, const policy::Package& package, PersonId person,
                        const std::string& reasons);

// Says to a worker that a stream's owner has not put in the money that is to be awarded, and who
// must act.
Error no_cash_limit(const std::vector<budget::StreamRule>& rules, const ledger::Portion& missing);

}  // namespace casework
