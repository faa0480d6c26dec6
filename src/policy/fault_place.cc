#include "policy/fault_place.h"

#include <algorithm>
#include <charconv>

#include "base/csv.h"
#include "base/text.h"
#include "base/xml.h"
#include "policy/check_tables.h"

namespace policy {

namespace {

using base::XmlElement;

// The number after some words of a place; nothing when they are not there.
std::optional<std::size_t> number_after(std::string_view place, std::string_view words) {
    const std::size_t at = place.find(words);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = place.substr(at + words.size());
    std::size_t number = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

// The words after ", column " up to the next part of the place.
std::string column_in(std::string_view place) {
    constexpr std::string_view before = ", column ";
    const std::size_t at = place.find(before);
    if (at == std::string_view::npos) {
        return {};
    }
    return std::string(place.substr(at + before.size()));
}

// Which column a place means: it begins with the column's name, more may follow.
std::optional<std::size_t> column_named(const SheetGrid& grid, const std::string& words) {
    std::optional<std::size_t> found;
    std::size_t longest = 0;
    const auto consider = [&](std::size_t at, const std::string& name) {
        const bool fits = !name.empty() && words.starts_with(name) &&
                          (words.size() == name.size() || words[name.size()] == ',');
        if (fits && name.size() > longest) {
            longest = name.size();
            found = at;
        }
    };
    for (std::size_t at = 0; at < grid.columns.size(); ++at) {
        consider(at, grid.columns[at].heading);
        consider(at, grid.columns[at].text);
    }
    if (!found && words.starts_with("output")) {
        for (std::size_t at = 0; at < grid.columns.size() && !found; ++at) {
            if (grid.columns[at].kind == GridColumn::Kind::output) {
                found = at;
            }
        }
    }
    return found;
}

std::string name_of(const XmlElement& element) {
    const std::optional<XmlElement> variable = element.child("variable");
    const std::string name = variable ? variable->attribute("name").value_or("") : "";
    return !name.empty() ? name : element.attribute("name").value_or("");
}

struct TablePlace {
    std::string place;
    std::string id;
};

// Walks a decision or function and gives each table in it with its place, named as the reader of
// DMN files names it (dmn.cc).
void find_tables(const XmlElement& element, const std::string& place, const std::string& name,
                 std::vector<TablePlace>& found) {
    if (element.name() == "decisionTable") {
        found.push_back({place + ", table " + name, element.attribute("id").value_or("")});
        return;
    }
    for (const XmlElement& each : element.children()) {
        if (each.name() == "contextEntry" || each.name() == "binding") {
            const bool is_entry = each.name() == "contextEntry";
            const std::string inner = is_entry || !each.child("parameter")
                                          ? name_of(each)
                                          : each.child("parameter")->attribute("name").value_or("");
            const std::string part = !is_entry       ? ", argument " + inner
                                     : inner.empty() ? ", the result"
                                                     : ", step " + inner;
            find_tables(each, place + part, inner, found);
        } else {
            find_tables(each, place, name, found);
        }
    }
}

std::vector<TablePlace> tables_of(const std::string& file, std::string_view bytes) {
    std::vector<TablePlace> found;
    const Result<base::XmlDocument> document = base::XmlDocument::parse(bytes);
    if (!document) {
        return found;
    }
    for (const XmlElement& element : document->root().children()) {
        const bool is_function = element.name() == "businessKnowledgeModel";
        if (is_function || element.name() == "decision") {
            const std::string name = name_of(element);
            std::string place = file;
            place.append(" line ").append(std::to_string(element.line()));
            place.append(is_function ? ", function " : ", decision ").append(name);
            find_tables(element, place, name, found);
        }
    }
    return found;
}

}  // namespace

FaultPlaces::FaultPlaces(const Files& files, const std::vector<SheetGrid>& grids)
    : grids_(grids), lines_(grids.size()) {
    for (const auto& [file, bytes] : files) {
        if (!file.ends_with(".dmn")) {
            continue;
        }
        for (TablePlace& table : tables_of(file, bytes)) {
            // The name is given by itself: clang 14 does not capture one of a pair.
            const auto is_it = [&, &name = file](const SheetGrid& each) {
                return each.file == name && each.table == table.id;
            };
            const auto grid = std::find_if(grids.begin(), grids.end(), is_it);
            if (grid != grids.end()) {
                tables_.push_back(
                    {std::move(table.place), static_cast<std::size_t>(grid - grids.begin())});
            }
        }
    }
    for (std::size_t at = 0; at < grids.size(); ++at) {
        const auto file = files.find(grids[at].file);
        if (grids[at].is_table() || file == files.end()) {
            continue;
        }
        if (const auto rows = base::parse_csv_rows(file->second)) {
            for (std::size_t row = 1; row < rows->size(); ++row) {
                lines_[at].push_back((*rows)[row].line);
            }
        }
    }
}

FaultPlace FaultPlaces::find(const Error& fault) const {
    for (std::size_t at = 0; at < grids_.size(); ++at) {
        if (!grids_[at].is_table() && fault.place.starts_with(grids_[at].file)) {
            return in_csv(fault, at);
        }
    }
    const Named* best = nullptr;
    for (const Named& table : tables_) {
        const bool fits =
            fault.place.starts_with(table.place) &&
            (fault.place.size() == table.place.size() || fault.place[table.place.size()] == ',');
        if (fits && (best == nullptr || best->place.size() < table.place.size())) {
            best = &table;
        }
    }
    if (best == nullptr) {
        return {};
    }
    const SheetGrid& grid = grids_[best->sheet];
    const std::string_view rest = std::string_view(fault.place).substr(best->place.size());
    FaultPlace found{grid.name, std::nullopt, column_named(grid, column_in(rest))};
    // "after rule 3" is no row: there is none yet.
    const auto rule = rest.starts_with(", rule ") ? number_after(rest, ", rule ") : std::nullopt;
    if (rule && *rule >= 1 && *rule <= grid.rows.size()) {
        found.row = *rule - 1;
    }
    return found;
}

FaultPlace FaultPlaces::in_csv(const Error& fault, std::size_t at) const {
    const SheetGrid& grid = grids_[at];
    const std::string_view rest = std::string_view(fault.place).substr(grid.file.size());
    FaultPlace found{grid.name, std::nullopt, column_named(grid, column_in(rest))};
    if (const auto line = number_after(rest, "line ")) {
        // A row may go over several lines: it is the last that begins at or before this one.
        const auto after = std::upper_bound(lines_[at].begin(), lines_[at].end(), *line);
        const auto row = static_cast<std::size_t>(after - lines_[at].begin());
        if (row > 0 && row <= grid.rows.size()) {
            found.row = row - 1;
        }
        return found;
    }
    constexpr std::string_view of_case = ", case ";
    if (rest.starts_with(of_case) && !grid.columns.empty()) {
        const std::string_view name = rest.substr(of_case.size());
        for (std::size_t row = 0; row < grid.rows.size() && !found.row; ++row) {
            const std::string& cell = grid.rows[row].cells.front();
            if (name == cell || name.starts_with(cell + ",")) {
                found.row = row;
            }
        }
    }
    return found;
}

std::optional<GridRow> missing_row(const Error& fault, const SheetGrid& grid) {
    const std::size_t at = fault.message.rfind(gap_row_follows);
    if (fault.code != "policy.table_gap" || at == std::string::npos) {
        return std::nullopt;
    }
    GridRow row{"", base::split_text(fault.message.substr(at + gap_row_follows.size()), '\t')};
    std::size_t inputs = 0;
    for (const GridColumn& column : grid.columns) {
        inputs += column.kind == GridColumn::Kind::input ? 1 : 0;
    }
    if (row.cells.size() < inputs) {
        return std::nullopt;
    }
    row.cells.resize(inputs);
    row.cells.resize(grid.columns.size());
    return row;
}

}  // namespace policy
