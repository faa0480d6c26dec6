#pragma once
// Looks a package through as it is looked through before it is published: all that loading asks,
// and beyond it that every decision names its law, every rule gives its reason and is reached by a
// golden case, every sum states what it counts, and every golden case holds. It finds every fault,
// each with file, table and row. The verb check-policy prints it.

#include <vector>

#include "policy/package.h"

namespace policy {

struct Inspection {
    std::vector<Error> faults;
    // What was looked at, when the package could be loaded.
    std::size_t decisions = 0;
    std::size_t tables = 0;
    std::size_t rules = 0;
    std::size_t rules_reached = 0;
    std::size_t rules_remembered = 0;  // rest on a figure only remembered: in no golden case
    std::size_t cases = 0;
};

// Inspects the files of a package. Finds what Package::load refuses, and policy.no_description,
// policy.no_source, policy.no_reason, policy.rule_not_reached, policy.unit_not_stated,
// policy.case_differs.
Inspection inspect(PackageId id, const Files& files);

}  // namespace policy
