#include "base/council_year.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(CouncilYear, begins_on_the_first_of_april_and_ends_on_the_last_of_march) {
    EXPECT_EQ(CouncilYear::of(*Date::parse("2007-03-31")), CouncilYear{2006});
    EXPECT_EQ(CouncilYear::of(*Date::parse("2007-04-01")), CouncilYear{2007});
    EXPECT_EQ(CouncilYear{2006}.next(), CouncilYear{2007});
    EXPECT_EQ(CouncilYear{2006}.for_people(), "1 April 2006 to 31 March 2007");
}

TEST(CouncilYear, has_each_day_of_a_century_in_exactly_one) {
    for (Date day = *Date::parse("1999-12-31"); day < *Date::parse("2100-01-01");
         day = day.plus_days(1)) {
        const CouncilYear year = CouncilYear::of(day);
        ASSERT_TRUE(year.period().contains(day)) << day.to_text();
        ASSERT_FALSE(year.next().period().contains(day)) << day.to_text();
    }
}

TEST(CouncilYear, moves_no_day_that_is_in_it_and_brings_an_earlier_one_to_its_first) {
    const CouncilYear year{2007};
    EXPECT_EQ(year.not_before(*Date::parse("2007-03-12")), *Date::parse("2007-04-01"));
    EXPECT_EQ(year.not_before(*Date::parse("2007-05-01")), *Date::parse("2007-05-01"));
    EXPECT_EQ(CouncilYear{}.not_before(*Date::parse("2007-03-12")), *Date::parse("2007-03-12"));
}

}  // namespace
}  // namespace base
