#pragma once
// One sheet of a package as an editor shows it: a CSV file or a decision table, with its columns by
// name and every row as wide as they are. Changed rows are put back into the files, and all else
// stays byte for byte. Rows that somebody changed on a page are put into a sheet that somebody else
// may have changed meanwhile: each row carries the mark of what it was, so that nobody's row is
// lost and none is written over unseen. Whether the package still holds together is for inspect.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"
#include "policy/table_grid.h"

namespace policy {

struct SheetGrid {
    std::string name = {};        // of the sheet, as in package_sheets: "parameters", "band"
    std::string file = {};        // "parameters.csv", "allocation.dmn"
    std::string table = {};       // id of the decision table; empty: a CSV file
    std::string hit_policy = {};  // of a table
    // Of a CSV file every column is an input, heading and text both its name.
    std::vector<GridColumn> columns = {};
    std::vector<GridRow> rows = {};  // of a CSV file without ids

    bool is_table() const { return !table.empty(); }

    friend bool operator==(const SheetGrid&, const SheetGrid&) = default;
};

// Gives every sheet, the CSV files first. Refuses what sheets_of refuses.
Result<std::vector<SheetGrid>> sheet_grids(const Files& files);

// Gives one sheet. Refuses: policy.sheet_unknown, and what sheets_of refuses.
Result<SheetGrid> sheet_grid(const Files& files, std::string_view name);

// Gives the files with the rows of `grid` in its sheet. Rows of nothing but empty cells are left
// out; an empty cell of an input column of a table becomes "-".
// Refuses: policy.sheet_unknown, policy.table_columns (a row of another width, an id twice), and
// what with_sheets refuses.
Result<Files> with_sheet_grid(const Files& files, const SheetGrid& grid);

// Gives the mark of a row: rows that say the same have the same.
std::string mark_of(const GridRow& row);

// A row as it came back from a page.
struct EditedRow {
    std::string was;  // the mark of the row it was shown as; empty for a row that was added
    GridRow row;
};

// Rows a page showed (from `first`, `count` of them) and what they became.
struct EditedRows {
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<EditedRow> rows;
};

// Gives the sheet with the rows of a page in the place of those it showed. Meant for the very sheet
// the page was made from. Refuses: policy.table_columns (there are not so many rows).
Result<SheetGrid> with_edited(SheetGrid grid, const EditedRows& edited);

// What became of edited rows in a sheet that was changed meanwhile.
struct Rebased {
    EditedRows edited;  // over the rows of the sheet as it is now: both people's rows
    // By the position in `edited.rows`: rows whose original is not in the sheet any more. They
    // stand after it as rows of their own, without an id, for a person to look at.
    std::vector<std::size_t> without_original;
};

// Puts edited rows over the rows of the sheet as it is now: a row that was changed goes into the
// place of the row it was; one that was left alone stays as the sheet has it now; one taken out
// stays out only where nobody changed it.
// `before` are the marks of the rows the page had shown, in their order.
Rebased rebase(const SheetGrid& now, const EditedRows& edited,
               const std::vector<std::string>& before);

}  // namespace policy
