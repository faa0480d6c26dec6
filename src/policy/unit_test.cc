#include "policy/unit.h"

#include <gtest/gtest.h>

namespace policy {
namespace {

Unit unit(const char* text) {
    return *Unit::parse(text);
}

TEST(Unit, is_written_as_it_is_read) {
    for (const char* text :
         {"GBP", "GBP/week", "GBP/year", "GBP/week/point", "points", "hours/week", "number"}) {
        EXPECT_EQ(unit(text).to_text(), text);
    }
}

TEST(Unit, is_one_in_the_plural_and_the_singular) {
    EXPECT_EQ(unit("point"), unit("points"));
    EXPECT_EQ(unit("GBP/hours"), unit("GBP/hour"));
    EXPECT_FALSE(unit("points") == unit("GBP"));
}

TEST(Unit, counts_nothing_when_it_is_a_number_or_a_share) {
    EXPECT_EQ(unit("percent"), Unit());
    EXPECT_EQ(unit("number"), Unit());
    EXPECT_EQ(Unit().to_text(), "number");
}

TEST(Unit, is_not_read_from_other_text) {
    for (const char* text :
         {"", "/week", "GBP/", "GBP per week", "pounds!", "GBP/number", "Points"}) {
        EXPECT_FALSE(Unit::parse(text).has_value()) << text;
    }
}

TEST(Unit, multiplies_and_divides_as_what_it_counts_does) {
    EXPECT_EQ(unit("hours/week") * unit("GBP/hour"), unit("GBP/week"));
    EXPECT_EQ(unit("points") * unit("GBP/week/point"), unit("GBP/week"));
    EXPECT_EQ(unit("GBP/week") / unit("GBP"), Unit() / unit("week"));
    EXPECT_EQ((unit("GBP") / unit("GBP")), Unit());
    EXPECT_EQ((unit("points") * unit("points")).to_text(), "points times points");
}

TEST(Unit, says_in_words_what_it_is_parted_by) {
    EXPECT_EQ(unit("GBP/week/point").parted_by(), " a week for each point");
    EXPECT_EQ(unit("GBP/hour").parted_by(), " for each hour");
    EXPECT_EQ(unit("trips/week").parted_by(), " a week");
    EXPECT_EQ(unit("GBP").parted_by(), "");
}

TEST(Unit, is_money_once_or_for_each_of_something) {
    for (const char* text : {"GBP", "GBP/week", "GBP/year", "GBP/hour"}) {
        EXPECT_TRUE(unit(text).is_money()) << text;
    }
    EXPECT_FALSE(unit("points").is_money());
    EXPECT_FALSE(Unit().is_money());
    EXPECT_FALSE((unit("GBP") * unit("week")).is_money());
    EXPECT_FALSE((unit("GBP") * unit("GBP")).is_money());
}

}  // namespace
}  // namespace policy
