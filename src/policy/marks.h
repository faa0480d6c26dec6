#pragma once
// A sum is as sure as the least sure figure it stands on. Here the weakest mark of the figures
// behind a sum is found: from a working that was done (exact), or from what a decision can read at
// all on a day (where only the sum was kept). Pages show it beside the sum.

#include <optional>
#include <string_view>
#include <vector>

#include "policy/explain.h"
#include "policy/package.h"

namespace policy {

// Gives the less sure of two marks; nothing stands for "no figure was used".
std::optional<Mark> weaker(std::optional<Mark> a, std::optional<Mark> b);

// Gives the weakest mark among the figures of a working; nothing when no figure was used.
std::optional<Mark> weakest_mark(const std::vector<Explanation>& lines);

// Gives the weakest mark among the figures a decision, and all it stands on, may read on a day;
// nothing when there is no such decision or it reads none.
std::optional<Mark> weakest_mark(const Package& package, std::string_view decision, Date on);

}  // namespace policy
