#pragma once
// What differs between two packages, and what they come to for the same people, as JSON: the output
// of `onepurse difference --json` and `onepurse compare-packages --json`. Described in
// docs/formats/difference.schema.json and docs/formats/comparison.schema.json.

#include <vector>

#include "base/json_fwd.h"
#include "policy/compare_packages.h"
#include "policy/difference.h"

namespace policy {

json::value difference_json(const Files& before, const Files& after,
                            const std::vector<PackageChange>& changes);

json::value comparison_json(const PackageComparison& comparison);

}  // namespace policy
