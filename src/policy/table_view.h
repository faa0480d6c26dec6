#pragma once
// The decision tables of a package as they were written, for pages that show how allocation works
// with the tables in force: columns, rules and the reason of each rule, in the texts of the DMN
// file.

#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"

namespace policy {

struct TableView {
    std::string decision;    // the decision it belongs to
    std::string name;        // the decision's or the step's
    std::string hit_policy;  // in words: "the first rule that holds"
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    struct Rule {
        std::vector<std::string> inputs;
        std::vector<std::string> outputs;
        std::string reason;
    };
    std::vector<Rule> rules;
    std::vector<std::string> defaults;  // of the outputs; empty when there are none
};

// Gives every decision table, in the order in which decisions are worked out.
std::vector<TableView> tables_of(const Package& package);

}  // namespace policy
