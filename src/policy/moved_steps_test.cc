#include "policy/moved_steps.h"

#include <gtest/gtest.h>

#include "policy/told_package.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

const Date on = Date::parse("2010-05-01").value();

Package care() {
    return Package::load("care", told_package()).value();
}

// "washing_points 45.00", "care_weekly.kept_back -5.00".
std::vector<std::string> moved(const Facts& facts, std::size_t runs_max = 400) {
    std::vector<std::string> lines;
    const auto steps = moved_steps(care(), facts, on, "care_weekly", runs_max);
    for (const MovedStep& step : *steps) {
        lines.push_back(step.decision + (step.step.empty() ? "" : "." + step.step) + " " +
                        step.moved.to_text());
    }
    return lines;
}

TEST(MovedSteps, row_18_are_told_with_their_pounds_the_largest_first) {
    // 30 points are £150.00; £15.00 is kept back; £135.00 is cut to £100.00.
    const std::vector<std::string> told = moved(told_facts("daily", true, "own", 3000));
    EXPECT_EQ(told,
              (std::vector<std::string>{"night_points 55.00", "care_weekly.not_too_much -35.00",
                                        "washing_points 10.00"}));
}

TEST(MovedSteps, tell_what_is_taken_off_where_nothing_caps_it) {
    // 10 points are £50.00; £5.00 is kept back.
    const std::vector<std::string> told = moved(told_facts("daily", false, "own", 3000));
    EXPECT_EQ(told,
              (std::vector<std::string>{"care_weekly.kept_back -5.00", "washing_points 45.00"}));
}

TEST(MovedSteps, stand_last_when_there_would_be_no_sum_without_them) {
    const auto steps =
        moved_steps(care(), told_facts("daily", false, "own", 3000), on, "care_weekly");
    EXPECT_FALSE(steps->front().is_all());
    EXPECT_TRUE(steps->back().is_all());
}

TEST(MovedSteps, are_the_same_each_time_and_stop_at_the_cap) {
    const Facts facts = told_facts("weekly", true, "own", 3000);
    EXPECT_EQ(moved(facts), moved(facts));
    EXPECT_TRUE(moved(facts, 1).empty());
}

TEST(MovedSteps, are_refused_for_what_is_no_sum) {
    const Facts facts = told_facts("weekly", true, "own", 3000);
    EXPECT_EQ(moved_steps(care(), facts, on, "can_have").error().code, "policy.not_a_sum");
    EXPECT_EQ(moved_steps(care(), facts, on, "nothing").error().code, "policy.unknown_decision");
    EXPECT_EQ(moved_steps(care(), {}, on, "care_weekly").error().code, "policy.fact_missing");
}

}  // namespace
}  // namespace policy
