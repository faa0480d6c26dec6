#pragma once
// The built-in functions that compare points and ranges (DMN 1.5, table 81: the relations of
// Allen's interval algebra), and range(), which reads one from text.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_range_builtins(std::vector<Builtin>& made);

}  // namespace feel
