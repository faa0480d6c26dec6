// Units are followed through a package; what does not count the same is not put together.

#include "policy/check_units.h"

#include <gtest/gtest.h>

#include "policy/inspect.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

std::string type(const std::string& name, const std::string& unit) {
    return "<itemDefinition name=\"" + name + "\" xmlns:onepurse=\"urn:onepurse:package\" " +
           "onepurse:unit=\"" + unit + "\"><typeRef>number</typeRef></itemDefinition>\n";
}

// A stream of help by the hour: hours a week at a price, and a grant once.
struct Help {
    std::string weekly = "round half up(hours * Rates.price, 2)";
    std::string weekly_type = "t_weekly";
    std::string more;  // further decisions and functions
    std::string more_needs;
    std::string price_unit = "GBP/hour";

    Files files() const {
        return {
            {"README.md", "# Help\n"},
            {"streams.csv", streams_header +
                                "help,Help,The town,The town,council,,,weekly,help,revenue,yes,"
                                "none,,,owner,1,weekly,,,,test\n"},
            {"parameters.csv", parameters_header + "price,Price," + price_unit +
                                   ",9.50,2010-01-01,,test,published,\n"
                                   "grant,Grant,GBP,100,2010-01-01,,test,published,\n"
                                   "base,Base,GBP/week,20,2010-01-01,,test,published,\n"
                                   "yearly,Limit,GBP/year,5000,2010-01-01,,test,published,\n"
                                   "days,Days in a year,days,364,2010-01-01,,test,published,\n"},
            {"questionnaire.csv",
             questionnaire_header + "hours,Help,number,How many hours?,,,,yes,,,,\n"},
            {"help.dmn",
             dmn(type("t_hours", "hours/week") + type("t_weekly", "GBP/week") +
                 type("t_yearly", "GBP/year") + type("t_days", "days") +
                 "<itemDefinition name=\"t_money\"><typeRef>number</typeRef></itemDefinition>\n" +
                 input("hours", "t_hours") + input("Rates", "Any") + more +
                 decision("weekly", weekly_type,
                          needs_input("hours") + needs_input("Rates") + more_needs,
                          literal(weekly)))},
            {"cases.csv", cases_header},
        };
    }
};

Error refusal(const Help& help) {
    const Result<Package> package = Package::load("help", help.files());
    return package ? Error{} : package.error();
}

std::string function(const std::string& name, const std::string& result, const std::string& body) {
    return "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" +
           name + "\"" + (result.empty() ? "" : " typeRef=\"" + result + "\"") +
           "/><encapsulatedLogic><formalParameter name=\"sum\" typeRef=\"" +
           (result.empty() ? "number" : "t_yearly") + "\"/>" + literal(body) +
           "</encapsulatedLogic></businessKnowledgeModel>\n";
}

std::string needs_function(const std::string& id) {
    return "<knowledgeRequirement><requiredKnowledge href=\"#" + id + "\"/></knowledgeRequirement>";
}

TEST(CheckUnits, lets_hours_a_week_at_pounds_an_hour_be_pounds_a_week) {
    EXPECT_EQ(refusal(Help{}), Error{});
}

TEST(CheckUnits, refuses_pounds_a_week_and_pounds_once_in_one_sum_at_its_place) {
    Help help;
    help.weekly = "round half up(hours * Rates.price + Rates.grant, 2)";
    const Error error = refusal(help);
    EXPECT_EQ(error.code, "policy.units_differ");
    EXPECT_EQ(error.place, "help.dmn line 10, decision weekly");
    EXPECT_NE(error.message.find("\"+\" joins GBP/week with GBP"), std::string::npos)
        << error.message;
}

TEST(CheckUnits, refuses_hours_added_to_money) {
    Help help;
    help.weekly = "round half up(Rates.base + hours, 2)";
    EXPECT_EQ(refusal(help).code, "policy.units_differ");
}

TEST(CheckUnits, refuses_a_comparison_of_two_units_also_in_a_cell) {
    Help help;
    help.weekly = "round half up(if hours > Rates.base then 0 else Rates.base, 2)";
    EXPECT_EQ(refusal(help).code, "policy.units_differ");
    help.weekly = "round half up(if hours in (&lt; Rates.grant) then 0 else Rates.base, 2)";
    EXPECT_EQ(refusal(help).code, "policy.units_differ");
}

TEST(CheckUnits, refuses_a_choice_between_two_units) {
    for (const char* text :
         {"round half up(if hours > 5 then Rates.base else Rates.grant, 2)",
          "round half up(max(Rates.base, Rates.yearly), 2)",
          "round half up(min(Rates.base, hours * Rates.price, Rates.grant), 2)"}) {
        Help help;
        help.weekly = text;
        EXPECT_EQ(refusal(help).code, "policy.units_differ") << text;
    }
}

TEST(CheckUnits, lets_a_number_written_out_be_what_it_is_needed_to_be) {
    Help help;
    help.weekly = "round half up(max(Rates.base * 1.5 + 2, 0), 2)";
    EXPECT_EQ(refusal(help), Error{});
}

TEST(CheckUnits, refuses_a_decision_that_counts_something_else_than_its_type_states) {
    Help help;
    help.weekly = "round half up(hours * Rates.base, 2)";
    const Error error = refusal(help);
    EXPECT_EQ(error.code, "policy.wrong_unit");
    EXPECT_NE(error.message.find("stated to be GBP/week"), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("GBP times hours/week/week"), std::string::npos) << error.message;
}

TEST(CheckUnits, refuses_a_yearly_sum_where_streams_csv_asks_for_a_weekly_one) {
    Help help;
    help.weekly = "round half up(Rates.yearly, 2)";
    help.weekly_type = "number";
    const Error error = refusal(help);
    EXPECT_EQ(error.code, "policy.wrong_unit");
    EXPECT_NE(error.message.find("streams.csv line 2, column amount asks for GBP/week"),
              std::string::npos)
        << error.message;
}

TEST(CheckUnits, refuses_hours_where_the_type_is_money) {
    Help help;
    help.weekly = "round half up(hours, 2)";
    help.weekly_type = "t_money";
    EXPECT_EQ(refusal(help).code, "policy.wrong_unit");
}

TEST(CheckUnits, converts_only_in_a_function_that_states_what_it_gives) {
    Help help;
    help.weekly = "round half up(Rates.yearly * 7 / Rates.days, 2)";
    EXPECT_EQ(refusal(help).code, "policy.wrong_unit");
    help.weekly = "to_weekly(Rates.yearly)";
    help.more = function("to_weekly", "t_weekly", "round half up(sum * 7 / 364, 2)");
    help.more_needs = needs_function("to_weekly");
    EXPECT_EQ(refusal(help), Error{});
    help.more = function("to_weekly", "", "round half up(sum * 7 / 364, 2)");
    EXPECT_EQ(refusal(help).code, "policy.wrong_unit");
}

TEST(CheckUnits, refuses_what_a_function_is_not_made_for) {
    Help help;
    help.weekly = "to_weekly(Rates.base)";
    help.more = function("to_weekly", "t_weekly", "round half up(sum * 7 / 364, 2)");
    help.more_needs = needs_function("to_weekly");
    const Error error = refusal(help);
    EXPECT_EQ(error.code, "policy.wrong_unit");
    EXPECT_NE(error.message.find("\"sum\" is stated to be GBP/year"), std::string::npos)
        << error.message;
}

TEST(CheckUnits, passes_what_nobody_stated_and_names_it_before_publishing) {
    Help help;
    help.weekly_type = "number";
    Files files = help.files();
    std::string& text = files.at("help.dmn");
    text.replace(text.find("typeRef=\"t_hours\""), 17, "typeRef=\"number\"");
    EXPECT_TRUE(Package::load("help", files).has_value());
    const Inspection found = inspect("help", files);
    EXPECT_TRUE(std::any_of(found.faults.begin(), found.faults.end(), [](const Error& each) {
        return each.code == "policy.unit_not_stated" &&
               each.place == "help.dmn line 10, decision weekly";
    }));
}

TEST(CheckUnits, refuses_a_unit_that_is_none_in_its_cell_and_type) {
    Help help;
    help.price_unit = "GBP per hour";
    Error error = refusal(help);
    EXPECT_EQ(error.code, "policy.bad_cell");
    EXPECT_EQ(error.place, "parameters.csv line 2, column unit");
    Files files = Help{}.files();
    std::string& text = files.at("help.dmn");
    text.replace(text.find("hours/week"), 10, "hours weekly");
    const Result<Package> package = Package::load("help", files);
    ASSERT_FALSE(package.has_value());
    EXPECT_EQ(package.error().code, "policy.bad_dmn");
}

TEST(CheckUnits, refuses_an_output_cell_of_another_unit_at_its_rule) {
    Help help;
    help.weekly_type = "t_weekly";
    Files files = help.files();
    std::string& text = files.at("help.dmn");
    const std::string before = literal(help.weekly);
    text.replace(text.find(before), before.size(),
                 "<decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>hours</text>"
                 "</inputExpression></input><output typeRef=\"t_weekly\"/>"
                 "<rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>0</text>"
                 "</outputEntry></rule><rule><inputEntry><text>-</text></inputEntry><outputEntry>"
                 "<text>round half up(Rates.grant, 2)</text></outputEntry></rule></decisionTable>");
    const Result<Package> package = Package::load("help", files);
    ASSERT_FALSE(package.has_value());
    EXPECT_EQ(package.error().code, "policy.wrong_unit") << package.error().message;
    EXPECT_EQ(package.error().place,
              "help.dmn line 10, decision weekly, table weekly, rule 2, column output");
}

}  // namespace
}  // namespace policy
