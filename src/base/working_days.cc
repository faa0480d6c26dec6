#include "base/working_days.h"

#include "base/csv.h"

namespace base {

Result<WorkingDays> WorkingDays::parse(std::string_view bytes) {
    TRY(const CsvTable table, CsvTable::parse(bytes, {"date", "name", "source"}));
    WorkingDays days;
    for (const CsvRow& row : table.rows()) {
        const std::string place = "line " + std::to_string(row.line);
        const Result<Date> date = Date::parse(table.cell(row, "date"));
        if (!date) {
            return at(place, date.error());
        }
        if (!days.holidays_.insert(*date).second) {
            return Error{"working_days.twice", "This day is in the list twice. Leave one out.",
                         place};
        }
    }
    return days;
}

bool WorkingDays::is_working_day(Date day) const {
    return day.weekday() <= 5 && !holidays_.contains(day);
}

Date WorkingDays::after(Date day, std::int64_t count) const {
    CHECK(count >= 0 && count <= 10'000);
    while (count > 0) {
        day = day.plus_days(1);
        if (is_working_day(day)) {
            --count;
        }
    }
    return day;
}

}  // namespace base
