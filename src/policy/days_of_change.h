#pragma once
// The figures of a package change on certain days; between two of them every day is alike. What is
// proven of a package is proven for each such stretch, with the figures that hold on it.

#include <cstdint>
#include <set>
#include <vector>

#include "base/date.h"
#include "feel/run.h"
#include "policy/model.h"

namespace policy {

// Gives the days on which one of the figures changes; one day when there are none.
std::vector<Date> days_of_change(const Model& model, const std::set<std::uint32_t>& figures);

// Gives the row of a figure in force on a day; nullptr when there is none.
const Parameter* figure_on(const Model& model, std::size_t figure, Date on);

// Puts the figures of a day into a run; false when one has no value.
bool put_figures(const Model& model, const std::set<std::uint32_t>& figures, Date on,
                 feel::Run& run);

}  // namespace policy
