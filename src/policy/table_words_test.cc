#include "policy/table_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

Date day(const char* text) {
    return Date::parse(text).value();
}

TEST(TableWords, show_each_rule_by_question_answer_and_reason) {
    const Package package = Package::load("meals", testing::meals()).value();
    const std::vector<TableInWords> tables = tables_in_words(package, day("2010-05-01"));
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].title, "Meal count");
    EXPECT_EQ(tables[0].counts, "Just one rule holds.");
    EXPECT_EQ(tables[0].inputs, std::vector<std::string>{package.question("meals_needed")->text});
    ASSERT_EQ(tables[0].rules.size(), 3U);
    EXPECT_EQ(tables[0].rules[2].inputs,
              std::vector<std::string>{
                  "“" + package.question("meals_needed")->option("seven")->text + "”"});
    EXPECT_EQ(tables[0].rules[2].outputs, std::vector<std::string>{"7"});
    EXPECT_EQ(tables[0].rules[2].reason, "Every day.");
}

// All shipped tables, on two days: every rule is there, and nothing in it is a name of the files.
TEST(TableWords, leave_no_name_of_the_files_in_any_shipped_table) {
    const std::regex file_name("\\b[a-z]+_[a-z_]+\\b|Rates\\.|\\{|\"");
    for (const std::string& id : testing::shipped_ids()) {
        const Package package = Package::load(id, testing::shipped_files(id)).value();
        for (const Date on : {day("2006-05-03"), day("2025-06-02")}) {
            std::size_t rules = 0;
            for (const TableInWords& table : tables_in_words(package, on)) {
                std::vector<std::string> all{table.title};
                all.insert(all.end(), table.inputs.begin(), table.inputs.end());
                all.insert(all.end(), table.outputs.begin(), table.outputs.end());
                all.insert(all.end(), table.otherwise.begin(), table.otherwise.end());
                for (const TableInWords::Rule& rule : table.rules) {
                    ++rules;
                    all.insert(all.end(), rule.inputs.begin(), rule.inputs.end());
                    all.insert(all.end(), rule.outputs.begin(), rule.outputs.end());
                    EXPECT_FALSE(rule.reason.empty()) << id << ", " << table.title;
                }
                for (const std::string& words : all) {
                    EXPECT_FALSE(words.empty()) << id << ", " << table.title;
                    EXPECT_FALSE(std::regex_search(words, file_name))
                        << id << ", " << table.title << ": " << words;
                }
            }
            EXPECT_GT(rules, 5U) << id;
        }
    }
}

TEST(TableWords, call_a_column_that_a_rule_does_not_look_at_by_one_word) {
    const Package package =
        Package::load("england-2025", testing::shipped_files("england-2025")).value();
    std::size_t found = 0;
    for (const TableInWords& table : tables_in_words(package, day("2025-06-02"))) {
        for (const TableInWords::Rule& rule : table.rules) {
            found += static_cast<std::size_t>(
                std::count(rule.inputs.begin(), rule.inputs.end(), anything));
        }
    }
    EXPECT_GT(found, 100U);
}

TEST(TableWords, say_a_bound_by_its_figure_and_its_value_on_the_day) {
    const Package package =
        Package::load("england-2005-pilot", testing::shipped_files("england-2005-pilot")).value();
    bool found = false;
    for (const TableInWords& table : tables_in_words(package, day("2006-05-03"))) {
        for (const TableInWords::Rule& rule : table.rules) {
            for (const std::string& cell : rule.inputs) {
                found = found || cell.find("Lowest level of need") != std::string::npos;
            }
        }
    }
    EXPECT_TRUE(found);
}

}  // namespace
}  // namespace policy
