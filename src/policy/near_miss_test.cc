#include "policy/near_miss.h"

#include <gtest/gtest.h>

#include "policy/sentences.h"
#include "policy/told_package.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

const Date on = Date::parse("2010-05-01").value();

// The sentences of each near miss of one decision.
std::vector<std::vector<std::string>> told(const Files& files, const Facts& facts,
                                           const std::string& decision) {
    const Package package = Package::load("care", files).value();
    std::vector<std::vector<std::string>> made;
    const auto misses = near_misses(package, facts, on, decision);
    for (const NearMiss& miss : *misses) {
        made.push_back(tell(package, miss, Reading::easy).sentences);
    }
    return made;
}

using Sentences = std::vector<std::vector<std::string>>;

TEST(NearMiss, row_18_tells_the_one_condition_that_failed) {
    EXPECT_EQ(told(told_package(), told_facts("daily", true, "own", 24100), "can_have"),
              (Sentences{{"“Your savings” is £24,100.00.", "It must be £23,250.00 or less."}}));
}

TEST(NearMiss, tells_the_rule_before_that_held_by_its_only_condition) {
    EXPECT_EQ(told(told_package(), told_facts("daily", true, "care_home", 3000), "can_have"),
              (Sentences{{"“Where you live” is “A care home”.", "It must be “My own home”."}}));
}

TEST(NearMiss, is_silent_where_two_conditions_failed_and_where_the_answer_is_yes) {
    EXPECT_TRUE(
        told(told_package(), told_facts("daily", true, "care_home", 24100), "can_have").empty());
    EXPECT_TRUE(told(told_package(), told_facts("daily", true, "own", 3000), "can_have").empty());
}

TEST(NearMiss, names_the_figure_that_sets_the_bound) {
    const Package package = Package::load("care", told_package()).value();
    const auto misses =
        near_misses(package, told_facts("daily", true, "own", 24100), on, "can_have");
    ASSERT_EQ(misses->size(), 1U);
    EXPECT_EQ(misses->front().figure->label, "Upper savings limit");
    EXPECT_EQ(misses->front().rule, 2U);
    EXPECT_EQ(tell(package, misses->front(), Reading::usual).sentences.back(),
              "Upper savings limit.");
}

TEST(NearMiss, follows_a_no_to_the_table_it_comes_from) {
    Files files = told_package();
    const std::string more = decision(
        "may_travel", "t_can", needs_decision("can_have") + needs_input("nights"),
        table("hitPolicy=\"FIRST\"", {"can_have.eligible|Can have care", "nights|Help at night"},
              {"eligible", "reason"},
              {{"false", "-", "false", "\"No care.\"", "No."},
               {"-", "true", "true", "\"Nights.\"", "Yes."},
               {"-", "-", "false", "\"No nights.\"", "No."}}));
    std::string& care = files["care.dmn"];
    care.insert(care.find("</definitions>"), more);
    EXPECT_EQ(told(files, told_facts("daily", true, "own", 24100), "may_travel"),
              (Sentences{{"“Your savings” is £24,100.00.", "It must be £23,250.00 or less."}}));
    EXPECT_EQ(told(files, told_facts("daily", true, "care_home", 24100), "may_travel"),
              (Sentences{{"“Can have care” is no.", "It must be yes."}}));
    EXPECT_EQ(told(files, told_facts("daily", false, "own", 3000), "may_travel"),
              (Sentences{{"“Help at night” is no.", "It must be yes."}}));
}

TEST(NearMiss, tells_a_table_that_gave_less_at_its_threshold) {
    Files files = told_package();
    const std::string more = decision("bonus", "number", needs_input("savings"),
                                      table("hitPolicy=\"UNIQUE\"", {"savings|Your savings"}, {""},
                                            {{"&lt; 1000", "30", "Much."},
                                             {"[1000..5000]", "20", "Some."},
                                             {"&gt; 5000", "10", "Little."}}));
    std::string& care = files["care.dmn"];
    care.insert(care.find("</definitions>"), more);
    EXPECT_EQ(told(files, told_facts("daily", true, "own", 6000), "bonus"),
              (Sentences{{"“Your savings” is £6,000.00.", "It must be less than £1,000.00."},
                         {"“Your savings” is £6,000.00.", "It must be £5,000.00 or less."}}));
}

TEST(NearMiss, refuses_an_unknown_decision_and_a_missing_fact) {
    const Package package = Package::load("care", told_package()).value();
    EXPECT_EQ(near_misses(package, {}, on, "nothing").error().code, "policy.unknown_decision");
    EXPECT_EQ(near_misses(package, {}, on, "can_have").error().code, "policy.fact_missing");
}

}  // namespace
}  // namespace policy
