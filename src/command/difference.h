#pragma once
// The verb difference: what differs between two policy packages, or between an overlay and its
// base, row by row with each cell before and after.

#include <ostream>
#include <string>
#include <vector>

namespace command {

inline constexpr const char* difference_usage = "PACKAGE [PACKAGE] [--json]";

// difference PACKAGE PACKAGE, or difference OVERLAY. Gives 0 when done, whether or not they differ,
// 1 when a package is refused, 2 for a wrong use.
int difference_verb(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace command
