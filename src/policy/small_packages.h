#pragma once
// Small policy packages written by tests: other names, other numbers of streams, questions and
// tables than any shipped package, so that nothing in the engine can know them beforehand.

#include <string>

#include "policy/package.h"

namespace policy::testing {

inline const std::string streams_header =
    "id,name,owner,decider,who_decides,legal_base,eligibility,amount,purposes,kind,cash_allowed,"
    "means_test,minimum_from,minimum_weekly,unspent_to,restriction,recurrence,from,until,"
    "not_modelled,source\n";
inline const std::string parameters_header =
    "id,label,unit,value,valid_from,valid_to,source,mark,note\n";
inline const std::string questionnaire_header =
    "question,domain,kind,text,help,easy_text,picture,required,answer,answer_text,easy_answer,"
    "lowest\n";
inline const std::string cases_header = "case,on,what,name,value,note\n";

// A DMN 1.5 file around its inside.
inline std::string dmn(const std::string& inside) {
    return "<?xml version=\"1.0\"?>\n<definitions "
           "xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" "
           "namespace=\"urn:test\">\n" +
           inside + "</definitions>\n";
}

inline std::string input(const std::string& name, const std::string& type) {
    return "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
           "\" typeRef=\"" + type + "\"/></inputData>\n";
}

inline std::string needs_input(const std::string& id) {
    return "<informationRequirement><requiredInput href=\"#" + id + "\"/></informationRequirement>";
}

inline std::string needs_decision(const std::string& id) {
    return "<informationRequirement><requiredDecision href=\"#" + id +
           "\"/></informationRequirement>";
}

inline std::string decision(const std::string& name, const std::string& type,
                            const std::string& needs, const std::string& logic) {
    return "<decision id=\"" + name + "\" name=\"" + name + "\"><description>It is {" + name +
           "}.</description><variable name=\"" + name + "\" typeRef=\"" + type + "\"/>" + needs +
           logic + "</decision>\n";
}

inline std::string literal(const std::string& text) {
    return "<literalExpression><text>" + text + "</text></literalExpression>";
}

// One question, one stream, one figure that changes on 1 April 2011.
inline Files meals() {
    return {
        {"README.md", "# Meals in Brookmere\n\nMade up for a test.\n"},
        {"streams.csv", streams_header +
                            "meals,Meals,The town,The town,council,,,meals_weekly,meal,revenue,yes,"
                            "none,,,owner,1,weekly,,,,test\n"},
        {"parameters.csv", parameters_header +
                               "meal_price,Price of a meal,GBP,4.25,2010-04-01,2011-04-01,test,"
                               "published,\n"
                               "meal_price,Price of a meal,GBP,4.50,2011-04-01,,test,published,\n"},
        {"questionnaire.csv",
         questionnaire_header +
             "meals_needed,Food,choice,How many meals a week?,,,,yes,none,None,,yes\n"
             "meals_needed,,,,,,,,five,Five,,\n"
             "meals_needed,,,,,,,,seven,Seven,,\n"},
        {"food.dmn",
         dmn("<itemDefinition name=\"t_meals\"><typeRef>string</typeRef><allowedValues>"
             "<text>\"none\", \"five\", \"seven\"</text></allowedValues></itemDefinition>\n" +
             input("meals_needed", "t_meals") + input("Rates", "Any") +
             decision(
                 "meal_count", "number", needs_input("meals_needed"),
                 "<decisionTable hitPolicy=\"UNIQUE\"><input><inputExpression>"
                 "<text>meals_needed</text></inputExpression></input><output/>"
                 "<annotation name=\"reason\"/>"
                 "<rule><inputEntry><text>\"none\"</text></inputEntry><outputEntry>"
                 "<text>0</text></outputEntry><annotationEntry><text>No meals."
                 "</text></annotationEntry></rule>\n"
                 "<rule><inputEntry><text>\"five\"</text></inputEntry><outputEntry>"
                 "<text>5</text></outputEntry><annotationEntry><text>Five meals, so {meal_count}."
                 "</text></annotationEntry></rule>\n"
                 "<rule><inputEntry><text>\"seven\"</text></inputEntry><outputEntry>"
                 "<text>7</text></outputEntry><annotationEntry><text>Every day."
                 "</text></annotationEntry></rule></decisionTable>") +
             decision("meals_weekly", "number", needs_decision("meal_count") + needs_input("Rates"),
                      literal("round half up(meal_count * Rates.meal_price, 2)")))},
        {"cases.csv", cases_header + "five,2010-05-01,answer,meals_needed,five,\n"
                                     "five,2010-05-01,expect,meal_count,5,\n"
                                     "five,2010-05-01,expect,meals_weekly,21.25,\n"
                                     "later,2011-05-01,answer,meals_needed,five,\n"
                                     "later,2011-05-01,expect,meals_weekly,22.50,\n"},
    };
}

}  // namespace policy::testing
