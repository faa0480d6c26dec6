#pragma once
// What an ended budget did not use. When its last day is past, every payment in advance was made
// and no order of it is open, nothing can draw on its money any more: what is still free goes back
// to the pool of its stream, dated, and she reads it on her statement. A budget that goes on beside
// it keeps its own. Money freed later (a report taken back) goes back then. Done by dated work.

#include "base/money.h"
#include "casework/desk.h"

namespace casework {

// Gives back what an ended budget has free, and says how much; nought while something can still
// draw on it. Refuses: people.not_found, ledger.*, store.*.
Result<Money> return_unspent(Desk& desk, BudgetId budget);

}  // namespace casework
