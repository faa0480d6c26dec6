#pragma once
// Take-up, waits and the money of budgets in force by client group, on a day: the figures the
// programme asks of every council. Read from dated steps; no person's record is opened.

#include <string>
#include <vector>

#include "base/result.h"
#include "casework/desk.h"
#include "people/take_up.h"

namespace casework {

// Counts, for those who carry a caseload.
Result<std::vector<people::GroupTakeUp>> take_up_report(Desk& desk);

// Writes the same as CSV, days and pence exact; counts below the smallest shown are "fewer than 5"
// and their days and sums empty.
std::string take_up_csv(const std::vector<people::GroupTakeUp>& groups);

}  // namespace casework
