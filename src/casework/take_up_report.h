#pragma once
// Take-up, waits and the money of budgets in force by client group, on a day: the figures the
// programme asks of every council. Read from dated steps; no person's record is opened. What may be
// shown of them is decided here, once, for the page and the file: both print a TakeUpRow.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "casework/desk.h"
#include "people/take_up.h"

namespace casework {

struct TakeUp {
    std::vector<people::GroupTakeUp> groups = {};
    people::GroupTakeUp together = {};
};

// Counts, for those who carry a caseload.
Result<TakeUp> take_up_report(Desk& desk);

// What may be shown of one stage of one group. Counts are rounded; a text is never more exact than
// people::publish lets it be.
struct ShownStage {
    std::string reached = {};      // "20", "Fewer than 5", "Not shown"
    std::string median_days = {};  // empty: not shown
    std::string longest_days = {};
};

struct TakeUpRow {
    std::optional<people::ClientGroup> group = {};  // none: all groups together
    ShownStage asked = {};                          // no days
    ShownStage answered = {};
    ShownStage decided = {};
    ShownStage agreed_plan = {};
    ShownStage began = {};
    ShownStage in_force = {};          // no days
    std::optional<Money> agreed = {};  // in whole hundreds of pounds; none: not shown
};

// Says what may be shown: a row for each group, then one for all together.
std::vector<TakeUpRow> shown_take_up(const TakeUp& take_up);

// Writes the same as CSV.
std::string take_up_csv(const TakeUp& take_up);

}  // namespace casework
