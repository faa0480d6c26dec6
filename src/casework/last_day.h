#pragma once
// The last day for which anything may be paid for a person whose record ended: the day of a death,
// the day before a move or before she no longer wants support. Asked by every journey that pays.

#include <algorithm>
#include <optional>

#include "people/person.h"

namespace casework {

// Gives the last day; nothing while the record is open.
inline std::optional<Date> last_day_of(const people::Person& person) {
    std::optional<Date> last = person.died_on;
    for (const std::optional<Date>& day : {person.moved_on, person.ended_on}) {
        if (day) {
            const Date before = day->plus_days(-1);
            last = last ? std::min(*last, before) : before;
        }
    }
    return last;
}

}  // namespace casework
