#pragma once
// Rows as a spreadsheet puts them on the clipboard: cells parted by tabs, rows by line ends, cells
// with tabs, line ends or quotation marks in quotation marks. Text with commas is read as CSV. The
// first line may be the headings; then its order counts and columns may be missing. What does not
// fit is refused with its row, before anything of it is kept.

#include <string_view>

#include "policy/sheet_grid.h"

namespace policy {

struct PastedRows {
    bool had_headings = false;
    std::vector<std::size_t>
        columns;                // which columns of the sheet were given, in the sheet's order
    std::vector<GridRow> rows;  // as wide as the sheet; cells of columns not given are empty
};

// Reads what was pasted for a sheet. The rule ids of a table may be the first column, under the
// heading "rule" or "id". At most 5,000 rows.
// Refuses: policy.nothing_pasted, policy.pasted_columns, policy.pasted_rows (too many), csv.quote,
// and the codes of text (a control character) with row and column.
Result<PastedRows> read_pasted_rows(std::string_view text, const SheetGrid& grid);

// What becomes of the rows that are there.
enum class PasteAs {
    merge,    // a row with the same key is changed, others are added at the end
    add,      // all are added at the end
    replace,  // they are all the rows there are
};

// Gives the sheet with what was pasted. Merging goes by the rule's id, or by what makes a row of
// the CSV file one: id and valid_from of parameters, question and answer, id of streams; case, what
// and name. Columns that were not given stay as they are. An added row of a table gets a new id.
SheetGrid with_pasted(SheetGrid grid, const PastedRows& pasted, PasteAs as);

}  // namespace policy
