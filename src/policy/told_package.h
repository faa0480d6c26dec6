#pragma once
// A small package for tests of what is told: two questions that give points, savings with a limit
// in a table, a share kept back and a largest sum.

#include <string>
#include <vector>

#include "policy/small_packages.h"

namespace policy::testing {

// A decision table; a row is its inputs, its outputs and its reason, in FEEL.
inline std::string table(const std::string& policy, const std::vector<std::string>& inputs,
                         const std::vector<std::string>& outputs,
                         const std::vector<std::vector<std::string>>& rows) {
    std::string text = "<decisionTable " + policy + ">";
    for (const std::string& each : inputs) {
        const std::size_t bar = each.find('|');
        text += "<input label=\"" + each.substr(bar + 1) + "\"><inputExpression><text>" +
                each.substr(0, bar) + "</text></inputExpression></input>";
    }
    for (const std::string& each : outputs) {
        text += each.empty() ? "<output/>" : "<output name=\"" + each + "\"/>";
    }
    text += "<annotation name=\"reason\"/>";
    for (const std::vector<std::string>& row : rows) {
        text += "<rule>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string entry = i < inputs.size()                    ? "inputEntry"
                                      : i < inputs.size() + outputs.size() ? "outputEntry"
                                                                           : "annotationEntry";
            text += "<" + entry + "><text>" + row[i] + "</text></" + entry + ">";
        }
        text += "</rule>";
    }
    return text + "</decisionTable>";
}

inline std::string money_step(const std::string& name, const std::string& label,
                              const std::string& feel) {
    return "<contextEntry>" +
           (name.empty()
                ? std::string()
                : "<variable name=\"" + name + "\" label=\"" + label + "\" typeRef=\"t_money\"/>") +
           literal(feel) + "</contextEntry>";
}

// Help with washing gives 0, 4 or 10 points, help at night 0 or 20; a point is £5.00. A tenth is
// kept back, and no sum is over £100.00. Savings above £23,250.00 end it, and so does a care home.
inline Files told_package() {
    return {
        {"README.md", "# Care in Brookmere\n\nMade up for a test.\n"},
        {"streams.csv",
         streams_header + "care,Care,The town,The town,council,,can_have,care_weekly,care,revenue,"
                          "yes,none,,,owner,1,weekly,,,,test\n"},
        {"parameters.csv",
         parameters_header +
             "point_price,Price of a point,GBP/week,5.00,2010-01-01,,test,published,\n"
             "kept_percent,Share kept back,percent,10,2010-01-01,,test,published,\n"
             "largest,Largest sum,GBP/week,100.00,2010-01-01,,test,published,\n"
             "limit,Upper savings limit,GBP,23250.00,2010-01-01,,test,published,\n"},
        {"questionnaire.csv",
         questionnaire_header +
             "washing,Care,choice,Washing,,Can you wash?,washing,yes,alone,I can do this alone,I "
             "can do it alone.,yes\n"
             "washing,,,,,,,,weekly,I need help every week,Every week.,\n"
             "washing,,,,,,,,daily,I need help every day,Every day.,\n"
             "nights,Care,yes_no,Do you need help at night?,,,,yes,,,,\n"
             "home,Home,choice,Where you live,,,,yes,own,My own home,,\n"
             "home,,,,,,,,care_home,A care home,,\n"
             "savings,Money,money,Your savings,,,,yes,,,,\n"},
        {"care.dmn",
         dmn("<itemDefinition name=\"t_money\"><typeRef>number</typeRef></itemDefinition>"
             "<itemDefinition name=\"t_can\"><itemComponent name=\"eligible\"><typeRef>boolean"
             "</typeRef></itemComponent><itemComponent name=\"reason\"><typeRef>string</typeRef>"
             "</itemComponent></itemDefinition>"
             "<itemDefinition name=\"t_washing\"><typeRef>string</typeRef><allowedValues><text>"
             "\"alone\", \"weekly\", \"daily\"</text></allowedValues></itemDefinition>"
             "<itemDefinition name=\"t_home\"><typeRef>string</typeRef><allowedValues><text>"
             "\"own\", \"care_home\"</text></allowedValues></itemDefinition>" +
             input("washing", "t_washing") + input("nights", "boolean") + input("home", "t_home") +
             input("savings", "t_money") + input("Rates", "Any") +
             decision("washing_points", "number", needs_input("washing"),
                      table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", {"washing|Washing"}, {""},
                            {{"\"alone\"", "0", "You wash alone."},
                             {"\"weekly\"", "4", "You need some help."},
                             {"\"daily\"", "10", "You need help daily."}})) +
             decision("night_points", "number", needs_input("nights"),
                      literal("if nights then 20 else 0")) +
             decision("table_weekly", "t_money",
                      needs_decision("washing_points") + needs_decision("night_points") +
                          needs_input("Rates"),
                      literal("round half up((washing_points + night_points) * "
                              "Rates.point_price, 2)")) +
             decision("can_have", "t_can",
                      needs_input("home") + needs_input("savings") + needs_input("Rates"),
                      table("hitPolicy=\"FIRST\"", {"home|Where you live", "savings|Your savings"},
                            {"eligible", "reason"},
                            {{"\"care_home\"", "-", "false", "\"Not in a care home.\"", "No."},
                             {"-", "&lt;= Rates.limit", "true", "\"Savings are low.\"", "Yes."},
                             {"-", "-", "false", "\"Savings are high.\"", "No."}})) +
             decision(
                 "care_weekly", "t_money",
                 needs_decision("table_weekly") + needs_decision("can_have") + needs_input("Rates"),
                 "<context>" +
                     money_step("kept_back", "Kept back",
                                "round half up(table_weekly * Rates.kept_percent / 100, 2)") +
                     money_step("left", "What is left", "max(table_weekly - kept_back, 0)") +
                     money_step("not_too_much", "Not more than the largest sum",
                                "min(left, Rates.largest)") +
                     money_step("", "",
                                "round half up(if can_have.eligible then not_too_much else 0, 2)") +
                     "</context>"))},
        {"cases.csv", cases_header + "ann,2010-05-01,answer,washing,daily,\n"
                                     "ann,2010-05-01,answer,nights,no,\n"
                                     "ann,2010-05-01,answer,home,own,\n"
                                     "ann,2010-05-01,answer,savings,3000.00,\n"
                                     "ann,2010-05-01,expect,care_weekly,45.00,\n"},
    };
}

inline Facts told_facts(const std::string& washing, bool nights, const std::string& home,
                        int savings) {
    return {{"washing", washing}, {"nights", nights}, {"home", home}, {"savings", savings}};
}

}  // namespace policy::testing
