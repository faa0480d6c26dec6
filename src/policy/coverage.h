#pragma once
// Which rules of a package its own golden cases reach. A rule that no case reaches has never been
// worked by hand, whatever the others prove. A default output counts as a rule. A decision that
// rests on a figure which is only remembered cannot stand in a golden case: its rules are counted
// apart.

#include <vector>

#include "policy/faults.h"
#include "policy/package.h"

namespace policy {

struct TableCoverage {
    std::vector<std::size_t> cases;  // for each rule, how many cases reach it
    std::size_t default_cases = 0;   // how many cases take the default output
    bool has_default = false;
    bool is_remembered = false;  // rests on a figure that is only remembered
};

// Runs every golden case and counts, for each table of the package in its order.
std::vector<TableCoverage> coverage_of(const Package& package);

// Names each rule no case reaches, with the row as it stands. Finds: policy.rule_not_reached.
void check_coverage(const Package& package, const std::vector<TableCoverage>& coverage,
                    Faults& faults);

}  // namespace policy
