#include "base/sheet_csv.h"

#include "base/csv.h"

namespace base {

namespace {

constexpr std::string_view runs = "=+-@\t\r";

// Whether a cell would be run, or is one that already carries marks and one more tells them apart.
bool wants_mark(std::string_view cell) {
    const std::size_t first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && runs.find(cell[first]) != std::string_view::npos;
}

}  // namespace

std::string sheet_to_csv(const Sheet& sheet) {
    std::string bytes;
    for (std::vector<std::string> row : sheet.rows) {
        for (std::string& cell : row) {
            if (wants_mark(cell)) {
                cell.insert(0, 1, '\'');
            }
        }
        append_csv_row_as_is(bytes, row);
    }
    return bytes;
}

Result<Sheet> sheet_from_csv(std::string name, std::string_view bytes) {
    TRY(std::vector<CsvRow> rows, parse_csv_rows(bytes));
    Sheet sheet{std::move(name), {}};
    for (CsvRow& row : rows) {
        for (std::string& cell : row.cells) {
            if (cell.starts_with('\'') && wants_mark(cell)) {
                cell.erase(0, 1);
            }
        }
        while (!row.cells.empty() && row.cells.back().empty()) {
            row.cells.pop_back();
        }
        sheet.rows.push_back(std::move(row.cells));
    }
    return sheet;
}

}  // namespace base
