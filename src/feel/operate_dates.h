#pragma once
// What FEEL's operators and its point give for dates, times and durations. operate.h calls these;
// nothing (std::nullopt) stands where FEEL has no result. The rules (DMN 1.5, 10.3.2.3 and tables
// of 10.3.2.12): a day a month does not have becomes its last; a date beside a date and time is its
// midnight in UTC; local and zoned never meet; a day is 24 hours of UTC, whatever the clocks do.

#include <optional>
#include <string_view>

#include "feel/ast.h"
#include "feel/value.h"

namespace feel {

// Whether a value is a date, a time or both.
bool is_point_in_time(const Value& value);

// Whether a value is a duration of either kind.
bool is_duration(const Value& value);

// Gives the date and time a value is: a date is its midnight in UTC. Nothing for other kinds.
std::optional<DateTime> as_date_time(const Value& value);

// + and - where at least one side is a point in time.
std::optional<Value> calculate_dates(Operator op, const Value& a, const Value& b);

// + - * / where no side is a point in time and at least one is a duration.
std::optional<Value> calculate_durations(Operator op, const Value& a, const Value& b);

// Gives a part of a point in time or duration: year, hour, time offset, days ...; null where the
// part is there but not set, nothing where there is no such part.
std::optional<Value> date_part(const Value& whole, std::string_view name);

}  // namespace feel
