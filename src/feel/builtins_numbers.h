#pragma once
// The built-in functions of numbers: rounding by name, remainders, roots and powers, and numbers
// read from text (DMN 1.5, tables 76 and 80).

#include <vector>

#include "feel/builtins.h"

namespace feel {

// Adds them to the table of functions.
void add_number_builtins(std::vector<Builtin>& made);

}  // namespace feel
