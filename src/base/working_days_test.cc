#include "base/working_days.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace base {
namespace {

Date day(std::string_view text) {
    return *Date::parse(text);
}

WorkingDays england() {
    std::ifstream file(std::string(ONEPURSE_SOURCE_DIR) + "/content/bank_holidays.csv");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const Result<WorkingDays> read = WorkingDays::parse(bytes.str());
    EXPECT_TRUE(read.has_value());
    return read ? *read : WorkingDays();
}

TEST(WorkingDays, pass_over_weekends_and_bank_holidays) {
    const WorkingDays days = england();
    // Wednesday 12 April 2006; Good Friday was the 14th and Easter Monday the 17th.
    EXPECT_EQ(days.after(day("2006-04-12"), 1), day("2006-04-13"));
    EXPECT_EQ(days.after(day("2006-04-12"), 2), day("2006-04-18"));
    EXPECT_EQ(days.after(day("2006-04-12"), 5), day("2006-04-21"));
    EXPECT_EQ(days.after(day("2006-04-12"), 0), day("2006-04-12"));
    EXPECT_FALSE(days.is_working_day(day("2006-08-28")));
    EXPECT_TRUE(days.is_working_day(day("2006-08-29")));
}

TEST(WorkingDays, move_a_holiday_off_the_weekend) {
    const WorkingDays days = england();
    EXPECT_FALSE(days.is_working_day(day("2005-12-27")));  // Christmas Day 2005 was a Sunday
    EXPECT_TRUE(days.is_working_day(day("2005-12-28")));
    EXPECT_FALSE(days.is_working_day(day("2006-01-02")));
}

TEST(WorkingDays, have_eight_holidays_in_an_ordinary_year) {
    const WorkingDays days = england();
    for (const std::int64_t year : {2005, 2006, 2007, 2026}) {
        std::size_t count = 0;
        for (const Date& holiday : days.holidays()) {
            count += holiday.year() == year ? 1U : 0U;
        }
        EXPECT_EQ(count, 8U) << year;
    }
}

TEST(WorkingDays, refuse_a_bad_or_doubled_day_and_name_its_line) {
    const auto bad = WorkingDays::parse("date,name,source\n2006-02-30,x,y\n");
    ASSERT_FALSE(bad.has_value());
    EXPECT_EQ(bad.error().place, "line 2");
    const auto twice = WorkingDays::parse("date,name,source\n2006-01-02,x,y\n2006-01-02,x,y\n");
    ASSERT_FALSE(twice.has_value());
    EXPECT_EQ(twice.error().code, "working_days.twice");
    EXPECT_EQ(twice.error().place, "line 3");
}

}  // namespace
}  // namespace base
