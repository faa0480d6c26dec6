#include "policy/package_sheets.h"

#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "policy/table_grid.h"

namespace policy {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::string_view csv_files[] = {"streams.csv", "parameters.csv", "questionnaire.csv",
                                          "cases.csv"};
constexpr std::size_t sheet_name_max = 31;
constexpr std::size_t rows_before_rules = 3;

std::string_view word(GridColumn::Kind kind) {
    switch (kind) {
        case GridColumn::Kind::input:
            return "if";
        case GridColumn::Kind::output:
            return "then";
        case GridColumn::Kind::note:
            return "because";
    }
    return "";
}

void drop_empty_end(std::vector<std::string>& row) {
    while (!row.empty() && row.back().empty()) {
        row.pop_back();
    }
}

// Rows as a spreadsheet gives them back: without empty cells at the end and empty rows last.
Rows plain(Rows rows) {
    for (auto& row : rows) {
        drop_empty_end(row);
    }
    while (!rows.empty() && rows.back().empty()) {
        rows.pop_back();
    }
    return rows;
}

Result<Rows> rows_of_csv(const std::string& file, std::string_view bytes) {
    Result<std::vector<base::CsvRow>> read = base::parse_csv_rows(bytes);
    if (!read) {
        return base::at(file, read.error());
    }
    Rows rows;
    for (base::CsvRow& row : *read) {
        rows.push_back(std::move(row.cells));
    }
    return plain(std::move(rows));
}

// The same rows in the spelling of the file they stood in.
std::string csv_of(const Rows& rows, std::string_view before) {
    const std::size_t width = rows.empty() ? 0 : rows.front().size();
    std::string bytes;
    for (std::vector<std::string> row : rows) {
        if (row.empty()) {
            continue;
        }
        row.resize(std::max(width, row.size()));
        base::append_csv_row_as_is(bytes, row);
    }
    if (before.find("\r\n") == std::string_view::npos) {
        bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    }
    return bytes;
}

Rows rows_of_grid(const TableGrid& grid) {
    Rows rows(rows_before_rules);
    rows[0] = {std::string(table_sheet_mark), grid.file, grid.id, grid.hit_policy};
    rows[1] = {"rule"};
    rows[2] = {"id"};
    for (const GridColumn& column : grid.columns) {
        rows[1].push_back(column.heading);
        rows[2].push_back(std::string(word(column.kind)) +
                          (column.text.empty() ? "" : " " + column.text));
    }
    for (const GridRow& row : grid.rows) {
        rows.push_back({row.id});
        rows.back().insert(rows.back().end(), row.cells.begin(), row.cells.end());
    }
    return plain(std::move(rows));
}

// Gives `grid` with the rules of a sheet. Refuses: policy.table_columns.
Result<TableGrid> grid_from(TableGrid grid, const base::Sheet& sheet) {
    const Rows rows = plain(sheet.rows);
    const Rows wanted = rows_of_grid(grid);
    const auto heads_differ = [&](std::size_t row) {
        return row >= rows.size() || rows[row] != wanted[row];
    };
    if (heads_differ(0) || heads_differ(1) || heads_differ(2)) {
        return Error{"policy.table_columns",
                     "The first three rows of a table say what it is and may not be changed. "
                     "Take the sheet anew from the package and change the rows below.",
                     sheet.name};
    }
    grid.rows.clear();
    for (std::size_t at = rows_before_rules; at < rows.size(); ++at) {
        std::vector<std::string> cells = rows[at];
        if (cells.empty()) {
            continue;
        }
        if (cells.size() > grid.columns.size() + 1) {
            return Error{"policy.table_columns", "The row has more cells than there are columns.",
                         sheet.name + ", row " + std::to_string(at + 1)};
        }
        cells.resize(grid.columns.size() + 1);
        GridRow row{cells[0], {cells.begin() + 1, cells.end()}};
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            row.cells[column] = std::string(base::trim(row.cells[column]));
            if (row.cells[column].empty() && grid.columns[column].kind == GridColumn::Kind::input) {
                row.cells[column] = "-";
            }
        }
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

// Excel takes 31 characters, and capitals for small letters.
std::string sheet_name(const std::string& id, std::set<std::string>& taken) {
    std::string name = id.substr(0, sheet_name_max);
    for (std::size_t number = 2; !taken.insert(base::lower(name)).second; ++number) {
        const std::string end = "~" + std::to_string(number);
        name = id.substr(0, sheet_name_max - end.size()) + end;
    }
    return name;
}

Result<std::vector<TableGrid>> all_grids(const Files& files) {
    std::vector<TableGrid> all;
    for (const auto& [file, bytes] : files) {
        if (file.ends_with(".dmn")) {
            TRY(std::vector<TableGrid> grids, read_table_grids(file, bytes));
            std::move(grids.begin(), grids.end(), std::back_inserter(all));
        }
    }
    return all;
}

Outcome put_table(Files& files, const std::vector<TableGrid>& grids, const base::Sheet& sheet) {
    const auto& head = sheet.rows.front();
    const auto grid = std::find_if(grids.begin(), grids.end(), [&](const TableGrid& each) {
        return head.size() >= 3 && each.file == head[1] && each.id == head[2];
    });
    if (grid == grids.end()) {
        return Error{"policy.table_unknown", "The package has no such table.", sheet.name};
    }
    TRY(const TableGrid wanted, grid_from(*grid, sheet));
    TRY(files[grid->file], with_table_grid(grid->file, files[grid->file], wanted));
    return Done{};
}

Outcome put_csv(Files& files, const base::Sheet& sheet) {
    const std::string file = sheet.name + ".csv";
    const bool is_known =
        std::find(std::begin(csv_files), std::end(csv_files), file) != std::end(csv_files) &&
        files.contains(file);
    if (!is_known) {
        return Error{"policy.sheet_unknown",
                     "This sheet is neither a file of the package nor one of its tables. Take it "
                     "out, or take its name from the package.",
                     sheet.name};
    }
    TRY(const Rows before, rows_of_csv(file, files[file]));
    const Rows after = plain(sheet.rows);
    if (after != before) {
        files[file] = csv_of(after, files[file]);
    }
    return Done{};
}

}  // namespace

Result<base::Workbook> sheets_of(const Files& files) {
    base::Workbook workbook;
    std::set<std::string> taken;
    for (const std::string_view file : csv_files) {
        const auto found = files.find(std::string(file));
        if (found != files.end()) {
            TRY(Rows rows, rows_of_csv(found->first, found->second));
            const std::string stem(file.substr(0, file.rfind('.')));
            workbook.push_back({sheet_name(stem, taken), std::move(rows)});
        }
    }
    TRY(const std::vector<TableGrid> grids, all_grids(files));
    for (const TableGrid& grid : grids) {
        workbook.push_back({sheet_name(grid.id, taken), rows_of_grid(grid)});
    }
    return workbook;
}

Result<Files> with_sheets(const Files& files, const base::Workbook& workbook) {
    Files changed = files;
    TRY(const std::vector<TableGrid> grids, all_grids(files));
    for (const base::Sheet& sheet : workbook) {
        const bool is_table = !sheet.rows.empty() && !sheet.rows.front().empty() &&
                              sheet.rows.front().front() == table_sheet_mark;
        TRY_DONE(is_table ? put_table(changed, grids, sheet) : put_csv(changed, sheet));
    }
    return changed;
}

}  // namespace policy
