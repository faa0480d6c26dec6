#pragma once
// Turns a trace into lines a person can read: one for each decision asked for and for what it
// stands on, with its value, the reason in the words of the package (slots filled in), its named
// steps and the dated figures it used, each with its source and mark. The words are the package's;
// nothing is invented here.

#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"

namespace policy {

// A dated figure behind a line.
struct Figure {
    std::string id;
    std::string label;
    std::string value;  // with its unit: "£82.91 a week"
    std::string source;
    Mark mark = Mark::illustrative;
    Date from;
};

struct NamedValue {
    std::string name;   // as DMN names it
    std::string title;  // in words: "washing points"
    std::string value;
};

struct Explanation {
    std::string decision;
    std::string title;
    std::string question;              // what it answers; may be empty
    std::string value;                 // for people: "£214.24", "yes", "55"
    std::string text;                  // the decision's description with its slots filled
    std::vector<std::string> reasons;  // its own reason, then those of the rules that held
    std::vector<NamedValue> steps;
    std::vector<Figure> figures;
    std::string source;  // the decision's own authority
};

// Explains one decision and, before it, every decision it stands on, in the order worked out.
// Refuses: policy.unknown_decision, policy.no_trace.
Result<std::vector<Explanation>> explain(const Package& package, const Evaluation& evaluation,
                                         std::string_view decision);

// Explains every decision in the trace.
std::vector<Explanation> explain_all(const Package& package, const Evaluation& evaluation);

// Writes a name of the package's files for people: "food_points" is "food points".
std::string name_in_words(std::string_view name);

// Writes a figure with its unit: "£82.91 a week", "25%", "12 points".
std::string in_words(const Parameter& figure);

// Writes one value: "£214.24" for a sum of money, "7.5", "yes", "3 May 2006".
std::string for_people(const feel::Value& value, bool is_money);

// Puts values into a text: "You have {points} points." A slot whose name is unknown stays as it is.
std::string fill_slots(std::string_view text, const std::vector<NamedValue>& values);

}  // namespace policy
