#include "feel/date_time.h"

#include <gtest/gtest.h>

#include <random>

#include "feel/value.h"

namespace feel {
namespace {

std::string date_again(std::string_view text) {
    const std::optional<Date> found = parse_date(text);
    return found ? found->to_text() : "refused";
}

std::string time_again(std::string_view text) {
    const std::optional<Time> found = parse_time(text);
    return found ? to_text(*found) : "refused";
}

std::string moment_again(std::string_view text) {
    const std::optional<DateTime> found = parse_date_time(text);
    return found ? to_text(*found) : "refused";
}

TEST(DateTime, reads_days_of_a_thousand_million_years_either_way) {
    for (const char* text : {"2017-12-31", "-2017-12-31", "0000-02-29", "0001-01-01",
                             "999999999-12-31", "-999999999-01-01", "12017-02-28"}) {
        EXPECT_EQ(date_again(text), text);
    }
}

TEST(DateTime, refuses_days_that_are_none_and_other_ways_of_writing) {
    for (const char* text :
         {"", "2012/12/25", "998-12-31", "01211-12-31", "+2012-12-02", "9999999999-12-25",
          "1000000000-01-01", "2017-13-10", "2017-00-10", "2017-12-32", "2017-02-29", "2017-1-10",
          "2017-01-1", "2017-01-01Z", "2017-01-01T", " 2017-01-01", "--2017-01-01", "-", "2017"}) {
        EXPECT_EQ(date_again(text), "refused") << text;
    }
}

TEST(DateTime, reads_times_to_the_nanosecond_with_their_zone) {
    for (const char* text : {"00:00:00", "23:59:59", "11:22:33.444", "11:22:33.123456789",
                             "11:22:33.000000001Z", "13:20:00-05:00", "10:20:00@Asia/Dhaka"}) {
        EXPECT_EQ(time_again(text), text);
    }
    EXPECT_EQ(time_again("10:30:00.5000"), "10:30:00.5");
    EXPECT_EQ(time_again("10:30:00.1234567899"), "10:30:00.123456789");
    EXPECT_EQ(time_again("24:00:00"), "00:00:00");
}

TEST(DateTime, refuses_times_no_clock_shows) {
    for (const char* text :
         {"", "23:59:60", "24:00:01", "24:01:00", "24:00:00.1", "25:00:00", "00:60:00", "7:00:00",
          "07:1:00", "07:01:2", "07:20", "07:20:00.", "11:30:00T", "-07:20:00", "07:20:00+05:0"}) {
        EXPECT_EQ(time_again(text), "refused") << text;
    }
}

TEST(DateTime, reads_a_day_and_a_time_joined_by_T) {
    for (const char* text : {"2017-12-31T11:22:33.345", "-2017-12-31T11:22:33.456+01:35",
                             "999999999-12-31T23:59:59.999999999@Europe/Paris"}) {
        EXPECT_EQ(moment_again(text), text);
    }
    EXPECT_EQ(moment_again("2017-12-31T24:00:00"), "2018-01-01T00:00:00");
    for (const char* text :
         {"2017-12-31", "11:00:00", "2011-12-0310:15:30", "2017-12-31T", "T11:00:00",
          "2017-12-31t11:00:00", "999999999-12-31T24:00:00", "2017-12-31T11:00:00TZ"}) {
        EXPECT_EQ(moment_again(text), "refused") << text;
    }
}

std::string ordered(const std::optional<std::strong_ordering>& found) {
    return !found ? "nothing" : *found < 0 ? "less" : *found > 0 ? "greater" : "equal";
}

std::string times(const char* a, const char* b) {
    return ordered(order(parse_time(a).value(), parse_time(b).value()));
}

std::string moments(const char* a, const char* b) {
    return ordered(order(parse_date_time(a).value(), parse_date_time(b).value()));
}

TEST(DateTime, orders_times_by_whole_seconds_and_by_offset) {
    EXPECT_EQ(times("10:30:00.1", "10:30:00.2"), "equal");
    EXPECT_EQ(times("10:30:00", "10:30:01"), "less");
    EXPECT_EQ(times("10:30:00+02:00", "09:30:00+01:00"), "equal");
    EXPECT_EQ(times("10:30:00+02:00", "10:30:00+01:00"), "less");
    EXPECT_EQ(times("10:30:00Z", "10:30:00@Etc/UTC"), "equal");
    EXPECT_EQ(times("10:30:00@Europe/Paris", "10:30:00@Europe/Paris"), "equal");
}

TEST(DateTime, does_not_order_times_that_no_day_brings_together) {
    EXPECT_EQ(times("10:30:00", "10:30:00Z"), "nothing");
    EXPECT_EQ(times("10:30:00@Europe/Paris", "10:30:00@Europe/London"), "nothing");
    EXPECT_EQ(moments("2018-12-08T00:00:00", "2018-12-08T00:00:00Z"), "nothing");
}

TEST(DateTime, orders_moments_by_what_they_are_in_utc) {
    EXPECT_EQ(moments("2018-10-08T00:00:00+02:00", "2018-10-08T00:00:00@Europe/Paris"), "equal");
    EXPECT_EQ(moments("2018-02-08T00:00:00+02:00", "2018-02-08T00:00:00@Europe/Paris"), "less");
    EXPECT_EQ(moments("2002-04-02T23:00:00-04:00", "2002-04-03T02:00:00-01:00"), "equal");
    EXPECT_EQ(moments("2018-12-08T00:00:00.1", "2018-12-08T00:00:00.2"), "equal");
    EXPECT_EQ(moments("-0001-12-31T23:59:59.9", "0000-01-01T00:00:00"), "less");
}

TEST(DateTime, makes_a_value_no_larger_than_a_text_does) {
    EXPECT_LE(sizeof(DateTime), sizeof(std::string));
    EXPECT_LE(sizeof(Value), 40U);
}

TEST(DateTime, writes_what_it_reads_for_any_moment) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> days(-365'242'000'000, 365'241'000'000);
    std::uniform_int_distribution<std::int64_t> clock(0, 86'399'999'999'999);
    std::uniform_int_distribution<std::int64_t> offset(-64'800, 64'800);
    for (int i = 0; i < 2000; ++i) {
        const DateTime moment{Date::from_days(days(random)), clock(random),
                              Zone::of_offset(offset(random)).value()};
        EXPECT_EQ(parse_date_time(to_text(moment)), moment) << to_text(moment);
    }
}

}  // namespace
}  // namespace feel
