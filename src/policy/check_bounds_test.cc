// Whatever is answered, a decision comes to an end, and its sums are sums of money.

#include "policy/check_bounds.h"

#include <gtest/gtest.h>

#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

constexpr const char* place = "rides.dmn line 9, decision weekly";

// Rides to work: miles that may be left empty, days a week, a price; who may and who may not.
Files rides(const std::string& weekly, const std::string& before = "",
            const std::string& needs_before = "") {
    return {
        {"README.md", "# Rides\n"},
        {"streams.csv", streams_header +
                            "rides,Rides,The town,The town,council,,,weekly,ride,revenue,yes,"
                            "none,,,owner,1,weekly,,,,test\n"},
        {"parameters.csv",
         "id,label,unit,value,valid_from,valid_to,source,mark,note,min,max\n"
         "price,Price,GBP/week,0.45,2010-01-01,,test,published,,0,2\n"
         "free,Free,number,10,2010-01-01,2011-01-01,test,published,,,\n"
         "free,Free,number,0,2011-01-01,,test,published,,,\n"},
        {"questionnaire.csv", questionnaire_header +
                                  "miles,Rides,number,How far?,,,,no,,,,\n"
                                  "days,Rides,number,How often?,,,,yes,,,,\n"
                                  "works,Rides,yes_no,Do you work?,,,,no,,,,\n"
                                  "fare,Rides,money,What is the fare?,,,,yes,,,,\n"},
        {"rides.dmn",
         dmn("<itemDefinition name=\"t_days\"><typeRef>number</typeRef><allowedValues><text>"
             "[0..7]</text></allowedValues></itemDefinition>\n" +
             input("miles", "number") + input("days", "t_days") + input("works", "boolean") +
             input("fare", "number") + input("Rates", "Any") + before +
             decision("weekly", "number",
                      needs_input("miles") + needs_input("days") + needs_input("works") +
                          needs_input("fare") + needs_input("Rates") + needs_before,
                      literal(weekly)))},
        {"cases.csv", cases_header},
    };
}

Error refusal(const Files& files) {
    const Result<Package> package = Package::load("rides", files);
    return package ? Error{} : package.error();
}

std::string escaped(std::string text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        text.replace(at, 1, "&lt;");
    }
    return text;
}

TEST(CheckBounds, refuses_to_reckon_with_a_value_that_may_be_missing) {
    for (const char* text :
         {"round half up(miles * Rates.price, 2)", "round half up(max(miles, 0), 2)",
          "round half up(-miles, 2)", "round half up(if miles > 3 then 1 else 0, 2)",
          "round half up(if works then 1 else 0, 2)",
          "round half up(if works and days > 1 then 1 else 0, 2)",
          "round half up(if not(works) then 1 else 0, 2)",
          "round half up(if miles between 1 and 2 then 1 else 0, 2)"}) {
        const Error error = refusal(rides(escaped(text)));
        EXPECT_EQ(error.code, "policy.may_be_missing") << text;
        EXPECT_EQ(error.place, place) << text;
    }
}

TEST(CheckBounds, remembers_that_a_value_was_asked_for) {
    for (const char* text : {"round half up(if miles = null then 0 else miles * Rates.price, 2)",
                             "round half up(if miles != null then miles * Rates.price else 0, 2)",
                             "round half up(if miles != null and miles > 3 then miles else 0, 2)",
                             "round half up(if miles = null or miles < 3 then 0 else miles, 2)",
                             "round half up(if works = true then 1 else 0, 2)",
                             "round half up(if not(miles = null) then miles else 0, 2)",
                             "round half up(if null = miles then 0 else miles, 2)"}) {
        EXPECT_EQ(refusal(rides(escaped(text))), Error{}) << text;
    }
}

TEST(CheckBounds, refuses_a_sum_that_itself_may_be_missing) {
    // A rounding would have said so; a table hands on what it is given.
    Files files = rides("round half up(days, 2)");
    std::string& text = files.at("rides.dmn");
    const std::string before = literal("round half up(days, 2)");
    text.replace(text.find(before), before.size(),
                 "<decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>days</text>"
                 "</inputExpression></input><output/><rule><inputEntry><text>-</text></inputEntry>"
                 "<outputEntry><text>if days > 3 then round half up(days, 2) else null</text>"
                 "</outputEntry></rule></decisionTable>");
    EXPECT_NE(refusal(files).code, "");
}

TEST(CheckBounds, refuses_a_divisor_that_may_be_nought) {
    const Error error = refusal(rides("round half up(fare / days, 2)"));
    EXPECT_EQ(error.code, "policy.may_divide_by_nought");
    EXPECT_EQ(error.place, place);
    EXPECT_NE(error.message.find("it is from 0 to 7"), std::string::npos) << error.message;
    EXPECT_EQ(refusal(rides("round half up(if days = 0 then 0 else fare / (days + 1), 2)")),
              Error{});
    EXPECT_EQ(refusal(rides("round half up(if days >= 1 then fare / days else 0, 2)")), Error{});
}

TEST(CheckBounds, looks_at_the_figures_of_every_stretch_of_dates) {
    // In 2010 the figure is 10, from 2011 it is nought.
    const Error error = refusal(rides("round half up(fare / Rates.free, 2)"));
    EXPECT_EQ(error.code, "policy.may_divide_by_nought");
}

TEST(CheckBounds, refuses_a_sum_that_may_fall_below_nought) {
    const Error error = refusal(rides("round half up(fare - 5, 2)"));
    EXPECT_EQ(error.code, "policy.sum_out_of_bounds");
    EXPECT_EQ(error.place, place);
    EXPECT_NE(error.message.find("may be from -5 to 999999995"), std::string::npos)
        << error.message;
    EXPECT_EQ(refusal(rides("round half up(max(fare - 5, 0), 2)")), Error{});
}

TEST(CheckBounds, refuses_a_sum_that_may_be_larger_than_any) {
    const Error error = refusal(rides("round half up(fare * fare, 2)"));
    EXPECT_EQ(error.code, "policy.sum_out_of_bounds");
    EXPECT_EQ(refusal(rides("round half up(min(fare * fare, 900), 2)")), Error{});
    EXPECT_EQ(refusal(rides("round half up(days * days * 500, 2)")), Error{});
}

TEST(CheckBounds, takes_a_figure_for_all_that_its_min_and_max_allow) {
    // 0.45 would do; 2 would not.
    EXPECT_EQ(refusal(rides("round half up(max(1 - Rates.price, 0), 2)")), Error{});
    EXPECT_EQ(refusal(rides("round half up(1 - Rates.price, 2)")).code, "policy.sum_out_of_bounds");
}

TEST(CheckBounds, follows_the_rule_of_a_table_into_what_stands_on_it) {
    const auto band = [](const std::string& cell) {
        return decision("band", "number", needs_input("days"),
                        "<decisionTable hitPolicy=\"UNIQUE\"><input><inputExpression><text>days"
                        "</text></inputExpression></input><output/><rule><inputEntry><text>" +
                            cell +
                            "</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>"
                            "<rule><inputEntry><text>not(" +
                            cell +
                            ")</text></inputEntry><outputEntry><text>0</text></outputEntry></rule>"
                            "</decisionTable>");
    };
    EXPECT_EQ(refusal(rides("round half up(days - band, 2)", band(">= 3"), needs_decision("band"))),
              Error{});
    EXPECT_EQ(
        refusal(rides("round half up(days - band, 2)", band(">= 2"), needs_decision("band"))).code,
        "policy.sum_out_of_bounds");
}

TEST(CheckBounds, knows_what_a_rule_above_left_over) {
    const std::string table =
        "<decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>days</text>"
        "</inputExpression></input><output/><rule><inputEntry><text>&lt; 2</text></inputEntry>"
        "<outputEntry><text>0</text></outputEntry></rule><rule><inputEntry><text>-</text>"
        "</inputEntry><outputEntry><text>round half up(fare / (days - 1), 2)</text></outputEntry>"
        "</rule></decisionTable>";
    Files files = rides("round half up(days, 2)");
    std::string& text = files.at("rides.dmn");
    const std::string before = literal("round half up(days, 2)");
    text.replace(text.find(before), before.size(), table);
    EXPECT_EQ(refusal(files), Error{});
    text.replace(text.find("days - 1"), 8, "days - 2");
    EXPECT_EQ(refusal(files).code, "policy.may_divide_by_nought");
}

TEST(CheckBounds, adds_up_one_answer_of_each_question) {
    const std::string points = decision(
        "points", "number", needs_input("works"),
        "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\"><input><inputExpression><text>"
        "works</text></inputExpression></input><output/><rule><inputEntry><text>true</text>"
        "</inputEntry><outputEntry><text>4</text></outputEntry></rule><rule><inputEntry><text>"
        "not(true)</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>"
        "</decisionTable>");
    EXPECT_EQ(refusal(rides("round half up(4 - points, 2)", points, needs_decision("points"))),
              Error{});
    EXPECT_EQ(refusal(rides("round half up(points - 3, 2)", points, needs_decision("points"))),
              Error{});
    EXPECT_EQ(refusal(rides("round half up(points - 4, 2)", points, needs_decision("points"))).code,
              "policy.sum_out_of_bounds");
}

TEST(CheckBounds, lets_no_answer_in_that_was_not_reckoned_with) {
    const Result<Package> package = Package::load("rides", rides("round half up(fare + days, 2)"));
    ASSERT_TRUE(package.has_value()) << package.error().message;
    const Date on = *Date::parse("2010-05-01");
    Facts facts{{"fare", Decimal(5)}, {"days", Decimal(2)}};
    EXPECT_TRUE(evaluate(*package, facts, on, false).has_value());
    for (const std::int64_t fare : {std::int64_t{-1}, std::int64_t{1'000'000'001}}) {
        facts["fare"] = Decimal(fare);
        const Result<Evaluation> evaluation = evaluate(*package, facts, on, false);
        ASSERT_FALSE(evaluation.has_value()) << fare;
        EXPECT_EQ(evaluation.error().code, "policy.not_allowed");
    }
    EXPECT_EQ(read_answer(*package->question("fare"), "1000000000.01").error().code,
              "money.too_large");
}

// f3(x) is f2(x) + f2(x), and so on: each level is worked out twice.
std::string doubling(int levels) {
    std::string made;
    for (int i = 0; i <= levels; ++i) {
        const std::string before = "double_" + std::to_string(i - 1);
        const std::string name = "double_" + std::to_string(i);
        made +=
            "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" +
            name + "\"/><encapsulatedLogic><formalParameter name=\"x\" typeRef=\"number\"/>" +
            literal(i == 0 ? "x" : before + "(x) + " + before + "(x)") + "</encapsulatedLogic>" +
            (i == 0 ? ""
                    : "<knowledgeRequirement><requiredKnowledge href=\"#" + before +
                          "\"/></knowledgeRequirement>") +
            "</businessKnowledgeModel>";
    }
    return made;
}

TEST(CheckBounds, gives_up_on_a_decision_that_doubles_without_end) {
    const auto needs = [](const std::string& id) {
        return "<knowledgeRequirement><requiredKnowledge href=\"#" + id +
               "\"/></knowledgeRequirement>";
    };
    EXPECT_EQ(refusal(rides("round half up(double_4(days), 2)", doubling(4), needs("double_4"))),
              Error{});
    EXPECT_EQ(
        refusal(rides("round half up(double_40(days), 2)", doubling(40), needs("double_40"))).code,
        "policy.too_intricate");
}

TEST(CheckBounds, looks_through_a_long_condition) {
    std::string text = "miles != null";
    for (int i = 0; i < 60; ++i) {
        text += " and days > " + std::to_string(i % 7);
    }
    EXPECT_EQ(refusal(rides("round half up(if " + text + " then miles else 0, 2)")), Error{});
}

TEST(CheckBounds, refuses_a_figure_outside_its_own_min_and_max) {
    Files files = rides("round half up(days, 2)");
    std::string& text = files.at("parameters.csv");
    text.replace(text.find("0.45"), 4, "2.45");
    EXPECT_EQ(refusal(files).place, "parameters.csv line 2, column value");
    text.replace(text.find("2.45"), 4, "0.45");
    text.replace(text.find(",0,2\n"), 5, ",0,x\n");
    EXPECT_EQ(refusal(files).place, "parameters.csv line 2, column max");
}

}  // namespace
}  // namespace policy
