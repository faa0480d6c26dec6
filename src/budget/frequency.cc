#include "budget/frequency.h"

#include <algorithm>

#include "base/check.h"
#include "base/named.h"
#include "base/text.h"

namespace budget {
namespace {

constexpr std::array<base::Named<Every>, 6> everys = {{
    {Every::once, "once", "once"},
    {Every::week, "week", "each week"},
    {Every::fortnight, "fortnight", "every 2 weeks"},
    {Every::four_weeks, "four_weeks", "every 4 weeks"},
    {Every::month, "month", "each month"},
    {Every::year, "year", "each year"},
}};

// Counts the units that fall in the first `days` of a stretch: the k-th of `times` falls on day
// floor(k * length / times).
std::int64_t in_stretch(std::int64_t days, std::int64_t length, std::int64_t times) {
    return (days * times + length - 1) / length;
}

std::int64_t before_by_days(const Frequency& frequency, std::int64_t length, std::int64_t days) {
    return days / length * frequency.times + in_stretch(days % length, length, frequency.times);
}

std::int64_t before_by_months(const Frequency& frequency, std::int64_t months, Date anchor,
                              Date day) {
    std::int64_t stretch =
        ((day.year() - anchor.year()) * 12 + static_cast<std::int64_t>(day.month()) -
         static_cast<std::int64_t>(anchor.month())) /
        months;
    while (anchor.plus_months(stretch * months) > day) {
        --stretch;
    }
    const Date from = anchor.plus_months(stretch * months);
    const Date until = anchor.plus_months((stretch + 1) * months);
    return stretch * frequency.times + in_stretch(day - from, until - from, frequency.times);
}

// Counts the units from the anchor to the day before `day`.
std::int64_t count_before(const Frequency& frequency, Date anchor, Date day) {
    if (day <= anchor) {
        return 0;
    }
    switch (frequency.every) {
        case Every::once:
            return frequency.times;
        case Every::week:
            return before_by_days(frequency, 7, day - anchor);
        case Every::fortnight:
            return before_by_days(frequency, 14, day - anchor);
        case Every::four_weeks:
            return before_by_days(frequency, 28, day - anchor);
        case Every::month:
            return before_by_months(frequency, 1, anchor, day);
        case Every::year:
            return before_by_months(frequency, 12, anchor, day);
    }
    CHECK(!"every frequency is counted");
    return 0;
}

Money half_even(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t whole = numerator / denominator;
    const std::int64_t twice = numerator % denominator * 2;
    const bool is_up = twice > denominator || (twice == denominator && whole % 2 != 0);
    return Money::pence(whole + (is_up ? 1 : 0));
}

}  // namespace

std::string_view to_text(Every every) {
    return named(everys, every).text;
}
std::optional<Every> every_from_text(std::string_view text) {
    return value_named(everys, text);
}

std::string words(const Frequency& frequency) {
    const std::string every(named(everys, frequency.every).words);
    if (frequency.times == 1) {
        return frequency.every == Every::once ? every : "once " + every;
    }
    const std::string count = std::to_string(frequency.times);
    return frequency.every == Every::once ? count + ", once" : count + " times " + every;
}

std::int64_t count_in(const Frequency& frequency, Date anchor, const Period& dates) {
    return count_before(frequency, anchor, dates.until) -
           count_before(frequency, anchor, dates.from);
}

Money yearly(Money weekly, std::int64_t year_days) {
    CHECK(!weekly.is_negative() && year_days > 0);
    return half_even(weekly.in_pence() * year_days, 7);
}

Money weekly(Money yearly, std::int64_t year_days) {
    CHECK(!yearly.is_negative() && year_days > 0);
    return half_even(yearly.in_pence() * 7, year_days);
}

Money weekly_sum_over(Money weekly, Date anchor, const Period& dates) {
    CHECK(!weekly.is_negative());
    const auto before = [&weekly, anchor](Date day) {
        const std::int64_t days = std::max<std::int64_t>(day - anchor, 0);
        return days / 7 * weekly.in_pence() + days % 7 * weekly.in_pence() / 7;
    };
    return Money::pence(before(dates.until) - before(dates.from));
}

}  // namespace budget
