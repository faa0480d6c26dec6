#pragma once
// The files with which anybody can check a person's sums: which there are, and one of them to take
// away. They hold her answers, so only she and whoever she lets see her record can have them; no
// member of staff can. A look by another is written to the book first, like every look.

#include <string>
#include <vector>

#include "casework/desk.h"
#include "people/person.h"
#include "policy/published_keys.h"
#include "policy/signed_file.h"
#include "store/allocations.h"

namespace casework {

struct SignedFiles {
    people::Person person;
    std::vector<store::IssuedAllocation> issued;  // latest first
    std::vector<policy::PublishedKey> keys;       // of the council, the one in use last
};

// Loads what there is. Refuses: people.not_allowed, people.not_found.
Result<SignedFiles> see_signed_files(Desk& desk, PersonId person);

struct TakenFile {
    std::string name;  // "W-0001-allocation-2.json"
    std::string bytes;
};

// Gives one file, with the rules inside or without them. Refuses: people.not_allowed,
// people.not_found, allocation.number_unknown, allocation.rules_not_kept.
Result<TakenFile> take_signed_file(Desk& desk, PersonId person, std::int64_t number,
                                   bool with_rules);

}  // namespace casework
