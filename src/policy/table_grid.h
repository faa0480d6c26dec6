#pragma once
// A decision table of a DMN file as rows of texts, for whoever shows or changes it outside DMN: a
// spreadsheet, an editor. Reading gives every table of a file, cell for cell as written; writing
// puts changed rows back and leaves all else in the file as it was. Whether the cells make sense is
// for Package::load to say.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

struct GridColumn {
    enum class Kind { input, output, note };
    Kind kind = Kind::input;
    std::string heading;  // as people read it
    std::string text;     // of an input its expression; of an output or note its name

    friend bool operator==(const GridColumn&, const GridColumn&) = default;
};

struct GridRow {
    std::string id;  // of the rule; empty for a new one
    std::vector<std::string> cells;

    friend bool operator==(const GridRow&, const GridRow&) = default;
};

struct TableGrid {
    std::string file;        // "contribution.dmn"
    std::string id;          // of the table in its file
    std::string hit_policy;  // "UNIQUE", "COLLECT SUM"
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;

    friend bool operator==(const TableGrid&, const TableGrid&) = default;
};

// Reads all tables of a file in its order. An input that asks for nothing is "-".
// Refuses: policy.bad_dmn (a table without an id, a row with too many or too few cells), and the
// codes of xml.
Result<std::vector<TableGrid>> read_table_grids(const std::string& file, std::string_view bytes);

// Gives the file with the rows of `grid` in its table: rows with a known id are changed in place,
// those that are missing taken out, those without an id added, all in the order of the grid.
// Refuses: policy.table_unknown, policy.table_columns (the grid has other columns than the table),
// and what read_table_grids refuses.
Result<std::string> with_table_grid(const std::string& file, std::string_view bytes,
                                    const TableGrid& grid);

}  // namespace policy
