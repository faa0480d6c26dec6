#pragma once
// Two-person rules look at natural persons, not at accounts: two accounts of one member of staff,
// or of one person, are one. Asked by the journeys that need a second person, and by the laws of a
// book afterwards.

#include "base/ids.h"
#include "store/store.h"

namespace casework {

// Whether two accounts are one natural person's; an account that is none is nobody's.
bool is_one_person(store::View& view, AccountId one, AccountId other);

}  // namespace casework
