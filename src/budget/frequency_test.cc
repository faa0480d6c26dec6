#include "budget/frequency.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace budget {
namespace {

Date day(std::int64_t year, unsigned month, unsigned number) {
    return *Date::make(year, month, number);
}

TEST(Frequency, counts_units_by_calendar) {
    const Date start = day(2006, 4, 1);
    const Period year{start, day(2007, 4, 1)};
    EXPECT_EQ(count_in({Every::once, 2}, start, year), 2);
    EXPECT_EQ(count_in({Every::week, 3}, start, {start, start.plus_days(28)}), 12);
    // 52 whole weeks and one day: the first visit of the week falls on it.
    EXPECT_EQ(count_in({Every::week, 3}, start, year), 157);
    EXPECT_EQ(count_in({Every::week, 40}, start, {start, start.plus_days(7)}), 40);
    EXPECT_EQ(count_in({Every::fortnight, 1}, start, year), 27);
    EXPECT_EQ(count_in({Every::four_weeks, 1}, start, year), 14);
    EXPECT_EQ(count_in({Every::month, 2}, start, year), 24);
    EXPECT_EQ(count_in({Every::year, 1}, start, year), 1);
}

TEST(Frequency, spreads_the_visits_of_a_week_over_it) {
    const Date start = day(2006, 4, 1);
    std::vector<std::int64_t> days;
    for (std::int64_t offset = 0; offset < 7; ++offset) {
        const Period one{start.plus_days(offset), start.plus_days(offset + 1)};
        days.push_back(count_in({Every::week, 3}, start, one));
    }
    EXPECT_EQ(days, (std::vector<std::int64_t>{1, 0, 1, 0, 1, 0, 0}));
}

TEST(Frequency, counts_months_that_lack_a_day) {
    const Date start = day(2006, 1, 31);
    EXPECT_EQ(count_in({Every::month, 1}, start, {day(2006, 2, 1), day(2006, 2, 28)}), 0);
    EXPECT_EQ(count_in({Every::month, 1}, start, {day(2006, 2, 28), day(2006, 3, 1)}), 1);
    EXPECT_EQ(count_in({Every::month, 1}, start, {start, day(2007, 1, 31)}), 12);
}

TEST(Frequency, has_nothing_before_its_anchor) {
    const Date start = day(2006, 4, 1);
    EXPECT_EQ(count_in({Every::week, 7}, start, {start.plus_days(-70), start}), 0);
    EXPECT_EQ(count_in({Every::once, 1}, start, {start.plus_days(1), start.plus_days(9)}), 0);
}

TEST(Frequency, counts_of_parts_add_up_wherever_they_are_cut) {
    Random random = Random::seeded(7);
    for (int tried = 0; tried < 3000; ++tried) {
        const Frequency frequency{static_cast<Every>(random.below(6)),
                                  1 + static_cast<std::int64_t>(random.below(40))};
        const Date anchor = Date::from_days(static_cast<std::int64_t>(random.below(20000)));
        const Date from = anchor.plus_days(static_cast<std::int64_t>(random.below(500)) - 50);
        const Date cut = from.plus_days(static_cast<std::int64_t>(random.below(400)));
        const Date until = cut.plus_days(static_cast<std::int64_t>(random.below(400)));
        const std::int64_t first = count_in(frequency, anchor, {from, cut});
        const std::int64_t second = count_in(frequency, anchor, {cut, until});
        ASSERT_GE(first, 0);
        ASSERT_GE(second, 0);
        ASSERT_EQ(first + second, count_in(frequency, anchor, {from, until}));
    }
}

TEST(Frequency, pays_a_weekly_sum_by_the_day_to_the_penny) {
    const Date start = day(2006, 4, 1);
    const Money weekly = Money::pence(21424);
    EXPECT_EQ(weekly_sum_over(weekly, start, {start, start.plus_days(28)}), Money::pence(85696));
    EXPECT_EQ(weekly_sum_over(weekly, start, {start, start.plus_days(365)}), Money::pence(1117108));
    Money sum;
    for (std::int64_t offset = 0; offset < 365; ++offset) {
        sum +=
            weekly_sum_over(weekly, start, {start.plus_days(offset), start.plus_days(offset + 1)});
    }
    EXPECT_EQ(sum, Money::pence(1117108));
}

TEST(Frequency, names_the_days_of_its_year) {
    // R (KM): 61,000 a year over 52 weeks; and a week of 214.24 over both years.
    EXPECT_EQ(weekly(Money::pence(6100000), 364), Money::pence(117308));
    EXPECT_EQ(yearly(Money::pence(21424), 364), Money::pence(1114048));
    EXPECT_EQ(yearly(Money::pence(21424), 365), Money::pence(1117109));
}

TEST(Frequency, says_itself_in_words) {
    EXPECT_EQ(words({Every::week, 3}), "3 times each week");
    EXPECT_EQ(words({Every::month, 1}), "once each month");
    EXPECT_EQ(words({Every::once, 1}), "once");
    for (int every = 0; every < 6; ++every) {
        EXPECT_EQ(every_from_text(to_text(static_cast<Every>(every))), static_cast<Every>(every));
    }
}

}  // namespace
}  // namespace budget
