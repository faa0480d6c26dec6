// Packages with other names and numbers of everything load, are decided, explained and varied; a
// date out of range, a missing fact or a wrong kind is refused by name.

#include "policy/package.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "policy/case_json.h"
#include "policy/cases.h"
#include "policy/explain.h"
#include "policy/small_packages.h"
#include "policy/what_if.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

Date day(const char* text) {
    return Date::parse(text).value();
}

Package loaded(const Files& files) {
    Result<Package> package = Package::load("small", files);
    EXPECT_TRUE(package.has_value()) << package.error().message << " " << package.error().place;
    return *package;
}

std::size_t passed(const Package& package) {
    std::size_t count = 0;
    for (const CaseOutcome& each : run_cases(package)) {
        EXPECT_TRUE(each.passed())
            << each.name << (each.refused ? each.refused->message : std::string());
        count += each.passed() ? 1 : 0;
    }
    return count;
}

// Two streams, one switched on by a date; four kinds of question; a context of steps and a
// function.
Files travel() {
    return {
        {"README.md", "# Travel and tools"},
        {"streams.csv",
         streams_header +
             "tools,Tools,A fund,The fund,owner,,tools_eligibility,tools_once,tool,capital,no,not "
             "modelled,,,owner,2,one_off,,,,test\n"
             "rides,Rides,A fund,The town,council,,,rides_weekly,ride,revenue,yes,ride_share,tools,"
             "least,owner,1,weekly,2012-01-01,2013-01-01,,test\n"},
        {"parameters.csv", parameters_header +
                               "least,Least,GBP/week,10,2000-01-01,,test,illustrative,\n"
                               "share,Share,percent,12.5,2000-01-01,,test,published,\n"},
        {"questionnaire.csv", questionnaire_header +
                                  "works,Work,yes_no,Do you work?,,,,yes,,,,\n"
                                  "tool_price,Work,money,What does the tool cost?,,,,no,,,,\n"
                                  "rides_weekly_number,Travel,number,How many rides?,,,,yes,,,,\n"
                                  "started,Work,date,When did you start?,,,,no,,,,\n"},
        {"a.dmn",
         dmn(input("works", "boolean") + input("tool_price", "number") +
             decision("tools_eligibility", "t_answer", needs_input("works"),
                      "<decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>works"
                      "</text></inputExpression></input><output name=\"eligible\"/>"
                      "<output name=\"reason\"/><rule><inputEntry><text>true</text></inputEntry>"
                      "<outputEntry><text>true</text></outputEntry><outputEntry>"
                      "<text>\"You work.\"</text></outputEntry></rule><rule><inputEntry>"
                      "<text>-</text></inputEntry><outputEntry><text>false</text></outputEntry>"
                      "<outputEntry><text>\"You do not work.\"</text></outputEntry></rule>"
                      "</decisionTable>") +
             "<itemDefinition name=\"t_answer\"><itemComponent name=\"eligible\"><typeRef>boolean"
             "</typeRef></itemComponent><itemComponent name=\"reason\"><typeRef>string</typeRef>"
             "</itemComponent></itemDefinition>" +
             decision("tools_once", "number",
                      needs_decision("tools_eligibility") + needs_input("tool_price"),
                      literal("if tools_eligibility.eligible and tool_price != null then "
                              "round half up(tool_price, 2) else 0")))},
        {"b.dmn",
         dmn(input("rides_weekly_number", "number") + input("Rates", "Any") +
             input("decision_date", "date") + input("age", "number") +
             "<businessKnowledgeModel id=\"part\" name=\"part\"><encapsulatedLogic>"
             "<formalParameter name=\"whole\" typeRef=\"number\"/><formalParameter "
             "name=\"percent\" typeRef=\"number\"/>" +
             literal("round half up(whole * percent / 100, 2)") +
             "</encapsulatedLogic></businessKnowledgeModel>" +
             decision("rides_weekly", "number",
                      needs_input("rides_weekly_number") + needs_input("decision_date") +
                          needs_input("age"),
                      "<context><contextEntry><variable name=\"price\" typeRef=\"number\"/>" +
                          literal("if age &gt;= 60 or decision_date.year &lt; 2012 then 1.10 else "
                                  "2.20") +
                          "</contextEntry><contextEntry>" +
                          literal("round half up(rides_weekly_number * price, 2)") +
                          "</contextEntry></context>") +
             decision("ride_share", "number",
                      needs_decision("rides_weekly") + needs_input("Rates") +
                          "<knowledgeRequirement><requiredKnowledge href=\"#part\"/>"
                          "</knowledgeRequirement><informationRequirement><requiredDecision "
                          "href=\"a.dmn#tools_once\"/></informationRequirement>",
                      "<invocation><literalExpression><text>part</text></literalExpression>"
                      "<binding><parameter name=\"whole\"/>" +
                          literal("rides_weekly + 0 * tools_once") +
                          "</binding><binding><parameter name=\"percent\"/>" +
                          literal("Rates.share") + "</binding></invocation>"))},
        {"cases.csv",
         cases_header +
             "ann,2012-06-01,answer,works,yes,\nann,2012-06-01,answer,tool_price,99.50,\n"
             "ann,2012-06-01,answer,rides_weekly_number,3,\n"
             "ann,2012-06-01,answer,started,,\nann,2012-06-01,input,age,76,\n"
             "ann,2012-06-01,expect,tools_eligibility.eligible,yes,\n"
             "ann,2012-06-01,expect,tools_once,99.50,\n"
             "ann,2012-06-01,expect,rides_weekly,3.30,\n"
             "ann,2012-06-01,expect,ride_share,0.41,\n"},
    };
}

// No question at all, three streams, one decision of lists and dates.
Files flat() {
    Files files = {
        {"README.md", "# A flat sum"},
        {"parameters.csv",
         parameters_header + "flat,Flat sum,GBP/week,7,2020-01-01,,t,published,\n"},
        {"questionnaire.csv", questionnaire_header},
        {"x.dmn", dmn(input("Rates", "Any") + input("days", "number") +
                      decision("flat_sum", "number", needs_input("Rates") + needs_input("days"),
                               literal("round half up(sum([Rates.flat, days]) / 3, 2)")))},
        {"cases.csv", cases_header + "one,2020-01-01,input,days,3,\none,2020-01-01,expect,flat_sum,"
                                     "3.33,\n"},
    };
    std::string streams = streams_header;
    for (const char* id : {"one", "two", "three"}) {
        streams += std::string(id) + "," + id +
                   ",o,o,council,,,flat_sum,thing,both,no,none,,,person,3,both,,,,t\n";
    }
    files["streams.csv"] = streams;
    return files;
}

TEST(Package, decides_packages_of_any_names_and_numbers) {
    EXPECT_EQ(passed(loaded(meals())), 2U);
    EXPECT_EQ(passed(loaded(travel())), 1U);
    EXPECT_EQ(passed(loaded(flat())), 1U);
}

TEST(Package, a_case_that_expects_another_value_fails) {
    Files files = meals();
    std::string& cases = files["cases.csv"];
    cases.replace(cases.find("21.25"), 5, "21.26");
    const std::vector<CaseOutcome> outcomes = run_cases(loaded(files));
    ASSERT_EQ(outcomes.size(), 2U);
    EXPECT_FALSE(outcomes[0].passed());
    EXPECT_EQ(outcomes[0].comparisons[1].found, "21.25");
    EXPECT_EQ(outcomes[0].comparisons[1].line, 4U);
    EXPECT_TRUE(outcomes[1].passed());
}

TEST(Package, refuses_a_chain_of_decisions_without_end) {
    const auto chain = [](int length) {
        Files files = flat();
        std::string inside = input("Rates", "Any") + input("days", "number");
        for (int i = length; i > 0; --i) {
            const std::string before = "step_" + std::to_string(i - 1);
            inside += decision("step_" + std::to_string(i), "number", needs_decision(before),
                               literal(before + " + 1"));
        }
        inside += decision("step_0", "number", needs_input("days"), literal("days")) +
                  decision("flat_sum", "number", needs_input("days") + needs_input("Rates"),
                           literal("round half up((Rates.flat + days) / 3, 2)"));
        files["x.dmn"] = dmn(inside);
        return Package::load("chain", files);
    };
    EXPECT_TRUE(chain(250).has_value());
    const Result<Package> refused = chain(5'000);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "policy.bad_dmn");
}

TEST(Package, streams_come_and_go_by_date_most_restricted_first) {
    const Package package = loaded(travel());
    EXPECT_EQ(package.streams(day("2011-12-31")).size(), 1U);
    const std::vector<Stream> streams = package.streams(day("2012-01-01"));
    ASSERT_EQ(streams.size(), 2U);
    EXPECT_EQ(streams[0].id, "rides");
    EXPECT_EQ(streams[0].means_test, MeansTest::decision);
    EXPECT_TRUE(streams[0].may_buy("ride"));
    EXPECT_EQ(package.streams(day("2013-01-01")).size(), 1U);
    EXPECT_EQ(package.title(), "Travel and tools");
    EXPECT_EQ(package.inputs(), std::vector<std::string>{"age"});
}

TEST(Package, its_fingerprint_is_of_all_its_bytes) {
    Files files = meals();
    const std::string before = loaded(files).fingerprint();
    EXPECT_EQ(loaded(files).fingerprint(), before);
    files["README.md"] += "\n";
    EXPECT_NE(loaded(files).fingerprint(), before);
}

TEST(Evaluate, takes_the_figures_of_the_day_and_refuses_a_day_without_them) {
    const Package package = loaded(meals());
    const Facts facts = {{"meals_needed", "five"}};
    EXPECT_EQ(evaluate(package, facts, day("2011-03-31"), false)->find("meals_weekly")->to_text(),
              "21.25");
    EXPECT_EQ(evaluate(package, facts, day("2011-04-01"), false)->find("meals_weekly")->to_text(),
              "22.50");
    const Result<Evaluation> early = evaluate(package, facts, day("2010-03-31"), false);
    ASSERT_FALSE(early.has_value());
    EXPECT_EQ(early.error().code, "policy.parameter_not_in_force");
    EXPECT_NE(early.error().message.find("meal_price"), std::string::npos);
    EXPECT_EQ(package.parameter("meal_price", day("2010-03-31")).error().code,
              "policy.parameter_not_in_force");
    EXPECT_EQ(package.parameter("meal", day("2010-04-01")).error().code,
              "policy.unknown_parameter");
    // The decision that reads no figure can be worked out on any day.
    EXPECT_TRUE(evaluate(package, facts, day("2000-01-01"), {"meal_count"}, false).has_value());
}

TEST(Evaluate, refuses_facts_that_are_missing_unknown_or_of_another_kind) {
    const Package package = loaded(travel());
    const Date on = day("2012-06-01");
    const Facts good = {{"works", true}, {"rides_weekly_number", 3}, {"age", 30}};
    ASSERT_TRUE(evaluate(package, good, on, false).has_value());
    const auto code = [&](const Facts& facts) {
        const Result<Evaluation> result = evaluate(package, facts, on, false);
        return result ? std::string("done") : result.error().code + " " + result.error().place;
    };
    Facts facts = good;
    facts.erase("works");
    EXPECT_EQ(code(facts), "policy.fact_missing fact works");
    facts = good;
    facts.erase("age");
    EXPECT_EQ(code(facts), "policy.fact_missing fact age");
    facts = good;
    facts["rides_weekly_number"] = "three";
    EXPECT_EQ(code(facts), "policy.wrong_kind fact rides_weekly_number");
    facts = good;
    facts["shoes"] = 1;
    EXPECT_EQ(code(facts), "policy.unknown_fact fact shoes");
    EXPECT_EQ(evaluate(loaded(meals()), {{"meals_needed", "six"}}, on, false).error().code,
              "policy.not_allowed");
    EXPECT_EQ(evaluate(package, good, on, {"nothing"}, false).error().code,
              "policy.unknown_decision");
}

TEST(Trace, tells_rules_steps_figures_and_sources) {
    const Package package = loaded(travel());
    const Facts facts = {{"works", true},
                         {"rides_weekly_number", 3},
                         {"age", 30},
                         {"tool_price", Decimal::parse("99.5").value()}};
    const Result<Evaluation> evaluation = evaluate(package, facts, day("2012-06-01"), true);
    ASSERT_TRUE(evaluation.has_value());
    const DecisionTrace* rides = evaluation->trace.find("rides_weekly");
    ASSERT_NE(rides, nullptr);
    ASSERT_EQ(rides->steps.size(), 1U);
    EXPECT_EQ(rides->steps[0].name, "price");
    EXPECT_EQ(rides->steps[0].value.to_text(), "2.20");
    const DecisionTrace* tools = evaluation->trace.find("tools_eligibility");
    ASSERT_EQ(tools->rules.size(), 1U);
    EXPECT_EQ(tools->rules[0].number, 1U);
    const DecisionTrace* share = evaluation->trace.find("ride_share");
    ASSERT_EQ(share->parameters.size(), 1U);
    EXPECT_EQ(share->parameters[0]->id, "share");
    const std::string text = json::serialize(to_json(evaluation->trace));
    EXPECT_NE(text.find("\"mark\":\"published\""), std::string::npos);
    EXPECT_TRUE(evaluate(package, facts, day("2012-06-01"), false)->trace.decisions.empty());
}

TEST(Explain, fills_the_words_of_the_package) {
    const Package package = loaded(meals());
    const Facts facts = {{"meals_needed", "five"}};
    const Result<Evaluation> evaluation = evaluate(package, facts, day("2010-05-01"), true);
    ASSERT_TRUE(evaluation.has_value());
    const Result<std::vector<Explanation>> lines = explain(package, *evaluation, "meals_weekly");
    ASSERT_TRUE(lines.has_value());
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ((*lines)[0].reasons, std::vector<std::string>{"Five meals, so 5."});
    EXPECT_EQ((*lines)[1].text, "It is 21.25.");
    EXPECT_EQ((*lines)[1].figures.at(0).value, "£4.25");
    EXPECT_EQ((*lines)[1].title, "Meals weekly");
    EXPECT_EQ(explain(package, *evaluation, "no").error().code, "policy.unknown_decision");
    const Result<Evaluation> silent = evaluate(package, facts, day("2010-05-01"), false);
    EXPECT_EQ(explain(package, *silent, "meals_weekly").error().code, "policy.no_trace");
    const std::vector<NamedValue> values = {{"sum", "", "12.5"}, {"£sum", "", "£12.50"}};
    EXPECT_EQ(fill_slots("£{sum} is {sum}, {other} {", values), "£12.50 is 12.5, {other} {");
}

TEST(WhatIf, gives_the_difference_of_the_lowest_answer) {
    const Package package = loaded(meals());
    const Date on = day("2010-05-01");
    const auto differences =
        what_if_lowest(package, {{"meals_needed", "seven"}}, on, "meals_weekly");
    ASSERT_TRUE(differences.has_value());
    ASSERT_EQ(differences->size(), 1U);
    EXPECT_EQ((*differences)[0].question, "meals_needed");
    EXPECT_EQ((*differences)[0].lowest, "none");
    EXPECT_EQ((*differences)[0].now.to_text(), "29.75");
    EXPECT_EQ((*differences)[0].change.to_text(), "-29.75");
    EXPECT_TRUE(what_if_lowest(package, {{"meals_needed", "none"}}, on, "meals_weekly")->empty());
    EXPECT_EQ(
        what_if_lowest(loaded(travel()), {{"works", true}}, on, "tools_eligibility").error().code,
        "policy.not_a_sum");
}

TEST(ReadAnswer, gives_a_typed_value_or_says_what_is_wrong) {
    const Package package = loaded(travel());
    const auto read = [&](const char* question, const char* text) {
        const Result<feel::Value> value = read_answer(*package.question(question), text);
        return value ? value->to_text() : value.error().code;
    };
    EXPECT_EQ(read("works", "yes"), "yes");
    EXPECT_EQ(read("works", "maybe"), "answer.not_yes_or_no");
    EXPECT_EQ(read("works", ""), "answer.missing");
    EXPECT_EQ(read("tool_price", "1,234.50"), "1234.50");
    EXPECT_EQ(read("tool_price", "12.345"), "money.part_of_a_penny");
    EXPECT_EQ(read("tool_price", "-1"), "money.negative");
    EXPECT_EQ(read("tool_price", "1e9"), "money.not_a_sum");
    EXPECT_EQ(read("tool_price", ""), "not given");
    EXPECT_EQ(read("rides_weekly_number", "1e9"), "answer.not_a_number");
    EXPECT_EQ(read("rides_weekly_number", "-0"), "answer.not_a_number");
    EXPECT_EQ(read("rides_weekly_number", "2.5"), "2.5");
    EXPECT_EQ(read("started", "2006-02-30"), "answer.not_a_date");
    EXPECT_EQ(read("started", "2006-02-28"), "2006-02-28");
    EXPECT_EQ(read_answer(*loaded(meals()).question("meals_needed"), "six").error().code,
              "answer.not_an_option");
}

TEST(CaseJson, reads_answers_and_inputs_and_refuses_others_by_place) {
    const Package package = loaded(travel());
    const Result<Facts> facts = read_case_json(
        package,
        R"({"answers": {"works": true, "tool_price": "12.50", "rides_weekly_number": 2.5,
            "started": null}, "inputs": {"age": 70}})");
    ASSERT_TRUE(facts.has_value()) << facts.error().message;
    EXPECT_EQ(facts->at("rides_weekly_number").to_text(), "2.5");
    EXPECT_EQ(facts->at("age").to_text(), "70");
    const auto refused = [&](const char* text) {
        const Result<Facts> result = read_case_json(package, text);
        return result ? std::string("read") : result.error().code + " " + result.error().place;
    };
    EXPECT_EQ(refused(R"({"answers": {"shoes": 1}})"), "policy.unknown_fact answers.shoes");
    EXPECT_EQ(refused(R"({"answers": {"age": 1}})"), "policy.unknown_fact answers.age");
    EXPECT_EQ(refused(R"({"inputs": {"decision_date": "2006-01-01"}})"),
              "policy.unknown_fact inputs.decision_date");
    EXPECT_EQ(refused(R"({"inputs": {"age": "old"}})"), "policy.wrong_kind inputs.age");
    EXPECT_EQ(refused(R"({"answers": {"works": [1]}})"), "policy.wrong_kind answers.works");
    EXPECT_EQ(refused(R"({"facts": {}})").substr(0, 19), "policy.unknown_fact");
    EXPECT_EQ(refused("[]").substr(0, 17), "policy.wrong_kind");
}

TEST(CaseJson, one_bad_member_in_each_position_is_named_and_the_others_are_read) {
    const Package package = loaded(travel());
    const std::vector<std::pair<std::string, std::string>> members = {
        {"answers.works", "\"works\": true"},
        {"answers.tool_price", "\"tool_price\": \"12.50\""},
        {"answers.rides_weekly_number", "\"rides_weekly_number\": 2.5"}};
    for (std::size_t bad = 0; bad < members.size(); ++bad) {
        std::string text = "{\"answers\": {";
        for (std::size_t i = 0; i < members.size(); ++i) {
            const std::string& good = members[i].second;
            text +=
                (i == 0 ? "" : ", ") + (i == bad ? good.substr(0, good.find(':')) + ": [1]" : good);
        }
        const Result<Facts> result = read_case_json(package, text + "}}");
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().place, members[bad].first);
        EXPECT_NE(result.error().message.find("3 members read, 2 kept, 1 refused"),
                  std::string::npos)
            << result.error().message;
    }
    const Result<Facts> two =
        read_case_json(package, R"({"answers": {"works": [1]}, "inputs": {"age": "old"}})");
    ASSERT_FALSE(two.has_value());
    EXPECT_EQ(two.error().place, "answers.works");
    EXPECT_NE(two.error().message.find("\ninputs.age: "), std::string::npos) << two.error().message;
}

}  // namespace
}  // namespace policy
