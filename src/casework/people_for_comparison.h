#pragma once
// The council's own people, to see what a change of rules would mean for them before anybody
// proposes it: each with her answers as the rules before and after read them. Whoever may open the
// records sees who is meant, and each such look is written down like any other; whoever only works
// on rules gets people without names, numbered.

#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "policy/package.h"

namespace casework {

struct PersonForComparison {
    std::string label = {};  // "Ann Ashe, WE-00001" where she may be named, else "Person 12"
    PersonId person = {};    // none where she may not be named
    policy::Facts before = {};
    policy::Facts after = {};
};

struct PeopleForComparison {
    bool are_named = false;
    std::vector<PersonForComparison> people = {};
    std::size_t without_answers = 0;  // open records under these rules that have no assessment yet
};

// Gathers everybody with an open record under the package and an assessment, with her answers and
// her age on a day. An answer that one of the two no longer asks for is left out of its facts.
// Refuses: people.not_allowed.
Result<PeopleForComparison> people_for_comparison(Desk& desk, const policy::Package& before,
                                                  const policy::Package& after, Date on);

}  // namespace casework
