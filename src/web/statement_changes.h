#pragma once
// The part of a statement that says what changed: each change of the budget with its reason and
// every dated difference in pounds, and the bills for what a person pays herself. Used by the
// statement and, for one change before it is made, by the pages that change a budget.

#include <string>
#include <vector>

#include "casework/see_changes.h"
#include "govuk/html.h"
#include "web/visit.h"

namespace web {

// Writes the changes and bills of some dates; nothing where there are none.
// Refuses: as casework::see_changes.
Result<govuk::Html> statement_changes(Visit& visit, PersonId person, const Period& period);

// Writes dated differences as a table.
govuk::Html deltas_table(const std::string& caption, const std::vector<casework::NamedDelta>& rows);

}  // namespace web
