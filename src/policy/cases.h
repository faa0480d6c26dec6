#pragma once
// Golden cases: persons of a package whose every subtotal is known beforehand. Running them
// compares each expected value with what the decisions give; one that differs is named with both
// values.

#include <optional>
#include <string>
#include <vector>

#include "policy/package.h"

namespace policy {

struct CaseComparison {
    std::string name;  // decision, or decision.member
    std::string expected;
    std::string found;
    bool agrees = false;
    std::size_t line = 0;  // in cases.csv
};

struct CaseOutcome {
    std::string name;
    Date on;
    std::vector<CaseComparison> comparisons;
    std::optional<Error> refused;  // when the decisions could not be worked out

    bool passed() const;
};

// Reads the facts of a case. Refuses: policy.unknown_name and what read_answer refuses.
Result<Facts> facts_of(const Package& package, const GoldenCase& golden);

// Names the decisions a case expects something of.
std::vector<std::string> expected_decisions(const GoldenCase& golden);

// Runs every golden case.
std::vector<CaseOutcome> run_cases(const Package& package);

}  // namespace policy
