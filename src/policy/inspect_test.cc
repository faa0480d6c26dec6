// A package is looked through as before it is published: every fault, not only the first.

#include "policy/inspect.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "policy/coverage.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using testing::meals;

void replace(Files& files, const std::string& file, const std::string& from,
             const std::string& to) {
    std::string& bytes = files.at(file);
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    bytes.replace(at, from.size(), to);
}

std::vector<std::string> places(const Inspection& found, const std::string& code) {
    std::vector<std::string> made;
    for (const Error& each : found.faults) {
        if (each.code == code) {
            made.push_back(each.place);
        }
    }
    return made;
}

using Places = std::vector<std::string>;

TEST(Inspect, names_each_rule_that_no_case_reaches) {
    const Inspection found = inspect("meals", meals());
    EXPECT_EQ(places(found, "policy.rule_not_reached"),
              (Places{"food.dmn line 6, decision meal_count, table meal_count, rule 1",
                      "food.dmn line 6, decision meal_count, table meal_count, rule 3"}));
    EXPECT_EQ(found.rules, 3U);
    EXPECT_EQ(found.rules_reached, 1U);
    EXPECT_EQ(found.cases, 2U);
    const auto fault =
        std::find_if(found.faults.begin(), found.faults.end(),
                     [](const Error& each) { return each.code == "policy.rule_not_reached"; });
    EXPECT_NE(fault->message.find("| \"none\" |"), std::string::npos) << fault->message;
}

TEST(Inspect, counts_how_many_cases_reach_a_rule) {
    const std::vector<TableCoverage> coverage = coverage_of(*Package::load("meals", meals()));
    ASSERT_EQ(coverage.size(), 1U);
    EXPECT_EQ(coverage[0].cases, (std::vector<std::size_t>{0, 2, 0}));
    EXPECT_FALSE(coverage[0].has_default);
}

TEST(Inspect, names_a_default_output_that_no_case_takes) {
    Files files = meals();
    replace(files, "food.dmn", "<output/>",
            "<output><defaultOutputEntry><text>1</text></defaultOutputEntry></output>");
    const Places missing = places(inspect("meals", files), "policy.rule_not_reached");
    EXPECT_NE(std::find(missing.begin(), missing.end(),
                        "food.dmn line 6, decision meal_count, table meal_count, default output"),
              missing.end());
}

TEST(Inspect, row_6_names_a_rule_without_a_reason_and_a_decision_without_law_or_words) {
    Files files = meals();
    replace(files, "food.dmn", "<annotationEntry><text>Every day.</text></annotationEntry>", "");
    replace(files, "food.dmn", "<description>It is {meals_weekly}.</description>", "");
    const Inspection found = inspect("meals", files);
    EXPECT_EQ(places(found, "policy.no_reason"),
              Places{"food.dmn line 6, decision meal_count, table meal_count, rule 3"});
    EXPECT_EQ(places(found, "policy.no_description"),
              Places{"food.dmn line 9, decision meals_weekly"});
    EXPECT_EQ(
        places(found, "policy.no_source"),
        (Places{"food.dmn line 6, decision meal_count", "food.dmn line 9, decision meals_weekly"}));
}

TEST(Inspect, counts_rules_apart_that_rest_on_a_figure_only_remembered) {
    Files files = meals();
    replace(files, "parameters.csv", "4.25,2010-04-01,2011-04-01,test,published",
            "4.25,2010-04-01,2011-04-01,test,remembered");
    replace(files, "parameters.csv", "4.50,2011-04-01,,test,published",
            "4.50,2011-04-01,,test,remembered");
    replace(files, "food.dmn", "<text>7</text>",
            "<text>if Rates.meal_price > 0 then 7 else 6</text>");
    replace(files, "food.dmn", testing::needs_input("meals_needed"),
            testing::needs_input("meals_needed") + testing::needs_input("Rates"));
    files["cases.csv"] = testing::cases_header;
    const Inspection found = inspect("meals", files);
    EXPECT_EQ(places(found, "policy.rule_not_reached"), Places{});
    EXPECT_EQ(found.rules_remembered, 3U);
}

TEST(Inspect, row_9_names_a_case_that_does_not_hold) {
    Files files = meals();
    replace(files, "cases.csv", "meals_weekly,21.25", "meals_weekly,21.26");
    const Inspection found = inspect("meals", files);
    EXPECT_EQ(places(found, "policy.case_differs"), Places{"cases.csv line 4"});
}

TEST(Inspect, finds_every_broken_cell_of_every_table) {
    Files files = meals();
    replace(files, "food.dmn", "<text>\"five\"</text></inputEntry>",
            "<text>\"six\"</text></inputEntry>");
    replace(files, "food.dmn", "<text>7</text>", "<text>\"7\"</text>");
    replace(files, "food.dmn", "<text>\"seven\"</text></inputEntry>",
            "<text>7</text></inputEntry>");
    const Inspection found = inspect("meals", files);
    const std::string table = "food.dmn line 6, decision meal_count, table meal_count";
    ASSERT_EQ(found.faults.size(), 3U);
    EXPECT_TRUE(found.faults[0].place.starts_with(table + ", rule 2, column meals_needed"));
    EXPECT_TRUE(found.faults[1].place.starts_with(table + ", rule 3, column meals_needed"));
    EXPECT_EQ(found.faults[2].place, table + ", rule 3, column output");
    EXPECT_EQ(found.decisions, 0U);
}

TEST(Inspect, does_not_blame_what_stands_on_a_broken_decision) {
    Files files = meals();
    replace(files, "food.dmn", "<text>7</text>", "<text>\"7\"</text>");
    EXPECT_EQ(inspect("meals", files).faults.size(), 1U);
}

TEST(Inspect, finds_the_faults_of_all_files) {
    Files files = meals();
    replace(files, "streams.csv", "revenue", "income");
    replace(files, "parameters.csv", "4.25", "four");
    replace(files, "questionnaire.csv", "choice", "chose");
    replace(files, "README.md", "# Meals", "Meals");
    const Inspection found = inspect("meals", files);
    ASSERT_EQ(found.faults.size(), 4U);
    EXPECT_EQ(found.faults[0].place, "README.md line 1");
    EXPECT_EQ(found.faults[1].place, "streams.csv line 2, column kind");
    EXPECT_EQ(found.faults[2].place, "parameters.csv line 2, column value");
    EXPECT_EQ(found.faults[3].place, "questionnaire.csv line 2, column kind");
}

TEST(Inspect, finds_what_is_wrong_between_the_files_beside_what_is_wrong_in_a_table) {
    Files files = meals();
    replace(files, "streams.csv", "none,,,", "none,rides,meal_price,");
    replace(files, "cases.csv", "meal_count,5", "meal_sum,5");
    replace(files, "food.dmn",
            "<rule><inputEntry><text>\"none\"</text></inputEntry><outputEntry><text>0</text>"
            "</outputEntry><annotationEntry><text>No meals.</text></annotationEntry></rule>\n",
            "");
    const Inspection found = inspect("meals", files);
    EXPECT_EQ(places(found, "policy.unknown_name"),
              (Places{"streams.csv line 2, column minimum_from", "cases.csv line 3, column name"}));
    EXPECT_EQ(places(found, "policy.table_gap"),
              Places{"food.dmn line 6, decision meal_count, table meal_count, after rule 2"});
}

}  // namespace
}  // namespace policy
