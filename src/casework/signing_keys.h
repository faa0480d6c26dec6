#pragma once
// The key a council signs allocations with. It is made the first time something is signed, and
// whoever runs the machine can put a new one in its place. The public halves are for everybody to
// read, without an account: with them anybody can tell what this council issued.

#include <vector>

#include "casework/desk.h"
#include "policy/published_keys.h"
#include "store/signing_keys.h"

namespace casework {

// Gives the key in use, made now if there is none. Part of the journeys that sign.
store::KeyInUse key_in_use(Desk& desk, store::Tx& tx);

// Gives the public keys of the council, the one in use last; empty before anything was signed.
std::vector<policy::PublishedKey> council_keys(Desk& desk);

// Puts a new key in the place of the one in use, from today on. What the old one signed stays good.
// Only whoever runs the machine may. Refuses: people.not_allowed.
Outcome replace_key(Desk& desk);

}  // namespace casework
