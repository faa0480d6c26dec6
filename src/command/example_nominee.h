#pragma once
// Some people of an example council have their direct payments paid to a nominee: the worker
// records them on the paper she has seen, the plan names them, they say themselves where the money
// goes, a second person confirms it, and they report what they spent. One of them ends during the
// year, by the person: the money comes to her own account from the first day not paid for, and the
// former nominee accounts for what was left. None of it changes another person's story: its chance
// is drawn aside.

#include <vector>

#include "budget/budget.h"
#include "casework/make_plan.h"
#include "command/example_life.h"

namespace command {

// Names a nominee for the direct payments of her first plan, for about one in twenty of those who
// have any; nobody where somebody deals with her money already. A later plan goes on with hers.
Outcome name_nominee(ExampleWorld& world, const SharedLife& life,
                     std::vector<casework::PlanLineDraft>& lines);

// Gives the line a part of her budget goes on as today: another once its nominee ended.
budget::BudgetLine line_today(ExampleWorld& world, const Life& life,
                              const budget::BudgetLine& line);

}  // namespace command
