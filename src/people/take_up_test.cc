#include "people/take_up.h"

#include <gtest/gtest.h>

namespace people {
namespace {

Date day(std::string_view text) {
    return *Date::parse(text);
}

Way way(ClientGroup group, std::string_view asked, std::optional<std::int64_t> answered_after,
        std::optional<std::int64_t> began_after = {}) {
    Way made;
    made.group = group;
    made.asked = day(asked);
    if (answered_after) {
        made.answered = made.asked.plus_days(*answered_after);
    }
    if (began_after) {
        made.began = made.asked.plus_days(*began_after);
    }
    return made;
}

TEST(TakeUp, counts_each_group_by_itself_and_waits_over_those_who_came_so_far) {
    using enum ClientGroup;
    std::vector<Way> ways = {
        way(older_people, "2006-04-03", 10, 60), way(older_people, "2006-05-01", 4),
        way(older_people, "2006-05-02", 30),     way(older_people, "2006-05-03", std::nullopt),
        way(mental_health, "2006-05-03", 7, 50),
    };
    ways[0].in_force = Money::pence(1'115'000);
    const std::vector<GroupTakeUp> counted = count_by_group(ways);
    ASSERT_EQ(counted.size(), 4U);
    EXPECT_EQ(counted[0].asked, 4U);
    EXPECT_EQ(counted[0].answered, (Wait{3, 10, 30}));
    EXPECT_EQ(counted[0].decided, Wait{});
    EXPECT_EQ(counted[0].began, (Wait{1, 60, 60}));
    EXPECT_EQ(counted[0].in_force, 1U);
    EXPECT_EQ(counted[0].agreed, Money::pence(1'115'000));
    EXPECT_EQ(counted[1].asked, 0U);
    EXPECT_EQ(counted[2].answered, (Wait{1, 7, 7}));
    const GroupTakeUp all = count_all(ways);
    EXPECT_FALSE(all.group);
    EXPECT_EQ(all.asked, 5U);
    EXPECT_EQ(all.answered, (Wait{4, 7, 30}));
    EXPECT_EQ(all.in_force, 1U);
}

TEST(TakeUp, takes_the_lower_middle_of_an_even_count) {
    using enum ClientGroup;
    const std::vector<Way> ways = {
        way(learning_disability, "2006-05-01", 8), way(learning_disability, "2006-05-01", 2),
        way(learning_disability, "2006-05-01", 20), way(learning_disability, "2006-05-01", 12)};
    EXPECT_EQ(count_by_group(ways)[1].answered, (Wait{4, 8, 20}));
}

}  // namespace
}  // namespace people
