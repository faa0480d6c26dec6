#pragma once
// The two durations of FEEL in their ISO 8601 texts: "P1Y6M" counts months, "P3DT2H" counts
// seconds. They never turn into each other: a month is not thirty days.

#include <optional>
#include <string>
#include <string_view>

#include "feel/value.h"

namespace feel {

// Reads either kind; nothing for other text.
std::optional<Value> parse_duration(std::string_view text);

// Write "P1Y6M" and "P3DT2H".
std::string to_text(DaysDuration length);
std::string to_text(MonthsDuration length);

// Counts whole years and months from one day to another, negative when `until` is earlier.
MonthsDuration months_between(Date from, Date until);

}  // namespace feel
