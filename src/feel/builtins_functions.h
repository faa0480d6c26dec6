#pragma once
// Built-in functions that call functions they are given: sort, and list replace by a match.

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them; list replace must be there already.
void add_function_builtins(std::vector<Builtin>& made);

}  // namespace feel
