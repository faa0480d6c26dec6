// Laws of the arithmetic that hold for any moment, tried on many.

#include "feel/operate_dates.h"

#include <gtest/gtest.h>

#include <random>

#include "feel/duration.h"

namespace feel {
namespace {

class Moments {
public:
    explicit Moments(Zone zone) : zone_(zone) {}

    DateTime next() { return DateTime{Date::from_days(days_(random_)), clock_(random_), zone_}; }
    DaysDuration length() { return DaysDuration{seconds_(random_), fraction_(random_)}; }

private:
    Zone zone_;
    std::mt19937_64 random_{11};
    std::uniform_int_distribution<std::int64_t> days_{-300'000'000'000, 300'000'000'000};
    std::uniform_int_distribution<std::int64_t> clock_{0, 86'399'999'999'999};
    std::uniform_int_distribution<std::int64_t> seconds_{-4'000'000'000'000'000,
                                                         4'000'000'000'000'000};
    std::uniform_int_distribution<std::int64_t> fraction_{0, 999'999'999};
};

TEST(OperateDates, what_is_added_to_a_moment_is_its_difference_from_it) {
    for (const char* zone : {"", "Z", "-05:30", "+02:45:55", "@Asia/Dhaka", "@Etc/GMT+5"}) {
        Moments moments(Zone::parse(zone).value());
        for (int i = 0; i < 500; ++i) {
            const Value moment = moments.next();
            const Value length = moments.length();
            const std::optional<Value> later = calculate_dates(Operator::add, moment, length);
            ASSERT_TRUE(later.has_value()) << moment.to_text() << " + " << length.to_text();
            EXPECT_EQ(calculate_dates(Operator::subtract, *later, moment), length);
            EXPECT_EQ(calculate_dates(Operator::subtract, *later, length), moment);
        }
    }
}

TEST(OperateDates, months_keep_the_day_or_take_the_last_there_is) {
    std::mt19937_64 random(13);
    std::uniform_int_distribution<std::int64_t> days(-300'000'000'000, 300'000'000'000);
    std::uniform_int_distribution<std::int64_t> months(-1'000'000, 1'000'000);
    for (int i = 0; i < 2000; ++i) {
        const Date from = Date::from_days(days(random));
        const MonthsDuration length{months(random)};
        const std::optional<Value> found = calculate_dates(Operator::add, from, length);
        ASSERT_TRUE(found.has_value());
        const Date until = *found->date();
        const auto counted = [](Date day) { return day.year() * 12 + std::int64_t{day.month()}; };
        EXPECT_EQ(counted(until) - counted(from), length.months);
        const bool is_last = until.plus_days(1).day() == 1;
        EXPECT_TRUE(until.day() == from.day() || (is_last && until.day() < from.day()));
    }
}

TEST(OperateDates, a_time_goes_round_the_clock) {
    std::mt19937_64 random(17);
    std::uniform_int_distribution<std::int64_t> clock(0, 86'399'999'999'999);
    std::uniform_int_distribution<std::int64_t> seconds(-1'000'000'000, 1'000'000'000);
    for (int i = 0; i < 1000; ++i) {
        const Value time = Time{clock(random), Zone()};
        const Value length = DaysDuration{seconds(random), clock(random) % nanoseconds_a_second};
        const std::optional<Value> later = calculate_dates(Operator::add, time, length);
        ASSERT_TRUE(later.has_value());
        EXPECT_EQ(calculate_dates(Operator::subtract, *later, length), time);
        EXPECT_GE(later->time()->nanoseconds, 0);
        EXPECT_LT(later->time()->nanoseconds, seconds_a_day * nanoseconds_a_second);
    }
}

}  // namespace
}  // namespace feel
