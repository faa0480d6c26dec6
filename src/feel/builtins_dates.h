#pragma once
// The built-in functions that make dates, times and durations or ask something of them. None reads
// a clock: now() and today() get the moment their Run was given.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_date_builtins(std::vector<Builtin>& made);

}  // namespace feel
