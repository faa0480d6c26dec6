#pragma once
// Every decision table of a package answers every combination of what its columns can be given, and
// one of hit policy UNIQUE answers it once. Both are found when the package is loaded, with the
// figures of every stretch of dates, and not when a person waits. The refusal names file, table
// and rule, and shows what is wrong as a row that could be pasted into the table.

#include <string_view>

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// What stands in the message of a gap before the row that is missing, its cells parted by tabs.
inline constexpr std::string_view gap_row_follows = "The row that is missing: ";

// Checks all tables. Needs the model's questions tied to its inputs.
// Finds: policy.table_overlap, policy.table_gap.
void check_tables(const Model& model, Faults& faults);

}  // namespace policy
