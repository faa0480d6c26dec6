#pragma once
// The built-in functions of contexts (DMN 1.5, table 82), and "is", which asks whether two values
// are the same one.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_context_builtins(std::vector<Builtin>& made);

}  // namespace feel
