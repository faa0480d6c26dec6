#pragma once
// Frequency is how often a plan line comes: so many units in each week, month or other stretch. It
// is counted by calendar, never by a fraction: the units of a stretch are spread evenly over its
// days from the line's first day, and those that fall in the dates asked for are counted. So the
// counts of two parts of a period add up to the count of the whole, wherever it is cut.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"

namespace budget {

enum class Every { once, week, fortnight, four_weeks, month, year };

std::string_view to_text(Every every);
std::optional<Every> every_from_text(std::string_view text);

struct Frequency {
    Every every = Every::week;
    std::int64_t times = 1;  // units in each stretch

    friend bool operator==(const Frequency&, const Frequency&) = default;
};

// Says "3 times a week", "once".
std::string words(const Frequency& frequency);

// Counts the units that fall in `dates` of a line whose first day is `anchor`; days before the
// anchor have none.
std::int64_t count_in(const Frequency& frequency, Date anchor, const Period& dates);

// Gives the sum of a year of so many days (a named parameter of the package: 364 is 52 weeks) from
// a weekly one, rounded half to even.
Money yearly(Money weekly, std::int64_t year_days);
// Gives the weekly sum of a yearly one, rounded half to even.
Money weekly(Money yearly, std::int64_t year_days);

// Gives a weekly sum for some dates: days / 7 of it, rounded down, counted from `anchor` so that
// parts add up to the whole wherever they are cut.
Money weekly_sum_over(Money weekly, Date anchor, const Period& dates);

}  // namespace budget
