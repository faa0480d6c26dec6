#pragma once
// Checks a signed file the way anybody can: is it signed, and by a key of this council? Do the
// rules it names, run afresh on the answers it holds, give every step and every sum it tells? It
// trusts nothing in the file but what it can work out itself. A signature over a wrong step does
// not help: the first step that differs is named. The answers are not judged: the person knows
// those.

#include <string>
#include <vector>

#include "policy/allocation.h"
#include "policy/published_keys.h"
#include "policy/signed_file.h"

namespace policy {

// A decided sum that is not what the rules give: allowed, and worth a look.
struct Departure {
    DecidedSum decided;
    StreamResult rules;
};

// What a file says that matches.
struct CheckedAllocation {
    Allocation allocation;
    std::string package_title;
    std::string key;
    std::size_t steps = 0;
    std::vector<StreamResult> streams;
    std::vector<Departure> departures;
};

// Checks a file whole. `package`: files of the rules from elsewhere, taken instead of those in the
// file; nullptr: none. `keys`: the council's, from where it publishes them; empty: whose key it is
// is not asked.
// Refuses: allocation.not_issued_here, allocation.not_signed, allocation.key_not_in_use,
// allocation.not_whole, allocation.no_package, allocation.other_package,
// allocation.step_differs (place: which step, and what of it), allocation.sum_differs,
// allocation.facts_differ, allocation.differs; what Package::load and read_case_json refuse.
Result<CheckedAllocation> check_allocation(const SignedFile& file, const Files* package,
                                           const std::vector<PublishedKey>& keys);

}  // namespace policy
