#pragma once
// The built-in functions that make one value of many: sums, means, extremes and "all" and "any"
// (DMN 1.5, table 79). Each takes one list or any number of arguments.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_total_builtins(std::vector<Builtin>& made);

}  // namespace feel
