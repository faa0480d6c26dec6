// A package whose tables leave a gap, or answer twice, is refused when it is loaded, at its file,
// table and rule; so is one whose sums do not end in a rounding. Shipped packages are broken too.

#include "policy/check_tables.h"

#include <gtest/gtest.h>

#include "policy/shipped_for_tests.h"
#include "policy/small_packages.h"

namespace policy {
namespace {

using namespace policy::testing;  // NOLINT(google-build-using-namespace): a test

using Rows = std::vector<std::vector<std::string>>;

std::string escaped(const std::string& text) {
    std::string made;
    for (const char each : text) {
        made += each == '<' ? "&lt;" : std::string(1, each);
    }
    return made;
}

std::string table(const std::string& policy, const std::vector<std::string>& inputs,
                  const Rows& rows) {
    std::string text = "<decisionTable hitPolicy=\"" + policy + "\">";
    for (const std::string& each : inputs) {
        text += "<input><inputExpression><text>" + each + "</text></inputExpression></input>";
    }
    text += "<output/>";
    for (const std::vector<std::string>& row : rows) {
        text += "<rule>";
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            text += "<inputEntry><text>" + escaped(row[i]) + "</text></inputEntry>";
        }
        text += "<outputEntry><text>" + row.back() + "</text></outputEntry></rule>";
    }
    return text + "</decisionTable>";
}

// A stream of wood for a fire: points from 0 to 100 and an owner decide the weekly sum.
Files fires(const std::string& policy, const Rows& rows,
            const std::string& sum = "round half up(loads * Rates.load_price, 2)") {
    return {
        {"README.md", "# Fires\n"},
        {"streams.csv", streams_header +
                            "wood,Wood,The town,The town,council,,,wood_weekly,wood,revenue,yes,"
                            "none,,,owner,1,weekly,,,,test\n"},
        {"parameters.csv", parameters_header +
                               "load_price,Price of a load,GBP,4.25,2010-01-01,,test,published,\n"
                               "cold,Cold from,points,7,2010-01-01,2011-01-01,test,published,\n"
                               "cold,Cold from,points,9,2011-01-01,,test,published,\n"},
        {"questionnaire.csv", questionnaire_header +
                                  "points,Fire,number,How cold?,,,,yes,,,,\n"
                                  "owner,Fire,choice,Whose house?,,,,yes,x,Mine,,yes\n"
                                  "owner,,,,,,,,y,Theirs,,\n"},
        {"fire.dmn",
         dmn("<itemDefinition name=\"t_points\"><typeRef>number</typeRef><allowedValues>"
             "<text>[0..100]</text></allowedValues></itemDefinition>\n"
             "<itemDefinition name=\"t_owner\"><typeRef>string</typeRef><allowedValues>"
             "<text>\"x\", \"y\"</text></allowedValues></itemDefinition>\n" +
             input("points", "t_points") + input("owner", "t_owner") + input("Rates", "Any") +
             decision("loads", "number",
                      needs_input("points") + needs_input("owner") + needs_input("Rates"),
                      table(policy, {"points", "owner"}, rows)) +
             decision("wood_weekly", "number", needs_decision("loads") + needs_input("Rates"),
                      literal(sum)))},
        {"cases.csv", cases_header},
    };
}

Error refusal(const Files& files) {
    const Result<Package> package = Package::load("fires", files);
    return package ? Error{"", "It was not refused.", ""} : package.error();
}

const Rows good = {
    {"< 5", "-", "0"}, {"[5..7)", "\"x\"", "1"}, {"[5..7)", "\"y\"", "2"}, {">= 7", "-", "3"}};

TEST(CheckTables, loads_a_table_that_answers_everything_once) {
    EXPECT_EQ(refusal(fires("UNIQUE", good)).code, "");
}

TEST(CheckTables, refuses_a_gap_with_the_row_that_is_missing) {
    Rows rows = good;
    rows.erase(rows.begin() + 1);
    const Error error = refusal(fires("UNIQUE", rows));
    EXPECT_EQ(error.code, "policy.table_gap");
    EXPECT_EQ(error.place, "fire.dmn line 8, decision loads, table loads, after rule 3");
    EXPECT_NE(error.message.find("No rule for: points [5..7), owner \"x\"."), std::string::npos)
        << error.message;
    EXPECT_NE(error.message.find("[5..7)\t\"x\"\t\t"), std::string::npos) << error.message;
}

TEST(CheckTables, refuses_a_gap_in_every_table_that_must_answer) {
    const Rows rows = {{"< 5", "-", "1"}, {"> 5", "-", "2"}};
    for (const char* policy : {"UNIQUE", "FIRST", "ANY"}) {
        const Error error = refusal(fires(policy, rows));
        EXPECT_EQ(error.code, "policy.table_gap") << policy;
        EXPECT_NE(error.message.find("points 5."), std::string::npos) << error.message;
    }
}

TEST(CheckTables, refuses_two_rules_that_answer_the_same) {
    Rows rows = good;
    rows[2][0] = "[5..7]";
    const Error error = refusal(fires("UNIQUE", rows));
    EXPECT_EQ(error.code, "policy.table_overlap");
    EXPECT_EQ(error.place, "fire.dmn line 8, decision loads, table loads, rule 4");
    EXPECT_NE(error.message.find("Rules 3 and 4 both hold for: points 7, owner \"y\"."),
              std::string::npos)
        << error.message;
    EXPECT_EQ(refusal(fires("FIRST", rows)).code, "");
}

TEST(CheckTables, looks_at_the_figures_of_every_stretch_of_dates) {
    const Rows moving = {{"< Rates.cold", "-", "0"}, {">= Rates.cold", "-", "1"}};
    EXPECT_EQ(refusal(fires("UNIQUE", moving)).code, "");
    const Rows fixed = {{"< 7", "-", "0"}, {">= Rates.cold", "-", "1"}};
    const Error gap = refusal(fires("UNIQUE", fixed));
    EXPECT_EQ(gap.code, "policy.table_gap");
    EXPECT_NE(gap.message.find("points [7..9), with the figures of 1 January 2011"),
              std::string::npos)
        << gap.message;
    const Rows crossing = {{"<= 8", "-", "0"}, {">= Rates.cold", "-", "1"}, {"(8..9)", "-", "1"}};
    const Error overlap = refusal(fires("UNIQUE", crossing));
    EXPECT_EQ(overlap.code, "policy.table_overlap");
    EXPECT_NE(overlap.message.find("points [7..8], with the figures of 1 January 2010"),
              std::string::npos)
        << overlap.message;
}

TEST(CheckTables, lets_nobody_in_with_a_value_that_its_type_does_not_allow) {
    const Result<Package> package = Package::load("fires", fires("UNIQUE", good));
    ASSERT_TRUE(package.has_value());
    const Date on = Date::parse("2010-06-01").value();
    const Facts within = {{"points", 100}, {"owner", "x"}};
    EXPECT_TRUE(evaluate(*package, within, on, false).has_value());
    const Facts outside = {{"points", 101}, {"owner", "x"}};
    const Result<Evaluation> refused = evaluate(*package, outside, on, false);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "policy.not_allowed");
    EXPECT_EQ(refused.error().place, "fact points");
}

TEST(CheckTables, stops_a_decision_that_gives_what_its_type_does_not_allow) {
    Files files = fires("UNIQUE", good);
    std::string& bytes = files.at("fire.dmn");
    const std::string from = "<variable name=\"loads\" typeRef=\"number\"/>";
    bytes.replace(bytes.find(from), from.size(), "<variable name=\"loads\" typeRef=\"t_few\"/>");
    bytes.insert(bytes.find("<itemDefinition"),
                 "<itemDefinition name=\"t_few\"><typeRef>number</typeRef><allowedValues>"
                 "<text>[0..2]</text></allowedValues></itemDefinition>");
    const Result<Package> package = Package::load("fires", files);
    ASSERT_TRUE(package.has_value()) << package.error().message;
    const Date on = Date::parse("2010-06-01").value();
    const Facts few = {{"points", 6}, {"owner", "y"}};
    EXPECT_TRUE(evaluate(*package, few, on, false).has_value());
    const Facts many = {{"points", 50}, {"owner", "y"}};
    const Result<Evaluation> refused = evaluate(*package, many, on, false);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "policy.not_allowed");
    EXPECT_EQ(refused.error().place, "fire.dmn line 8, decision loads");
}

struct Sum {
    const char* text;
    bool rounds;
};

TEST(CheckRounding, wants_every_sum_to_end_in_a_rounding_with_a_name) {
    const Sum sums[] = {
        {"round half up(loads * Rates.load_price, 2)", true},
        {"round up(loads * Rates.load_price, 0)", true},
        {"decimal(loads * Rates.load_price, 2)", true},
        {"floor(loads * Rates.load_price)", true},
        {"if loads = 0 then 0 else round down(loads * Rates.load_price, 2)", true},
        {"min(round half up(loads * Rates.load_price, 2), 99.50)", true},
        {"loads * Rates.load_price", false},
        {"Rates.load_price", false},
        {"if loads = 0 then 0 else loads * Rates.load_price", false},
        {"round half up(loads * Rates.load_price, 3)", false},
        {"round half up(loads, 2) * Rates.load_price", false},
        {"min(loads * Rates.load_price, 99.50)", false},
        {"if loads = 0 then 0.005 else 1", false},
    };
    for (const Sum& sum : sums) {
        const Error error = refusal(fires("UNIQUE", good, sum.text));
        EXPECT_EQ(error.code, sum.rounds ? "" : "policy.no_rounding") << sum.text;
        if (!sum.rounds) {
            EXPECT_EQ(error.place, "fire.dmn line 9, decision wood_weekly") << sum.text;
            EXPECT_NE(error.message.find("streams.csv line 2, column amount"), std::string::npos);
        }
    }
}

TEST(CheckRounding, follows_a_sum_through_other_decisions_and_tables) {
    Files files = fires("UNIQUE", good, "loads");  // whole numbers of pounds, written in the table
    EXPECT_EQ(refusal(files).code, "");
    Rows rows = good;
    rows[2].back() = "Rates.load_price";
    const Error error = refusal(fires("UNIQUE", rows, "loads"));
    EXPECT_EQ(error.code, "policy.no_rounding");
    EXPECT_EQ(error.place, "fire.dmn line 8, decision loads, table loads, rule 3, column output");
}

TEST(CheckRounding, holds_for_contributions_too) {
    Files files = fires("UNIQUE", good);
    std::string& streams = files.at("streams.csv");
    streams.replace(streams.find("none,,,owner"), 4, "share");
    std::string& bytes = files.at("fire.dmn");
    bytes.insert(
        bytes.find("</definitions>"),
        decision("share", "number", needs_decision("wood_weekly"), literal("wood_weekly * 0.125")));
    const Error error = refusal(files);
    EXPECT_EQ(error.code, "policy.no_rounding");
    EXPECT_NE(error.message.find("column means_test"), std::string::npos) << error.message;
}

struct Broken {
    const char* package;
    const char* file;
    const char* decision;  // the change is after its beginning
    const char* from;
    const char* to;
    const char* code;
    const char* place;  // how it ends
    const char* words;
};

TEST(CheckTables, finds_what_is_broken_in_a_shipped_package) {
    const Broken breaks[] = {
        {"england-2005-pilot", "allocation.dmn", "band", "[10..20)", "[10..19)", "policy.table_gap",
         "decision band, table band, after rule 8", "[19..20)"},
        {"england-2005-pilot", "allocation.dmn", "band", "[10..20)", "[9.5..20)",
         "policy.table_overlap", "decision band, table band, rule 2", "[9.5..10)"},
        {"england-2005-pilot", "allocation.dmn", "carer_points", "\"nobody\",\"well\"", "\"well\"",
         "policy.table_gap", "decision carer_points, table carer_points, after rule 4",
         "\"nobody\""},
        {"england-2005-pilot", "allocation.dmn", "day_time_points",
         "\"most_days\"</text>\n"
         "        </inputEntry>",
         "\"no_help\"</text>\n        </inputEntry>", "policy.table_gap",
         "decision day_time_points, table day_time_points, after rule 3", "\"most_days\""},
        {"england-2025", "contribution.dmn", "guarantee_for_age", "&gt;= 25", "&gt; 25",
         "policy.table_gap", "decision guarantee_for_age, table guarantee_for_age, after rule 3",
         "25"},
        {"england-2025", "contribution.dmn", "contribution",
         "round half up(min(asked, adult_social_care_weekly), 2)",
         "min(asked, adult_social_care_weekly)", "policy.no_rounding", "", "means_test"},
        {"published-cases", "published.dmn", "yearly_to_weekly",
         "round half up(yearly * 7 / days_in_year, 2)", "yearly * 7", "policy.no_rounding", "",
         "cambridgeshire_weekly"},
    };
    for (const Broken& broken : breaks) {
        Files files = testing::shipped_files(broken.package);
        std::string& bytes = files.at(broken.file);
        const std::size_t decision = bytes.find("name=\"" + std::string(broken.decision) + "\">");
        ASSERT_NE(decision, std::string::npos) << broken.decision;
        const std::size_t at = bytes.find(broken.from, decision);
        ASSERT_NE(at, std::string::npos) << broken.from;
        bytes.replace(at, std::string(broken.from).size(), broken.to);
        const Error error = refusal(files);
        EXPECT_EQ(error.code, broken.code) << broken.decision << ": " << error.message;
        EXPECT_TRUE(error.place.starts_with(std::string(broken.file) + " line ")) << error.place;
        EXPECT_TRUE(error.place.ends_with(broken.place)) << error.place;
        EXPECT_NE(error.message.find(broken.words), std::string::npos) << error.message;
    }
}

}  // namespace
}  // namespace policy
