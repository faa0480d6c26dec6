#include "policy/pasted_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/csv.h"
#include "base/text.h"

namespace policy {

namespace {

using Lines = std::vector<std::vector<std::string>>;

constexpr std::size_t rows_max = 5000;
constexpr std::size_t cell_length_max = 4000;

// Cuts text of a clipboard: tabs between cells. A cell in quotation marks may hold anything; a
// quotation mark that does not begin a cell is a letter like another (`"alone","some"` of FEEL).
Lines cut_at_tabs(std::string_view text) {
    Lines lines(1, std::vector<std::string>(1));
    for (std::size_t at = 0; at < text.size();) {
        std::string& cell = lines.back().back();
        const char c = text[at];
        if (c == '"' && cell.empty()) {
            // Only a cell that is closed before a tab, a line end or the end is a quoted one.
            std::string inner;
            std::size_t end = at + 1;
            bool is_closed = false;
            for (; end < text.size(); ++end) {
                if (text[end] != '"') {
                    inner += text[end];
                } else if (end + 1 < text.size() && text[end + 1] == '"') {
                    inner += text[end++];
                } else {
                    is_closed = true;
                    break;
                }
            }
            const std::size_t after = end + 1;
            const bool ends_cell = after >= text.size() || text[after] == '\t' ||
                                   text[after] == '\n' || text[after] == '\r';
            // A text of FEEL ("alone") is quoted too; only what needs it was quoted by the program.
            const bool needs_it = inner.find_first_of("\t\n\r\"") != std::string::npos;
            if (is_closed && ends_cell && needs_it) {
                cell = std::move(inner);
                at = after;
                continue;
            }
        }
        if (c == '\t') {
            lines.back().emplace_back();
        } else if (c == '\n') {
            lines.emplace_back(1);
        } else if (c != '\r') {
            cell += c;
        }
        ++at;
    }
    return lines;
}

Result<Lines> cut(std::string_view text) {
    if (text.find('\t') != std::string_view::npos) {
        return cut_at_tabs(text);
    }
    TRY(std::vector<base::CsvRow> rows, base::parse_csv_rows(text));
    Lines lines;
    for (base::CsvRow& row : rows) {
        lines.push_back(std::move(row.cells));
    }
    return lines;
}

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return base::trim(cell).empty(); });
}

std::string plain_heading(std::string_view text) {
    return base::lower(base::trim(text));
}

// Which column of the sheet a heading names: its number from 0, or `id` for the id of a rule.
constexpr std::size_t id_column = static_cast<std::size_t>(-1);

std::optional<std::size_t> named(const SheetGrid& grid, const std::string& heading) {
    const std::string wanted = plain_heading(heading);
    for (std::size_t at = 0; at < grid.columns.size(); ++at) {
        if (plain_heading(grid.columns[at].heading) == wanted ||
            plain_heading(grid.columns[at].text) == wanted) {
            return at;
        }
    }
    if (grid.is_table() && (wanted == "rule" || wanted == "id")) {
        return id_column;
    }
    return std::nullopt;
}

// The columns of the first line when all its cells are headings; nothing when it is a row.
Result<std::optional<std::vector<std::size_t>>> headings(const SheetGrid& grid,
                                                         const std::vector<std::string>& line) {
    std::vector<std::size_t> columns;
    std::vector<std::string> unknown;
    for (const std::string& cell : line) {
        if (const auto at = named(grid, cell)) {
            columns.push_back(*at);
        } else {
            unknown.push_back(cell);
        }
    }
    if (columns.empty() || columns.size() < unknown.size()) {
        return std::optional<std::vector<std::size_t>>();
    }
    if (!unknown.empty()) {
        return Error{"policy.pasted_columns",
                     "The first line names columns of this sheet, but not “" + unknown.front() +
                         "”. Take that column out, or give it a name of the sheet.",
                     "row 1"};
    }
    std::vector<std::size_t> sorted = columns;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
        return Error{"policy.pasted_columns", "The first line names a column twice.", "row 1"};
    }
    return std::optional(std::move(columns));
}

// Without headings: all columns, of a table with or without the id of the rule before them.
std::vector<std::size_t> all_columns(const SheetGrid& grid, std::size_t width) {
    std::vector<std::size_t> columns(grid.columns.size());
    std::iota(columns.begin(), columns.end(), 0U);
    if (grid.is_table() && width == grid.columns.size() + 1) {
        columns.insert(columns.begin(), id_column);
    }
    return columns;
}

// The columns that make a row of a CSV file one.
std::vector<std::size_t> key_columns(const SheetGrid& grid) {
    struct Key {
        std::string_view sheet;
        std::array<std::string_view, 3> columns;
    };
    constexpr Key keys[] = {{"parameters", {"id", "valid_from", ""}},
                            {"questionnaire", {"question", "answer", ""}},
                            {"streams", {"id", "", ""}},
                            {"cases", {"case", "what", "name"}}};
    std::vector<std::size_t> columns;
    for (const Key& key : keys) {
        if (key.sheet != grid.name || grid.is_table()) {
            continue;
        }
        for (const std::string_view name : key.columns) {
            const auto at = named(grid, std::string(name));
            if (!name.empty() && at) {
                columns.push_back(*at);
            }
        }
    }
    return columns;
}

std::string key_of(const SheetGrid& grid, const std::vector<std::size_t>& columns,
                   const GridRow& row) {
    if (grid.is_table()) {
        return row.id;
    }
    std::string key;
    for (const std::size_t at : columns) {
        key += (at < row.cells.size() ? row.cells[at] : std::string()) + '\0';
    }
    return key;
}

}  // namespace

Result<PastedRows> read_pasted_rows(std::string_view text, const SheetGrid& grid) {
    if (base::trim(text).empty()) {
        return Error{"policy.nothing_pasted", "Paste at least one row."};
    }
    TRY(Lines lines, cut(text));
    lines.erase(std::remove_if(lines.begin(), lines.end(), is_blank), lines.end());
    TRY(const auto named_columns, headings(grid, lines.front()));
    PastedRows pasted;
    pasted.had_headings = named_columns.has_value();
    std::size_t width = 0;
    for (const auto& line : lines) {
        width = std::max(width, line.size());
    }
    const std::vector<std::size_t> columns =
        named_columns ? *named_columns : all_columns(grid, width);
    if (lines.size() > rows_max) {
        return Error{"policy.pasted_rows", "At most " + std::to_string(rows_max) +
                                               " rows can be pasted at once. Send the rest after."};
    }
    for (std::size_t at = pasted.had_headings ? 1 : 0; at < lines.size(); ++at) {
        GridRow row{"", std::vector<std::string>(grid.columns.size())};
        for (std::size_t cell = 0; cell < lines[at].size(); ++cell) {
            const std::string place =
                "row " + std::to_string(at + 1) + ", cell " + std::to_string(cell + 1);
            if (cell >= columns.size()) {
                if (base::trim(lines[at][cell]).empty()) {
                    continue;
                }
                return Error{"policy.pasted_columns",
                             "The row has " + std::to_string(lines[at].size()) +
                                 " cells, but there are " + std::to_string(columns.size()) +
                                 " columns.",
                             place};
            }
            const Result<std::string> plain = base::plain_text(lines[at][cell], cell_length_max);
            if (!plain) {
                return base::at(place, plain.error());
            }
            (columns[cell] == id_column ? row.id : row.cells[columns[cell]]) = *plain;
        }
        pasted.rows.push_back(std::move(row));
    }
    if (pasted.rows.empty()) {
        return Error{"policy.nothing_pasted", "Only headings were pasted. Paste rows too."};
    }
    for (const std::size_t at : columns) {
        if (at != id_column) {
            pasted.columns.push_back(at);
        }
    }
    std::sort(pasted.columns.begin(), pasted.columns.end());
    return pasted;
}

SheetGrid with_pasted(SheetGrid grid, const PastedRows& pasted, PasteAs as) {
    const std::vector<std::size_t> keys = key_columns(grid);
    // The rows there are, by what makes each one; the first of a key counts.
    std::map<std::string, std::size_t> known;
    for (std::size_t at = 0; at < grid.rows.size(); ++at) {
        known.emplace(key_of(grid, keys, grid.rows[at]), at);
    }
    const std::vector<GridRow> before = grid.rows;
    if (as == PasteAs::replace) {
        grid.rows.clear();
    }
    for (GridRow row : pasted.rows) {
        const std::string key = key_of(grid, keys, row);
        const auto found = grid.is_table() && row.id.empty() ? known.end() : known.find(key);
        if (as == PasteAs::add || found == known.end()) {
            row.id.clear();
            grid.rows.push_back(std::move(row));
            continue;
        }
        GridRow merged = before[found->second];
        merged.cells.resize(std::max(merged.cells.size(), grid.columns.size()));
        for (const std::size_t column : pasted.columns) {
            merged.cells[column] = row.cells[column];
        }
        if (as == PasteAs::merge) {
            grid.rows[found->second] = std::move(merged);
        } else {
            grid.rows.push_back(std::move(merged));
            known.erase(found);  // a rule stands once
        }
    }
    return grid;
}

}  // namespace policy
