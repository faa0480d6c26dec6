#include "policy/sheet_grid.h"

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "policy/package_sheets.h"

namespace policy {

namespace {

constexpr std::string_view csv_end = ".csv";
constexpr std::size_t mark_length = 16;

Result<SheetGrid> grid_of_csv(const base::Sheet& sheet) {
    SheetGrid grid;
    grid.name = sheet.name;
    grid.file = sheet.name + std::string(csv_end);
    if (!sheet.rows.empty()) {
        for (const std::string& name : sheet.rows.front()) {
            grid.columns.push_back({GridColumn::Kind::input, name, name});
        }
    }
    for (std::size_t at = 1; at < sheet.rows.size(); ++at) {
        GridRow row{"", sheet.rows[at]};
        // A row that is too long is a fault of the file; it is kept, and told by whoever loads it.
        row.cells.resize(std::max(grid.columns.size(), row.cells.size()));
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

SheetGrid grid_of_table(const base::Sheet& sheet, TableGrid table) {
    return SheetGrid{
        sheet.name,           table.file, table.id, table.hit_policy, std::move(table.columns),
        std::move(table.rows)};
}

bool is_blank(const GridRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
}

Error sheet_unknown(std::string_view name) {
    return Error{"policy.sheet_unknown",
                 "The package has no such sheet. Open the list of its sheets and choose again.",
                 std::string(name)};
}

// The place of each mark in a sheet; rows that say the same come in their order.
class RowsByMark {
public:
    explicit RowsByMark(const SheetGrid& grid) {
        for (std::size_t at = 0; at < grid.rows.size(); ++at) {
            places_[mark_of(grid.rows[at])].push_back(at);
        }
    }
    // Takes the next row of a mark that nobody took.
    std::optional<std::size_t> take(const std::string& mark) {
        const auto found = places_.find(mark);
        if (found == places_.end() || found->second.empty()) {
            return std::nullopt;
        }
        const std::size_t at = found->second.front();
        found->second.erase(found->second.begin());
        return at;
    }

private:
    std::map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace

Result<std::vector<SheetGrid>> sheet_grids(const Files& files) {
    TRY(const base::Workbook workbook, sheets_of(files));
    std::map<std::pair<std::string, std::string>, TableGrid> tables;
    for (const auto& [file, bytes] : files) {
        if (file.ends_with(".dmn")) {
            TRY(std::vector<TableGrid> read, read_table_grids(file, bytes));
            for (TableGrid& table : read) {
                std::pair key(file, table.id);
                tables.emplace(std::move(key), std::move(table));
            }
        }
    }
    std::vector<SheetGrid> grids;
    for (const base::Sheet& sheet : workbook) {
        if (files.contains(sheet.name + std::string(csv_end)) &&
            (sheet.rows.empty() || sheet.rows.front().size() != 4 ||
             !tables.contains({sheet.rows.front()[1], sheet.rows.front()[2]}))) {
            TRY(SheetGrid grid, grid_of_csv(sheet));
            grids.push_back(std::move(grid));
            continue;
        }
        const auto found = tables.find({sheet.rows[0][1], sheet.rows[0][2]});
        CHECK(found != tables.end());
        grids.push_back(grid_of_table(sheet, found->second));
    }
    return grids;
}

Result<SheetGrid> sheet_grid(const Files& files, std::string_view name) {
    TRY(std::vector<SheetGrid> grids, sheet_grids(files));
    for (SheetGrid& grid : grids) {
        if (grid.name == name) {
            return std::move(grid);
        }
    }
    return sheet_unknown(name);
}

Result<Files> with_sheet_grid(const Files& files, const SheetGrid& grid) {
    TRY(const SheetGrid before, sheet_grid(files, grid.name));
    if (before == grid) {
        return files;
    }
    const std::size_t width = grid.columns.size();
    for (std::size_t at = 0; at < grid.rows.size(); ++at) {
        const bool was_so = at < before.rows.size() && before.rows[at] == grid.rows[at];
        if (grid.rows[at].cells.size() != width && !was_so) {
            return Error{"policy.table_columns",
                         "The row has " + std::to_string(grid.rows[at].cells.size()) +
                             " cells for " + std::to_string(width) + " columns.",
                         grid.name + ", row " + std::to_string(at + 1)};
        }
    }
    Files changed = files;
    if (!grid.is_table()) {
        base::Sheet sheet{grid.name, {{}}};
        for (const GridColumn& column : grid.columns) {
            sheet.rows.front().push_back(column.text);
        }
        for (const GridRow& row : grid.rows) {
            sheet.rows.push_back(row.cells);
        }
        return with_sheets(files, {sheet});
    }
    TableGrid table{grid.file, grid.table, grid.hit_policy, grid.columns, {}};
    for (GridRow row : grid.rows) {
        if (row.id.empty() && is_blank(row)) {
            continue;
        }
        for (std::size_t at = 0; at < width; ++at) {
            if (row.cells[at].empty() && grid.columns[at].kind == GridColumn::Kind::input) {
                row.cells[at] = "-";
            }
        }
        table.rows.push_back(std::move(row));
    }
    TRY(changed[grid.file], with_table_grid(grid.file, changed[grid.file], table));
    return changed;
}

std::string mark_of(const GridRow& row) {
    std::string said = row.id;
    for (const std::string& cell : row.cells) {
        said += '\0';
        said += cell;
    }
    return base::digest(said).substr(0, mark_length);
}

Result<SheetGrid> with_edited(SheetGrid grid, const EditedRows& edited) {
    if (edited.first > grid.rows.size() || edited.count > grid.rows.size() - edited.first) {
        return Error{"policy.table_columns",
                     "The sheet has fewer rows than this page showed. Open it again.", grid.name};
    }
    const auto begin = grid.rows.begin() + static_cast<std::ptrdiff_t>(edited.first);
    std::vector<GridRow> rows(grid.rows.begin(), begin);
    for (const EditedRow& each : edited.rows) {
        rows.push_back(each.row);
    }
    rows.insert(rows.end(), begin + static_cast<std::ptrdiff_t>(edited.count), grid.rows.end());
    grid.rows = std::move(rows);
    return grid;
}

Rebased rebase(const SheetGrid& now, const EditedRows& edited,
               const std::vector<std::string>& before) {
    RowsByMark left(now);
    // Where each row the page showed stands now, and the stretch they and the page reach over.
    std::map<std::string, std::vector<std::size_t>> stands;
    std::size_t first = std::min(edited.first, now.rows.size());
    std::size_t last = first + std::min(edited.count, now.rows.size() - first);
    for (const std::string& mark : before) {
        if (const auto at = left.take(mark)) {
            stands[mark].push_back(*at);
            first = std::min(first, *at);
            last = std::max(last, *at + 1);
        }
    }
    Rebased made;
    made.edited.first = first;
    made.edited.count = last - first;
    // What each of these rows becomes; the edited ones in the place of what they were.
    std::map<std::size_t, EditedRow> becomes;
    std::vector<EditedRow> added;
    std::vector<EditedRow> lost;
    for (const EditedRow& each : edited.rows) {
        auto& places = stands[each.was];
        if (each.was.empty()) {
            added.push_back(each);
        } else if (!places.empty()) {
            becomes.emplace(places.front(), each);
            places.erase(places.begin());
        } else if (mark_of(each.row) != each.was) {
            // Somebody changed or took out the row this one was: both stay, for a person to see.
            lost.push_back({"", {"", each.row.cells}});
        }
    }
    std::vector<bool> taken_out(now.rows.size(), false);
    for (const auto& [mark, places] : stands) {
        for (const std::size_t at : places) {
            taken_out[at] = true;  // the page left it out, and nobody else changed it
        }
    }
    for (std::size_t at = first; at < last; ++at) {
        const auto found = becomes.find(at);
        if (found != becomes.end()) {
            made.edited.rows.push_back(found->second);
        } else if (!taken_out[at]) {
            made.edited.rows.push_back({mark_of(now.rows[at]), now.rows[at]});
        }
    }
    for (EditedRow& each : added) {
        made.edited.rows.push_back(std::move(each));
    }
    for (EditedRow& each : lost) {
        made.without_original.push_back(made.edited.rows.size());
        made.edited.rows.push_back(std::move(each));
    }
    return made;
}

}  // namespace policy
