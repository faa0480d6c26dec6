#pragma once
// Date is a civil day of the proleptic Gregorian calendar; Instant a UTC second; Period the days
// [from, until): `from` belongs to it, `until` does not. No time zone lives here, and nothing here
// reads a clock. Algorithms: Howard Hinnant, "chrono-compatible low-level date algorithms".

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

class Date {
public:
    // Is 1 January 1970.
    constexpr Date() = default;

    // Makes a real calendar day; nothing for 30 February or a year outside +-999,999,999.
    static std::optional<Date> make(std::int64_t year, unsigned month, unsigned day);
    static constexpr Date from_days(std::int64_t days_since_1970) { return Date(days_since_1970); }

    // Reads "2006-05-03". Refuses: date.not_a_date.
    static Result<Date> parse(std::string_view text);
    // Reads what a person types in three boxes. Refuses: date.not_a_date.
    static Result<Date> parse_parts(std::string_view day, std::string_view month,
                                    std::string_view year);

    std::int64_t days() const { return days_; }
    std::int64_t year() const;
    unsigned month() const;
    unsigned day() const;
    // Monday is 1, Sunday is 7.
    unsigned weekday() const;

    // Prints "2006-05-03".
    std::string to_text() const;
    // Prints "3 May 2006".
    std::string for_people() const;

    Date plus_days(std::int64_t count) const { return Date(days_ + count); }
    // Adds calendar months; a day the month does not have becomes its last day.
    Date plus_months(std::int64_t count) const;

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
    friend std::int64_t operator-(Date a, Date b) { return a.days_ - b.days_; }

private:
    explicit constexpr Date(std::int64_t days) : days_(days) {}
    std::int64_t days_ = 0;
};

// Counts whole years from birth to a day; a 29 February birthday falls on 1 March in common years
// (Family Law Reform Act 1969 s9: an age is reached at the start of the anniversary).
std::int64_t age_on(Date birth, Date on);

struct Instant {
    std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z

    // Prints "2006-05-03T14:05:09Z".
    std::string to_text() const;
    // Reads what to_text prints. Refuses: date.not_an_instant.
    static Result<Instant> parse(std::string_view text);
    Date date_utc() const;

    friend auto operator<=>(const Instant&, const Instant&) = default;
};

struct Period {
    Date from;
    Date until;  // not included

    // Refuses: date.empty_period when `until` is not after `from`.
    static Result<Period> make(Date from, Date until);
    bool contains(Date day) const { return from <= day && day < until; }
    std::int64_t days() const { return until - from; }
    Date last_day() const { return until.plus_days(-1); }
    // Gives the days both have, or nothing.
    std::optional<Period> overlap(const Period& other) const;

    friend auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace base

using base::Date;
using base::Instant;
using base::Period;
