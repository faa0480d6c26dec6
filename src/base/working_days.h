#pragma once
// WorkingDays knows which days offices work: Monday to Friday without the bank holidays it was
// given. A promise of "five working days" and a day for payments are counted with it. Outside the
// years of the list it knows weekends only, so the list must be kept ahead of time.

#include <set>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace base {

class WorkingDays {
public:
    // Knows weekends only.
    WorkingDays() = default;

    // Reads a CSV of bank holidays with the columns date, name and source.
    // Refuses: working_days.twice, date.not_a_date, the codes of csv; each with its line.
    static Result<WorkingDays> parse(std::string_view bytes);

    bool is_working_day(Date day) const;
    // Gives the day `count` working days after `day`; `day` itself is not counted.
    Date after(Date day, std::int64_t count) const;

    const std::set<Date>& holidays() const { return holidays_; }

private:
    std::set<Date> holidays_;
};

}  // namespace base

using base::WorkingDays;
