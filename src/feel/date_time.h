#pragma once
// The time of day and the date and time of FEEL, exact to the nanosecond, with the zone they were
// written with or none. Equality of these structs means written alike; what FEEL's = and < mean is
// `order`, which goes by whole seconds: 10:30:00.1 = 10:30:00.2 (DMN 1.5, 10.3.2.3: the value of a
// time is its seconds). Texts are those of XML Schema 1.1 Part 2, with FEEL's zones.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "feel/zone.h"

namespace feel {

inline constexpr std::int64_t seconds_a_day = 86400;
inline constexpr std::int64_t nanoseconds_a_second = 1'000'000'000;

struct Time {
    std::int64_t nanoseconds = 0;  // since midnight
    Zone zone;

    std::int64_t seconds() const { return nanoseconds / nanoseconds_a_second; }
    friend bool operator==(const Time&, const Time&) = default;
};

struct DateTime {
    Date date;
    std::int64_t nanoseconds = 0;  // since midnight
    Zone zone;

    // Gives what the clock shows, as whole seconds since 1970 began on it.
    std::int64_t shown_seconds() const {
        return date.days() * seconds_a_day + nanoseconds / nanoseconds_a_second;
    }
    // Gives whole seconds since 1970 began in UTC; for local, what the clock shows.
    std::int64_t seconds() const {
        return shown_seconds() - zone.offset_when_shown(shown_seconds());
    }
    friend bool operator==(const DateTime&, const DateTime&) = default;
};

// Whether a day lies in the years FEEL has, up to 999,999,999 on either side of 0.
bool is_in_calendar(Date date);

// Order by whole seconds. Nothing when one is local and the other is not, and when two times of day
// stand in different places of which one has a summer time.
std::optional<std::strong_ordering> order(const Time& a, const Time& b);
std::optional<std::strong_ordering> order(const DateTime& a, const DateTime& b);

// Give the seconds by which a clock in the zone of `a` is ahead of one in the zone of `b`; nothing
// where times of day do not compare.
std::optional<std::int64_t> lead(const Time& a, const Time& b);

// Read "2006-05-03", "-12006-05-03"; "14:05:09.25@Europe/Paris"; both joined by T. 24:00:00 is the
// midnight that ends the day. Digits of a second beyond the ninth are dropped.
std::optional<Date> parse_date(std::string_view text);
std::optional<Time> parse_time(std::string_view text);
std::optional<DateTime> parse_date_time(std::string_view text);

// Write what the above read.
std::string to_text(const Time& time);
std::string to_text(const DateTime& moment);

}  // namespace feel
