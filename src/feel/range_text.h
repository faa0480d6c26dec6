#pragma once
// Reads a range written as text, as range("[18..21)") gives it (DMN 1.5, rules 66 and 67): its ends
// are literals. An end may be missing where its bracket is open.

#include <optional>
#include <string_view>

#include "feel/value.h"

namespace feel {

// Nothing for a text that is no range, ends of two kinds or without an order, and a start behind
// the end.
std::optional<Range> parse_range(std::string_view text);

}  // namespace feel
