#pragma once
// What stands in quotation marks behind "@": a date, a time, both, or a duration, told apart by how
// it is written. Also how texts from outside (inputs of a case) become such values.

#include <optional>
#include <string_view>

#include "feel/value.h"

namespace feel {

// Reads any of the five; nothing for other text.
std::optional<Value> parse_at_literal(std::string_view text);

}  // namespace feel
