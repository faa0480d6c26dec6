#pragma once
// The words of the pages on which rules are changed: what a sheet and its columns are called, what
// a cell may hold where there is a list of it, how a difference and a fault are shown. Names that
// the files of a package use (short names, expressions) are marked as code, so that they are never
// taken for words of the page.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "govuk/html.h"
#include "policy/difference.h"
#include "policy/package_history.h"
#include "policy/sheet_grid.h"

namespace web {

using govuk::Html;

// Writes a text in which each word that is a name of the files (price_per_hour, Rates.limit) stands
// as code.
Html with_code(std::string_view text);

// Keeps words together in a cell of a table that folds: there each piece would be a column.
Html in_cell(const Html& words);

// Gives what a sheet is called: "Figures", "Questions", "Table of food points".
std::string sheet_title(const policy::SheetGrid& grid);
// Says in a sentence what stands in it.
std::string sheet_purpose(const policy::SheetGrid& grid);

// Gives what a column is called; may hold names of the files.
std::string column_title(const policy::SheetGrid& grid, std::size_t column);
// Gives all that a cell of the column may hold, where that is a short list; "" stands for empty.
std::vector<std::string> column_choices(const policy::SheetGrid& grid, std::size_t column);
// Gives what tells a row from the others: "price_per_hour from 2006-04-01".
std::string row_name(const policy::SheetGrid& grid, const policy::GridRow& row);

// Writes what differs as tables, one for each part; at most `changes_max` changes, and how many
// more there are. A sentence when there is none.
Html difference_part(const std::vector<policy::PackageChange>& changes, std::size_t changes_max);

// Says on which days a version is in force: "From 1 April 2006 to 31 March 2007; from 1 April
// 2009".
std::string days_words(const std::vector<policy::InForce>& days);

// "3 changes: 2 changed, 1 added"; "No change yet".
std::string counted_changes(const std::vector<policy::PackageChange>& changes);

}  // namespace web
