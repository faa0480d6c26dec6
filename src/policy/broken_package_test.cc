// A broken package is refused whole, and the refusal names file, line or rule, and column. Each row
// breaks one thing in a good package.

#include <gtest/gtest.h>

#include "policy/package.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using testing::meals;

struct Break {
    const char* name;
    const char* file;
    const char* from;  // the text replaced; empty: the file is taken away
    const char* to;
    const char* code;
    const char* place;  // what the place begins with
};

const Break breaks[] = {
    {"no_file", "cases.csv", "", "", "policy.file_missing", "cases.csv"},
    {"no_dmn", "food.dmn", "", "", "policy.file_missing", "*.dmn"},
    {"no_title", "README.md", "# Meals", "Meals", "policy.no_readme", "README.md line 1"},
    {"extra_column", "streams.csv", "source\n", "source,colour\n", "csv.column",
     "streams.csv line 1"},
    {"short_row", "streams.csv", ",,,,test\n", ",,,test\n", "csv.cells", "streams.csv line 2"},
    {"bad_word", "streams.csv", "revenue", "income", "policy.bad_cell",
     "streams.csv line 2, column kind"},
    {"bad_rank", "streams.csv", "owner,1,", "owner,first,", "policy.bad_cell",
     "streams.csv line 2, column restriction"},
    {"unknown_decision", "streams.csv", "meals_weekly", "meals_monthly", "policy.unknown_name",
     "streams.csv line 2, column amount"},
    {"wrong_decision", "streams.csv", ",council,,,meals_weekly", ",council,,meals_weekly,",
     "policy.wrong_kind", "streams.csv line 2, column eligibility"},
    {"unknown_minimum", "streams.csv", "none,,,", "none,rides,meal_price,", "policy.unknown_name",
     "streams.csv line 2, column minimum_from"},
    {"half_minimum", "streams.csv", "none,,,", "none,rides,,", "policy.bad_cell",
     "streams.csv line 2, column minimum_weekly"},
    {"bad_value", "parameters.csv", "4.25", "4,25", "csv.cells", "parameters.csv line 2"},
    {"no_number", "parameters.csv", "4.25", "four", "policy.bad_cell",
     "parameters.csv line 2, column value"},
    {"bad_mark", "parameters.csv", "4.50,2011-04-01,,test,published", "4.50,2011-04-01,,test,known",
     "policy.bad_cell", "parameters.csv line 3, column mark"},
    {"overlap", "parameters.csv", "4.50,2011-04-01", "4.50,2011-03-31", "policy.parameter_dates",
     "parameters.csv line 3, column valid_from"},
    {"gap", "parameters.csv", "4.50,2011-04-01", "4.50,2011-04-02", "policy.parameter_dates",
     "parameters.csv, figure meal_price"},
    {"case_before_figures", "cases.csv",
     "five,2010-05-01,answer,meals_needed,five,\nfive,"
     "2010-05-01,expect,meal_count,5,\nfive,2010-05-01",
     "five,2009-05-01,answer,meals_needed,"
     "five,\nfive,2009-05-01,expect,meal_count,5,\nfive,2009-05-01",
     "policy.parameter_dates", "parameters.csv"},
    {"remembered", "parameters.csv", "4.25,2010-04-01,2011-04-01,test,published",
     "4.25,2010-04-01,2011-04-01,test,remembered", "policy.remembered", "cases.csv line 3"},
    {"bad_kind", "questionnaire.csv", "choice", "chose", "policy.bad_cell",
     "questionnaire.csv line 2, column kind"},
    {"other_kind", "questionnaire.csv",
     "choice,How many meals a week?,,,,yes,none,None,,yes\nmeals_needed,,,,,,,,five,Five,,\n"
     "meals_needed,,,,,,,,seven,Seven,,\n",
     "number,How many meals a week?,,,,yes,,,,\n", "policy.wrong_kind",
     "questionnaire.csv line 2, column kind"},
    {"other_code", "questionnaire.csv", "seven,Seven", "eight,Eight", "policy.not_allowed",
     "questionnaire.csv line 2, column answer"},
    {"code_twice", "questionnaire.csv", "seven,Seven", "five,Seven", "policy.name_twice",
     "questionnaire.csv line 4, column answer"},
    {"two_lowest", "questionnaire.csv", "seven,Seven,,", "seven,Seven,,yes", "policy.bad_cell",
     "questionnaire.csv line 4, column lowest"},
    {"bad_day", "cases.csv", "five,2010-05-01,answer", "five,2010-05-32,answer", "policy.bad_cell",
     "cases.csv line 2, column on"},
    {"unknown_question", "cases.csv", "answer,meals_needed,five,\nfive", "answer,meals,five,\nfive",
     "policy.unknown_name", "cases.csv line 2, column name"},
    {"unknown_answer", "cases.csv", "answer,meals_needed,five,\nfive",
     "answer,meals_needed,six,\nfive", "answer.not_an_option", "cases.csv line 2, column value"},
    {"unknown_expected", "cases.csv", "meal_count,5", "meal_sum,5", "policy.unknown_name",
     "cases.csv line 3, column name"},
    {"bad_xml", "food.dmn", "</definitions>", "", "xml.malformed", "food.dmn, line"},
    {"bad_space", "food.dmn", "20230324", "20150101", "policy.bad_dmn", "food.dmn line 1"},
    {"unknown_type", "food.dmn", "typeRef=\"t_meals\"", "typeRef=\"t_meal\"", "policy.bad_dmn",
     "food.dmn line 4, input meals_needed"},
    {"time_of_day", "food.dmn", "typeRef=\"t_meals\"", "typeRef=\"date and time\"",
     "feel.outside_profile", "food.dmn line 4, input meals_needed"},
    {"unknown_policy", "food.dmn", "\"UNIQUE\"", "\"LAST\"", "policy.bad_dmn",
     "food.dmn line 6, decision meal_count"},
    {"unknown_code", "food.dmn", "<text>\"seven\"</text></inputEntry>",
     "<text>\"eight\"</text></inputEntry>", "feel.not_allowed",
     "food.dmn line 6, decision meal_count, table meal_count, rule 3, column meals_needed"},
    {"wrong_cell", "food.dmn", "<text>7</text>", "<text>\"7\"</text>", "feel.wrong_type",
     "food.dmn line 6, decision meal_count, table meal_count, rule 3, column output"},
    {"missing_cell", "food.dmn", "<outputEntry><text>7</text></outputEntry>", "", "feel.bad_table",
     "food.dmn line 6, decision meal_count, table meal_count"},
    {"unknown_name", "food.dmn", "meal_count * Rates", "meals * Rates", "feel.unknown_name",
     "food.dmn line 9, decision meals_weekly, character 15"},
    {"unknown_figure", "food.dmn", "Rates.meal_price", "Rates.price", "feel.unknown_name",
     "food.dmn line 9, decision meals_weekly"},
    {"unrounded", "food.dmn", "round half up(meal_count * Rates.meal_price, 2)",
     "meal_count / Rates.meal_price", "feel.outside_profile",
     "food.dmn line 9, decision meals_weekly, character 12"},
    {"not_required", "food.dmn",
     "<informationRequirement><requiredDecision href=\"#meal_count\"/></informationRequirement>",
     "", "feel.unknown_name", "food.dmn line 9, decision meals_weekly"},
    {"unknown_id", "food.dmn", "href=\"#meal_count\"", "href=\"#meals_count\"",
     "policy.unknown_name", "food.dmn line 9, decision meals_weekly"},
    {"circle", "food.dmn", "<requiredInput href=\"#meals_needed\"/>",
     "<requiredDecision href=\"#meals_weekly\"/>", "policy.cycle", "food.dmn line"},
    {"name_twice", "food.dmn", "<decision id=\"meals_weekly\" name=\"meals_weekly\">",
     "<decision id=\"meals_weekly\" name=\"meals_weekly\"><variable name=\"meal_count\" "
     "typeRef=\"number\"/>",
     "policy.name_twice", "food.dmn line 9"},
};

class BrokenPackage : public ::testing::TestWithParam<Break> {};

TEST_P(BrokenPackage, is_refused_with_its_place) {
    const Break& broken = GetParam();
    Files files = meals();
    ASSERT_TRUE(Package::load("meals", files).has_value());
    if (broken.from[0] == '\0') {
        files.erase(broken.file);
    } else {
        std::string& bytes = files.at(broken.file);
        const std::size_t at = bytes.find(broken.from);
        ASSERT_NE(at, std::string::npos) << "the test breaks nothing";
        bytes.replace(at, std::string(broken.from).size(), broken.to);
    }
    const Result<Package> package = Package::load("meals", files);
    ASSERT_FALSE(package.has_value());
    EXPECT_EQ(package.error().code, broken.code) << package.error().message;
    EXPECT_TRUE(package.error().place.starts_with(broken.place)) << package.error().place;
    EXPECT_GT(package.error().message.size(), 15U);
}

INSTANTIATE_TEST_SUITE_P(Each, BrokenPackage, ::testing::ValuesIn(breaks),
                         [](const ::testing::TestParamInfo<Break>& row) {
                             return std::string(row.param.name);
                         });

}  // namespace
}  // namespace policy
