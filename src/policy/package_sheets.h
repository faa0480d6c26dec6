#pragma once
// A policy package as the sheets of a workbook, and back: one sheet for each CSV file and one for
// each decision table, so that an analyst changes figures and rules in the program she knows. What
// is not in a workbook (the text of the decisions, the README) stays as it is in the package.
// Whether the package still holds together is for Package::load to say.

#include <string_view>

#include "base/xlsx.h"
#include "policy/package.h"

namespace policy {

// What the first cell of a table's sheet says.
inline constexpr std::string_view table_sheet_mark = "Decision table";

// Gives the sheets: those of the CSV files by their name, then the tables by their id. The sheet of
// a table begins with three rows of its own: what it is, the headings, and what each column asks or
// gives. Its first column holds the ids of the rules; a new row leaves it empty.
// Refuses: the codes of csv and of read_table_grids.
Result<base::Workbook> sheets_of(const Files& files);

// Gives the files with what the sheets say in the place of what they said. Files that say the same
// stay as they were, byte for byte; a sheet that is missing changes nothing.
// Refuses: policy.sheet_unknown (with the sheet), policy.table_columns, policy.table_unknown, and
// what sheets_of refuses.
Result<Files> with_sheets(const Files& files, const base::Workbook& workbook);

}  // namespace policy
