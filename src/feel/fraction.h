#pragma once
// The part of a second behind the point, kept as nanoseconds: how times of day and durations read
// and write it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace feel {

// Takes ".25" off the front as nanoseconds; 0 when there is no point, nothing when no digit follows
// it. Digits beyond the ninth are dropped.
std::optional<std::int64_t> take_fraction(std::string_view& text);

// Writes ".25"; nothing for 0.
std::string fraction_text(std::int64_t nanoseconds);

}  // namespace feel
