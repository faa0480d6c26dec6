#include "policy/table_grid.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/xml.h"
#include "base/xml_change.h"

namespace policy {

namespace {

using base::XmlElement;

// The entries of a rule stand in this order, and are named so.
struct Entry {
    GridColumn::Kind kind;
    std::string_view column;
    std::string_view cell;
};
constexpr Entry entries[] = {{GridColumn::Kind::input, "input", "inputEntry"},
                             {GridColumn::Kind::output, "output", "outputEntry"},
                             {GridColumn::Kind::note, "annotation", "annotationEntry"}};

void find_tables(const XmlElement& element, std::vector<XmlElement>& found) {
    if (element.name() == "decisionTable") {
        found.push_back(element);
    }
    for (const XmlElement& each : element.children()) {
        find_tables(each, found);
    }
}

std::vector<XmlElement> tables_in(const XmlElement& root) {
    std::vector<XmlElement> found;
    find_tables(root, found);
    return found;
}

GridColumn column_of(const XmlElement& element, GridColumn::Kind kind) {
    GridColumn column{kind, element.attribute("label").value_or(""), ""};
    column.text = kind == GridColumn::Kind::input
                      ? element.text_at("inputExpression/text").value_or("")
                      : element.attribute("name").value_or("");
    return column;
}

std::vector<GridColumn> columns_of(const XmlElement& table) {
    std::vector<GridColumn> columns;
    for (const Entry& entry : entries) {
        for (const XmlElement& each : table.children(entry.column)) {
            columns.push_back(column_of(each, entry.kind));
        }
    }
    // One output needs no name: the table's own heading stands for it.
    for (GridColumn& column : columns) {
        if (column.heading.empty()) {
            column.heading = !column.text.empty()
                                 ? column.text
                                 : table.attribute("outputLabel").value_or("result");
        }
    }
    return columns;
}

std::string text_of(const XmlElement& cell, GridColumn::Kind kind) {
    const std::string text = cell.text_at("text").value_or("");
    return text.empty() && kind == GridColumn::Kind::input ? "-" : text;
}

Result<GridRow> row_of(const XmlElement& rule, const std::vector<GridColumn>& columns,
                       const std::string& place) {
    GridRow row{rule.attribute("id").value_or(""), {}};
    for (const Entry& entry : entries) {
        const std::vector<XmlElement> cells = rule.children(entry.cell);
        const auto wanted = static_cast<std::size_t>(
            std::count_if(columns.begin(), columns.end(),
                          [&](const GridColumn& column) { return column.kind == entry.kind; }));
        // Notes may be left out at the end of a rule.
        const bool fits =
            entry.kind == GridColumn::Kind::note ? cells.size() <= wanted : cells.size() == wanted;
        if (!fits) {
            return Error{"policy.bad_dmn",
                         "The rule has " + std::to_string(cells.size()) + " cells for " +
                             std::to_string(wanted) + " columns.",
                         place + ", line " + std::to_string(rule.line())};
        }
        for (std::size_t at = 0; at < wanted; ++at) {
            row.cells.push_back(at < cells.size() ? text_of(cells[at], entry.kind) : "");
        }
    }
    return row;
}

Result<TableGrid> grid_of(const std::string& file, const XmlElement& table) {
    TableGrid grid;
    grid.file = file;
    grid.id = table.attribute("id").value_or("");
    if (grid.id.empty()) {
        return Error{"policy.bad_dmn", "A decision table needs an id to be changed by.",
                     file + ", line " + std::to_string(table.line())};
    }
    grid.hit_policy = table.attribute("hitPolicy").value_or("UNIQUE");
    if (const auto aggregation = table.attribute("aggregation")) {
        grid.hit_policy += " " + *aggregation;
    }
    grid.columns = columns_of(table);
    for (const XmlElement& rule : table.children("rule")) {
        TRY(GridRow row, row_of(rule, grid.columns, file + ", table " + grid.id));
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

Result<base::XmlDocument> parse(const std::string& file, std::string_view bytes) {
    Result<base::XmlDocument> document = base::XmlDocument::parse(bytes);
    if (!document) {
        return base::at(file, document.error());
    }
    return document;
}

// Puts the rows of a grid into a table of a document.
class RowWriter {
public:
    RowWriter(base::XmlChange& change, const XmlElement& table, const TableGrid& grid)
        : change_(change), table_(table), grid_(grid) {
        for (const XmlElement& rule : table.children("rule")) {
            ids_.insert(rule.attribute("id").value_or(""));
        }
    }

    void write() {
        const std::vector<XmlElement> before = table_.children("rule");
        std::vector<XmlElement> after;
        for (const GridRow& row : grid_.rows) {
            const auto known = std::find_if(before.begin(), before.end(), [&](const auto& rule) {
                return !row.id.empty() && rule.attribute("id") == row.id;
            });
            after.push_back(known == before.end() ? new_rule() : *known);
            write_cells(after.back(), row);
            if (!row.id.empty()) {
                kept_.insert(row.id);  // a rule of the file without an id is written anew
            }
        }
        for (const XmlElement& rule : before) {
            if (!kept_.contains(rule.attribute("id").value_or(""))) {
                change_.remove(rule);
            }
        }
        if (!stands_so(after)) {
            for (const XmlElement& rule : after) {
                change_.move_to_end(rule);
            }
        }
    }

private:
    XmlElement new_rule() {
        const XmlElement rule = change_.add(table_, "rule");
        std::size_t number = ids_.size();
        std::string id;
        do {
            id = grid_.id + "_rule_" + std::to_string(++number);
        } while (!ids_.insert(id).second);
        change_.set_attribute(rule, "id", id);
        return rule;
    }

    void write_cells(const XmlElement& rule, const GridRow& row) {
        std::size_t column = 0;
        for (const Entry& entry : entries) {
            std::vector<XmlElement> cells = rule.children(entry.cell);
            for (std::size_t at = 0;
                 column < grid_.columns.size() && grid_.columns[column].kind == entry.kind;
                 ++at, ++column) {
                const std::string& text = row.cells[column];
                if (at >= cells.size()) {
                    cells.push_back(change_.add(rule, entry.cell));
                    change_.set_text(change_.add(cells.back(), "text"), text);
                } else if (text_of(cells[at], entry.kind) != text) {
                    const std::optional<XmlElement> old = cells[at].child("text");
                    change_.set_text(old ? *old : change_.add(cells[at], "text"), text);
                }
            }
        }
    }

    bool stands_so(const std::vector<XmlElement>& wanted) const {
        const std::vector<XmlElement> now = table_.children("rule");
        return std::equal(now.begin(), now.end(), wanted.begin(), wanted.end(),
                          [](const XmlElement& a, const XmlElement& b) {
                              return a.attribute("id") == b.attribute("id");
                          });
    }

    base::XmlChange& change_;
    XmlElement table_;
    const TableGrid& grid_;
    std::set<std::string> ids_;
    std::set<std::string> kept_;
};

Outcome check_rows(const TableGrid& grid) {
    std::set<std::string> ids;
    for (std::size_t at = 0; at < grid.rows.size(); ++at) {
        const GridRow& row = grid.rows[at];
        const std::string place =
            grid.file + ", table " + grid.id + ", row " + std::to_string(at + 1);
        if (row.cells.size() != grid.columns.size()) {
            return Error{"policy.table_columns",
                         "The row has " + std::to_string(row.cells.size()) + " cells for " +
                             std::to_string(grid.columns.size()) + " columns.",
                         place};
        }
        if (!row.id.empty() && !ids.insert(row.id).second) {
            return Error{"policy.table_columns",
                         "Two rows carry the id \"" + row.id + "\". Clear it in the copied one.",
                         place};
        }
    }
    return Done{};
}

}  // namespace

Result<std::vector<TableGrid>> read_table_grids(const std::string& file, std::string_view bytes) {
    TRY(const base::XmlDocument document, parse(file, bytes));
    std::vector<TableGrid> grids;
    for (const XmlElement& table : tables_in(document.root())) {
        TRY(TableGrid grid, grid_of(file, table));
        grids.push_back(std::move(grid));
    }
    return grids;
}

Result<std::string> with_table_grid(const std::string& file, std::string_view bytes,
                                    const TableGrid& grid) {
    TRY(base::XmlDocument document, parse(file, bytes));
    base::XmlChange change(std::move(document));
    for (const XmlElement& table : tables_in(change.root())) {
        if (table.attribute("id") != grid.id) {
            continue;
        }
        TRY(const TableGrid before, grid_of(file, table));
        if (before.columns != grid.columns || before.hit_policy != grid.hit_policy) {
            return Error{"policy.table_columns",
                         "The columns are not those of the table. Rows can be changed here; "
                         "columns are changed in the DMN file.",
                         file + ", table " + grid.id};
        }
        TRY_DONE(check_rows(grid));
        if (before.rows == grid.rows) {
            return std::string(bytes);
        }
        RowWriter(change, table, grid).write();
        return change.bytes();
    }
    return Error{"policy.table_unknown", "There is no such table in the file.",
                 file + ", table " + grid.id};
}

}  // namespace policy
