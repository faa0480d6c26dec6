#pragma once
// Loads the dated way of every person, for counting take-up and waits by client group.

#include <vector>

#include "people/take_up.h"
#include "store/store.h"

namespace store {

// Loads the first day of each stage for everybody, and what each budget in force on a day comes to.
std::vector<people::Way> load_ways(View& view, Date on);

}  // namespace store
