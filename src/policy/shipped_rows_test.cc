// What the shipped packages price on their own: the help and the needs of an unpaid carer, floors
// and caps, where somebody lives, a second carer (rows 16 and 21 of the features).

#include <gtest/gtest.h>

#include "base/check.h"
#include "policy/cases.h"
#include "policy/shipped_for_tests.h"

namespace policy {
namespace {

using testing::shipped_files;

const Package& shipped(const std::string& id) {
    static std::map<std::string, Package> loaded;
    const auto found = loaded.find(id);
    if (found != loaded.end()) {
        return found->second;
    }
    Result<Package> package = Package::load(id, shipped_files(id));
    CHECK(package.has_value());
    return loaded.emplace(id, std::move(*package)).first->second;
}

// What one golden person is told, with other answers where they are given.
Evaluation worked_out(const std::string& id, const std::string& name, const Facts& others = {}) {
    const Package& package = shipped(id);
    for (const GoldenCase& golden : package.cases()) {
        if (golden.name != name) {
            continue;
        }
        Result<Facts> facts = facts_of(package, golden);
        CHECK(facts.has_value());
        for (const auto& [question, answer] : others) {
            (*facts)[question] = answer;
        }
        Result<Evaluation> evaluation =
            evaluate(package, *facts, golden.on, expected_decisions(golden), true);
        CHECK(evaluation.has_value());
        return std::move(*evaluation);
    }
    CHECK(false);
}

std::string value_of(const Evaluation& evaluation, const std::string& decision) {
    const feel::Value* value = evaluation.find(decision);
    return value == nullptr ? "nothing" : value->to_text();
}

std::string step_of(const Evaluation& evaluation, const std::string& decision,
                    const std::string& step) {
    const DecisionTrace* trace = evaluation.trace.find(decision);
    CHECK(trace != nullptr);
    for (const Step& each : trace->steps) {
        if (each.name == step) {
            return each.value.to_text();
        }
    }
    return "no such step";
}

TEST(ShippedRows, row_16_unpaid_help_and_the_carers_own_needs_are_lines_of_their_own) {
    const std::string pilot = "england-2005-pilot";
    const Evaluation ella = worked_out(pilot, "ella_family_help");
    EXPECT_EQ(value_of(ella, "family_share"), "60");
    EXPECT_EQ(value_of(ella, "carer_points"), "5");
    // The same person whose carer is well: what the carer's needs add is known, and nothing else of
    // her needs has moved.
    const Evaluation well =
        worked_out(pilot, "ella_family_help", {{"carer_wellbeing", feel::Value("well")}});
    EXPECT_EQ(value_of(well, "carer_points"), "0");
    EXPECT_EQ(value_of(well, "needs_points"), value_of(ella, "needs_points"));
    EXPECT_EQ(value_of(well, "points_after_family"), value_of(ella, "points_after_family"));
    EXPECT_GT(*ella.find("indicative_weekly")->number(), *well.find("indicative_weekly")->number());
}

TEST(ShippedRows, row_21_a_floor_and_a_cap_are_steps_of_their_own) {
    const std::string pilot = "england-2005-pilot";
    const Evaluation low = worked_out(pilot, "quin_five_points");
    EXPECT_EQ(step_of(low, "indicative_weekly", "after_kept_back"), "10.00");
    EXPECT_EQ(step_of(low, "indicative_weekly", "not_less_than_minimum"), "15.00");
    const Evaluation most = worked_out("england-2025", "most_points");
    EXPECT_GT(*most.find("table_weekly")->number(), *most.find("indicative_weekly")->number());
    EXPECT_EQ(
        *most.find("indicative_weekly")->number(),
        shipped("england-2025").parameter("maximum_weekly", *Date::make(2025, 6, 1)).value().value);
}

TEST(ShippedRows, row_21_where_somebody_lives_decides_what_is_there_for_her) {
    const Evaluation home = worked_out("england-2005-pilot", "ann_41_points");
    const Evaluation care_home = worked_out("england-2005-pilot", "ann_41_points",
                                            {{"living_place", feel::Value("care_home")}});
    EXPECT_TRUE(home.find("adult_social_care_eligibility")->member("eligible")->is_true());
    EXPECT_FALSE(care_home.find("adult_social_care_eligibility")->member("eligible")->is_true());
    EXPECT_EQ(value_of(care_home, "adult_social_care_weekly"), "0.00");
}

TEST(ShippedRows, row_21_a_second_carer_is_priced_by_her_hours) {
    const Evaluation two = worked_out("published-cases", "km_second_carer_only");
    const Evaluation one = worked_out("published-cases", "km_second_carer_only",
                                      {{"second_carer_hours_daily", feel::Value(0)}});
    EXPECT_EQ(value_of(two, "second_carer_yearly"), "2566");
    EXPECT_EQ(value_of(one, "second_carer_yearly"), "0");
    EXPECT_EQ(
        *two.find("cambridgeshire_yearly")->number() - *one.find("cambridgeshire_yearly")->number(),
        Decimal(2566));
}

}  // namespace
}  // namespace policy
