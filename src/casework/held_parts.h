#pragma once
// The parts of a person's budget whose money somebody holds: what a report of spending can name, so
// that the sum falls on the funds that pay for that part and on no other.

#include <optional>
#include <string>
#include <vector>

#include "base/council_year.h"
#include "base/ids.h"
#include "budget/budget.h"
#include "ledger/entry.h"
#include "store/store.h"

namespace casework {

struct HeldPart {
    PlanLineId line;
    std::string words;  // "Going out: £20.00, once a week, 1 May 2006 to 30 April 2007"
    std::vector<ledger::Portion> portions;  // of the line
    Money own = {};                         // for one unit, what she adds herself
    CouncilYear year = {};                  // whose money pays for it
};

// Finds a line as it is now, in whichever of a person's budgets it stands.
std::optional<budget::BudgetLine> find_line_of(store::View& view, PersonId person,
                                               const PlanLineId& line);

// Says a part in words, with what she adds to it.
std::string part_words(const budget::PlanLine& line);

// Gives those of the budgets of a day's year and of the year before it, the latest budget first;
// none while there is no budget. A report for a year that is over can come in the next.
std::vector<HeldPart> held_parts(store::View& view, PersonId person, PayeeId holder, Date on);

}  // namespace casework
