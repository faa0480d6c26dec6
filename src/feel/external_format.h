#pragma once
// Java's String.format, as far as external functions need it: %s %d %f %b %n %% with a width, a
// precision, and the flags "-" and "0". Anything else has no result.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "feel/value.h"

namespace feel {

// Writes a value as Java's String.valueOf does.
std::string java_text(const Value& value);

// Fills a format; nothing when it asks for what is not known here or for more than was given.
std::optional<std::string> java_format(std::string_view format, std::span<const Value> arguments);

}  // namespace feel
