#pragma once
// Keeps and loads what decide() needs: accounts, staff and who helps whom, as they are at this
// moment.

#include <optional>
#include <vector>

#include "base/ids.h"
#include "people/actor.h"
#include "store/store.h"

namespace store {

// Loads what the book says about an account now; an unknown account gives a closed Standing.
people::Standing load_standing(View& view, AccountId account);

// Loads everybody who helps or helped a person, latest first.
std::vector<people::Relationship> load_relationships(View& view, PersonId person);

void keep(Tx& tx, const people::Relationship& relationship, AccountId recorded_by);
void revoke(Tx& tx, RelationshipId relationship, Instant at);

}  // namespace store
