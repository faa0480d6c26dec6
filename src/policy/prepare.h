#pragma once
// Makes a run of a package's program ready for one person on one day: her facts, checked against
// their types, and the figures in force lie in their slots. Used to decide (evaluate.cc), to work
// the same out again with one step held (replay.h), and to look at a table once more (near_miss.h).

#include <vector>

#include "feel/run.h"
#include "policy/model.h"

namespace policy {

// The figure in force for each parameter of the program, by position; nullptr: none on the day.
using Figures = std::vector<const Parameter*>;

// Fills the slots that the decisions marked in `needed` read. Refuses: policy.unknown_fact,
// policy.fact_missing, policy.wrong_kind, policy.not_allowed.
Result<Figures> prepare(const Model& model, const Facts& facts, Date on,
                        const std::vector<bool>& needed, feel::Run& run);

}  // namespace policy
