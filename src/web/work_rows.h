#pragma once
// The rows of a caseload on a page: why each thing is there and the link of the next act.

#include <string>
#include <vector>

#include "casework/caseload.h"
#include "govuk/html.h"

namespace web {

// Gives the page of the next act for a row.
std::string href_of(const casework::WorkItem& item);

// Writes the rows as a table that folds; `names` leaves the column of names out where all rows are
// of one person.
govuk::Html work_table(const std::vector<casework::WorkItem>& items, const std::string& caption,
                       bool with_names);

}  // namespace web
