#pragma once
// CouncilYear is the year a council keeps money by: 1 April to 31 March. Each year's money is its
// own; what is left of one is never spent in the next. It is named by the calendar year it begins
// in. None at all is a year of its own, for money that is not kept by years.

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string>

#include "base/date.h"

namespace base {

struct CouncilYear {
    std::int64_t begins_in = 0;  // 2006: 1 April 2006 to 31 March 2007; nought: none

    // Finds the year a day is in.
    static CouncilYear of(Date day) { return {day.month() >= 4 ? day.year() : day.year() - 1}; }

    bool is_none() const { return begins_in == 0; }
    // Gives its days. There must be a year.
    Period period() const {
        CHECK(!is_none());
        return {*Date::make(begins_in, 4, 1), *Date::make(begins_in + 1, 4, 1)};
    }
    CouncilYear next() const { return {begins_in + 1}; }
    // Gives the day, or the year's first day where it has not begun by then: its money never moves
    // before it.
    Date not_before(Date day) const { return is_none() ? day : std::max(day, period().from); }
    // Says "1 April 2006 to 31 March 2007".
    std::string for_people() const {
        return period().from.for_people() + " to " + period().last_day().for_people();
    }

    friend auto operator<=>(const CouncilYear&, const CouncilYear&) = default;
};

}  // namespace base

using base::CouncilYear;
