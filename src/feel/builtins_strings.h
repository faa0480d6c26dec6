#pragma once
// The built-in functions of strings (DMN 1.5, table 77). Letters are counted as code points.
// Patterns (matches, replace, split) stand in builtins_patterns.h.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_string_builtins(std::vector<Builtin>& made);

}  // namespace feel
