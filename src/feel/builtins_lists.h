#pragma once
// The built-in functions of lists (DMN 1.5, table 79). A value alone stands for the list of it;
// positions count from 1, and from the end when negative. No list longer than 100,000 is made.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_list_builtins(std::vector<Builtin>& made);

}  // namespace feel
