#pragma once
// The verb example: makes the fictional councils of the folder examples/, each from its seed, by
// the journeys a user takes. Kept for every later start; marked as fictional on every page.

#include <string>
#include <vector>

namespace command {

// onepurse example --data DIR [--only AUTHORITY] [--people N] [--days N] [--examples DIR]
// [--packages DIR]
// --people N makes N people instead of the council's own number; --days N lives only the first N
// days. Gives 0 when the books stand, 1 when one could not be made, 2 for a wrong use.
int example_verb(const std::vector<std::string>& args);

}  // namespace command
