#pragma once
// The built-in functions that look for a pattern in a string: matches, replace and split (DMN 1.5,
// table 77, after XPath and XQuery functions 3.1). regex.h reads the patterns.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_pattern_builtins(std::vector<Builtin>& made);

}  // namespace feel
