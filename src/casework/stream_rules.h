#pragma once
// What each stream may pay for one person, as budget::draw_down asks it: the stream's rules from
// the policy package, the sum that was decided for her, and what of it is still free. Planning
// counts with decided sums; ordering counts with the money that was awarded and is not promised.

#include <string>
#include <vector>

#include "base/council_year.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "budget/draw_down.h"
#include "casework/desk.h"
#include "ledger/book.h"
#include "people/person.h"
#include "store/store.h"

namespace casework {

// Finds the policy package that holds for a person's record. Refuses: people.not_found,
// casework.package_unknown.
Result<std::shared_ptr<const policy::Package>> package_of(const Shelf& shelf,
                                                          const people::Person& record);
Result<std::shared_ptr<const policy::Package>> package_of(const Shelf& shelf, store::View& view,
                                                          PersonId person);

// How sure a sum must be to plan with it.
enum class Sureness {
    indicative,  // drafting: the best sum there is, decided or not
    agreed,      // agreeing: what was decided; for the council's own streams what a worker proposed
                 // last, also after something else was agreed
    accepted,    // accepting: what was agreed, whatever was proposed since
};

// Gives the rules for planning in `dates`. A stream nobody decided has `is_decided` false and no
// money. Refuses: people.not_found, casework.package_unknown, policy.parameter_not_in_force.
Result<std::vector<budget::StreamRule>> rules_for_planning(const Shelf& shelf, store::View& view,
                                                           PersonId person, const Period& dates,
                                                           Date on, Sureness sureness);

// Gives the rules for ordering on a day by the package of the person's record, from the money of
// one year that is awarded and not promised. Refuses: policy.parameter_not_in_force.
Result<std::vector<budget::StreamRule>> rules_for_ordering(const policy::Package& package,
                                                           store::View& view, PersonId person,
                                                           CouncilYear year, const Period& dates,
                                                           Date on);

// Tells whose year's money pays for support on some days: that of the budget she lives with then.
// Refuses: budget.days_over_two_years, budget.none_for_these_days (there is a budget, and none for
// the year of these days).
Result<CouncilYear> year_for(store::View& view, PersonId person, const Period& dates);

}  // namespace casework
