#pragma once
// Keeps the keys a council signs allocations with: the seed of the one in use, and the public half
// of every one there ever was. The seed is read by the journey that signs and by nobody else. A
// copy of the book carries it, as it carries the book's secret.

#include <optional>
#include <string>
#include <vector>

#include "policy/published_keys.h"
#include "store/store.h"

namespace store {

struct KeyInUse {
    std::string public_key;
    std::string seed;  // policy::seed_bytes bytes
};

// Loads the key in use; nothing where none was made yet.
std::optional<KeyInUse> load_key_in_use(View& view);
// Loads the public halves of all, the one in use last.
std::vector<policy::PublishedKey> load_published_keys(View& view);

// Keeps a new key as the one in use. The one before counts to the end of the day and loses its
// seed.
void keep_key(Tx& tx, const KeyInUse& key, Date on);

}  // namespace store
