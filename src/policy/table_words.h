#pragma once
// The decision tables of a package in words, for everybody who wants to read the rules in force:
// each column by its question or by the title of the decision it reads, each cell as "£200.00 or
// more" or "“I can do this alone”", figures with their value on a day, each rule with its reason.
// No name of the package's own files is left in them; what is worked out is shown as it is written,
// with the titles in the place of the names.

#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"

namespace policy {

// What stands in a column that a rule does not look at.
inline constexpr std::string_view anything = "anything";

struct TableInWords {
    std::string title;   // of the decision or the step it belongs to
    std::string source;  // the decision's authority; may be empty
    std::string counts;  // "The first rule that holds counts."
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    struct Rule {
        std::vector<std::string> inputs;
        std::vector<std::string> outputs;
        std::string reason;
    };
    std::vector<Rule> rules;
    std::vector<std::string> otherwise;  // the outputs when no rule holds; empty: there are none
};

// Gives every decision table in the order in which decisions are worked out, with the figures in
// force on a day. A figure without a value on that day is named without one.
std::vector<TableInWords> tables_in_words(const Package& package, Date on);

}  // namespace policy
