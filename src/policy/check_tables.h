#pragma once
// Every decision table of a package answers every combination of what its columns can be given, and
// one of hit policy UNIQUE answers it once. Both are found when the package is loaded, with the
// figures of every stretch of dates, and not when a person waits. The refusal names file, table
// and rule, and shows what is wrong as a row that could be pasted into the table.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks all tables. Needs the model's questions tied to its inputs.
// Finds: policy.table_overlap, policy.table_gap.
void check_tables(const Model& model, Faults& faults);

}  // namespace policy
