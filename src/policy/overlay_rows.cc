#include "policy/overlay_rows.h"

#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/text.h"

namespace policy {

namespace {

using Cells = std::vector<std::string>;

// Which columns name a unit, which of them and more name a row in it, and behind which others a new
// unit is put: those that say the same there.
struct Kind {
    std::string_view file;
    std::vector<std::string> unit;
    std::vector<std::string> row;
    std::string like;  // empty: at the end
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {"parameters.csv", {"id", "valid_from"}, {}, "id"},
        {"streams.csv", {"id"}, {}, ""},
        {"questionnaire.csv", {"question"}, {"answer"}, "domain"},
        {"cases.csv", {"case"}, {"what", "name"}, ""},
    };
    return all;
}

const Kind* kind_of(std::string_view file) {
    for (const Kind& each : kinds()) {
        if (each.file == file) {
            return &each;
        }
    }
    return nullptr;
}

struct Unit {
    std::string key;
    std::vector<Cells> rows;
};

// A CSV file cut into its units.
struct Table {
    Cells columns;
    std::vector<Unit> units;

    std::size_t column(std::string_view name) const {
        return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) -
                                        columns.begin());
    }

    std::string key(const Cells& row, const std::vector<std::string>& names) const {
        std::string key;
        for (const std::string& name : names) {
            const std::size_t at = column(name);
            const std::string cell(base::trim(at < row.size() ? row[at] : ""));
            key += (key.empty() ? "" : " ") + cell;
        }
        return key;
    }
};

bool is_blank(const Cells& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const std::string& cell) { return base::trim(cell).empty(); });
}

Error columns_fault(const std::string& file, std::string what) {
    return Error{"overlay.columns", std::move(what), file};
}

// Cuts a file. `together` asks that the rows of a unit stand together.
Result<Table> cut(const Kind& kind, std::string_view bytes, bool together) {
    const std::string file(kind.file);
    Result<std::vector<base::CsvRow>> rows = base::parse_csv_rows(bytes);
    if (!rows) {
        return base::at(file, rows.error());
    }
    if (rows->empty()) {
        return columns_fault(file, "The first row must name the columns.");
    }
    Table table;
    for (const std::string& name : rows->front().cells) {
        std::string column(base::trim(name));
        if (table.column(column) < table.columns.size()) {
            return columns_fault(file, "Two columns are called \"" + column + "\".");
        }
        table.columns.push_back(std::move(column));
    }
    for (const auto* names : {&kind.unit, &kind.row}) {
        for (const std::string& name : *names) {
            if (table.column(name) == table.columns.size()) {
                return columns_fault(
                    file, "There is no column \"" + name + "\", by which rows are told apart.");
            }
        }
    }
    std::set<std::string> seen;
    for (std::size_t at = 1; at < rows->size(); ++at) {
        base::CsvRow& row = (*rows)[at];
        if (is_blank(row.cells)) {
            continue;
        }
        if (row.cells.size() > table.columns.size()) {
            return columns_fault(file + " line " + std::to_string(row.line),
                                 "The row has more cells than there are columns.");
        }
        row.cells.resize(table.columns.size());
        std::string key = table.key(row.cells, kind.unit);
        const bool goes_on = !table.units.empty() && table.units.back().key == key;
        const bool alone = kind.row.empty();
        if (together && !seen.insert(key).second && (alone || !goes_on)) {
            return Error{"overlay.unit_twice",
                         "\"" + key +
                             "\" stands here a second time. Put it in once, its rows "
                             "one below the other.",
                         file + " line " + std::to_string(row.line)};
        }
        if (!goes_on || alone) {
            table.units.push_back({std::move(key), {}});
        }
        table.units.back().rows.push_back(std::move(row.cells));
    }
    return table;
}

// Puts the rows of an overlay's unit under the columns of the base; a column the overlay does not
// have keeps what the base's row says there.
Unit under_columns(const Kind& kind, const Table& base, const Table& overlay, const Unit& unit,
                   const Unit* under) {
    Unit made{unit.key, {}};
    for (const Cells& row : unit.rows) {
        Cells cells(base.columns.size());
        if (under != nullptr) {
            for (const Cells& had : under->rows) {
                if (base.key(had, kind.row) == overlay.key(row, kind.row)) {
                    cells = had;
                }
            }
        }
        for (std::size_t at = 0; at < overlay.columns.size(); ++at) {
            cells[base.column(overlay.columns[at])] = row[at];
        }
        made.rows.push_back(std::move(cells));
    }
    return made;
}

// Behind the last unit that says the same in the column of likeness; else at the end.
std::vector<Unit>::iterator place_for(const Kind& kind, Table& base, const Unit& unit) {
    const std::size_t like = base.column(kind.like);
    if (like < base.columns.size()) {
        const auto last = std::find_if(base.units.rbegin(), base.units.rend(), [&](const Unit& u) {
            return u.rows.front()[like] == unit.rows.front()[like];
        });
        return last.base() == base.units.begin() ? base.units.end() : last.base();
    }
    return base.units.end();
}

std::string write(const Table& table, std::string_view like) {
    std::string bytes;
    base::append_csv_row_as_is(bytes, table.columns);
    for (const Unit& unit : table.units) {
        for (const Cells& row : unit.rows) {
            base::append_csv_row_as_is(bytes, row);
        }
    }
    if (like.find("\r\n") == std::string_view::npos) {
        bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    }
    return bytes;
}

Outcome remove(Table& base, const std::string& file, const std::vector<std::string>& removed) {
    for (const std::string& key : removed) {
        if (std::erase_if(base.units, [&](const Unit& unit) { return unit.key == key; }) == 0) {
            return Error{"overlay.nothing_to_remove",
                         "The base has no \"" + key + "\" that could be taken out.", file};
        }
    }
    return Done{};
}

}  // namespace

bool has_units(std::string_view file) {
    return kind_of(file) != nullptr;
}

Result<std::map<std::string, std::string>> units_of(const std::string& file,
                                                    std::string_view bytes) {
    TRY(const Table table, cut(*kind_of(file), bytes, false));
    std::map<std::string, std::string> units;
    for (const Unit& unit : table.units) {
        for (const Cells& row : unit.rows) {
            for (std::size_t at = 0; at < row.size(); ++at) {
                // By the names of the columns, so that their order does not count.
                units[unit.key] +=
                    row[at].empty() ? "" : table.columns[at] + '\x1f' + row[at] + '\x1e';
            }
            units[unit.key] += '\n';
        }
    }
    return units;
}

Result<std::vector<std::string>> unit_keys(const std::string& file, std::string_view bytes) {
    TRY(const Table table, cut(*kind_of(file), bytes, true));
    std::vector<std::string> keys;
    for (const Unit& unit : table.units) {
        keys.push_back(unit.key);
    }
    return keys;
}

Result<std::string> lay_rows_over(const std::string& file, std::string_view base,
                                  std::string_view overlay,
                                  const std::vector<std::string>& removed) {
    const Kind& kind = *kind_of(file);
    TRY(Table under, cut(kind, base, false));
    TRY_DONE(remove(under, file, removed));
    if (!overlay.empty()) {
        TRY(const Table over, cut(kind, overlay, true));
        for (const std::string& column : over.columns) {
            if (under.column(column) == under.columns.size()) {
                return columns_fault(file, "The base has no column \"" + column + "\".");
            }
        }
        for (const Unit& unit : over.units) {
            const auto had = std::find_if(under.units.begin(), under.units.end(),
                                          [&](const Unit& each) { return each.key == unit.key; });
            const bool is_new = had == under.units.end();
            Unit made = under_columns(kind, under, over, unit, is_new ? nullptr : &*had);
            if (is_new) {
                under.units.insert(place_for(kind, under, made), std::move(made));
            } else {
                *had = std::move(made);
            }
        }
    }
    return write(under, base);
}

}  // namespace policy
