#pragma once
// The two durations of FEEL in their ISO 8601 texts: "P1Y6M" counts months, "P3DT2H0.5S" counts
// seconds. They never turn into each other: a month is not thirty days. Both are bounded (10^17
// months, 10^18 seconds, far more than the calendar holds), so that adding two cannot overflow.

#include <optional>
#include <string>
#include <string_view>

#include "feel/value.h"

namespace feel {

// Reads either kind; nothing for other text and beyond the bounds.
std::optional<Value> parse_duration(std::string_view text);

// Write "P1Y6M" and "P3DT2H0.5S".
std::string to_text(DaysDuration length);
std::string to_text(MonthsDuration length);

// Make a duration; nothing beyond the bounds. Nanoseconds may have any value and sign.
std::optional<DaysDuration> make_days(std::int64_t seconds, std::int64_t nanoseconds);
std::optional<MonthsDuration> make_months(std::int64_t months);

// Turn into a number and back; what is finer than a nanosecond or a month is cut off.
Decimal in_seconds(DaysDuration length);
std::optional<DaysDuration> days_of(const Decimal& seconds);
std::optional<MonthsDuration> months_of(const Decimal& months);

// Add, and change the sign.
std::optional<DaysDuration> add(DaysDuration a, DaysDuration b);
std::optional<MonthsDuration> add(MonthsDuration a, MonthsDuration b);
DaysDuration opposite(DaysDuration length);
MonthsDuration opposite(MonthsDuration length);

// A duration as it is written: the amounts are never negative.
struct DurationParts {
    bool is_negative = false;
    std::int64_t days = 0;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
};
DurationParts parts_of(DaysDuration length);

// Counts whole years and months from one day to another, negative when `until` is earlier.
MonthsDuration months_between(Date from, Date until);

}  // namespace feel
