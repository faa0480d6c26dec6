#include "base/date.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Date, prints_for_files_and_for_people) {
    const Date date = *Date::parse("2006-05-03");
    EXPECT_EQ(date.to_text(), "2006-05-03");
    EXPECT_EQ(date.for_people(), "3 May 2006");
    EXPECT_EQ(date.weekday(), 3U);  // a Wednesday
}

TEST(Date, refuses_days_the_calendar_does_not_have) {
    for (const char* text :
         {"2006-02-29", "2006-13-01", "2006-00-10", "2006-5-3", "03/05/2006", ""}) {
        EXPECT_EQ(Date::parse(text).error().code, "date.not_a_date") << text;
    }
    EXPECT_TRUE(Date::parse("2004-02-29").has_value());
    EXPECT_EQ(Date::parse_parts("31", "6", "2006").error().code, "date.not_a_date");
    EXPECT_EQ(Date::parse_parts(" 3", "5 ", "2006")->to_text(), "2006-05-03");
}

TEST(Date, a_month_later_keeps_to_the_month) {
    EXPECT_EQ(Date::parse("2006-01-31")->plus_months(1).to_text(), "2006-02-28");
    EXPECT_EQ(Date::parse("2006-03-31")->plus_months(-13).to_text(), "2005-02-28");
}

TEST(Date, every_day_of_a_thousand_years_reads_back_as_itself) {
    for (std::int64_t day = -200000; day < 200000; ++day) {
        const Date date = Date::from_days(day);
        ASSERT_EQ(Date::make(date.year(), date.month(), date.day()), date);
    }
}

TEST(Date, an_age_is_reached_on_the_birthday) {
    const Date birth = *Date::parse("1940-02-29");
    EXPECT_EQ(age_on(birth, *Date::parse("2006-02-28")), 65);
    EXPECT_EQ(age_on(birth, *Date::parse("2006-03-01")), 66);
}

TEST(Instant, reads_back_what_it_prints) {
    const Instant instant{1146665109};
    EXPECT_EQ(instant.to_text(), "2006-05-03T14:05:09Z");
    EXPECT_EQ(*Instant::parse(instant.to_text()), instant);
    EXPECT_EQ(Instant::parse("2006-05-03 14:05").error().code, "date.not_an_instant");
}

TEST(Period, does_not_hold_its_last_edge) {
    const Period year = *Period::make(*Date::parse("2006-04-01"), *Date::parse("2007-04-01"));
    EXPECT_TRUE(year.contains(year.from));
    EXPECT_FALSE(year.contains(year.until));
    EXPECT_EQ(year.days(), 365);
    EXPECT_EQ(Period::make(year.until, year.from).error().code, "date.empty_period");
    EXPECT_FALSE(year.overlap(Period{year.until, year.until.plus_days(1)}).has_value());
}

}  // namespace
}  // namespace base
