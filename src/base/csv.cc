#include "base/csv.h"

#include <algorithm>
#include <cstdint>

#include "base/decimal.h"
#include "base/text.h"

namespace base {

namespace {

constexpr std::size_t bytes_max = 64U << 20;

std::string line_place(std::size_t line) {
    return "line " + std::to_string(line);
}

// Walks the text once, one state: inside quotes or not.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    Result<std::vector<CsvRow>> cut() {
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            TRY_DONE(cut_row(row));
            rows_.push_back(std::move(row));
        }
        return std::move(rows_);
    }

private:
    Outcome cut_row(CsvRow& row) {
        for (;;) {
            std::string cell;
            if (at_ < text_.size() && text_[at_] == '"') {
                TRY_DONE(cut_quoted(cell));
            } else {
                while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' &&
                       text_[at_] != '\r') {
                    if (text_[at_] == '"') {
                        return Error{"csv.quote",
                                     "A quotation mark stands in the middle of a cell.",
                                     line_place(line_)};
                    }
                    cell += text_[at_++];
                }
            }
            row.cells.push_back(std::move(cell));
            if (at_ < text_.size() && text_[at_] == ',') {
                ++at_;
                continue;
            }
            return end_row();
        }
    }

    Outcome cut_quoted(std::string& cell) {
        const std::size_t opened = line_;
        ++at_;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_ >= text_.size() || text_[at_] != '"') {
                    return Done{};
                }
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            cell += text_[at_];
        }
        return Error{"csv.quote", "A quoted cell is never closed.", line_place(opened)};
    }

    Outcome end_row() {
        if (at_ < text_.size() && text_[at_] == '\r') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] != '\n') {
            return Error{"csv.quote", "There is text after a closing quotation mark.",
                         line_place(line_)};
        }
        if (at_ < text_.size()) {
            ++at_;
            ++line_;
        }
        return Done{};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::vector<CsvRow> rows_;
};

}  // namespace

Result<std::vector<CsvRow>> parse_csv_rows(std::string_view bytes) {
    if (bytes.size() > bytes_max) {
        return Error{"csv.too_large", "The file is larger than 64 MB. Send it in parts."};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    if (!is_utf8(bytes)) {
        return Error{"csv.not_utf8", "The file is not UTF-8 text. Save it again as CSV UTF-8."};
    }
    return Cutter(bytes).cut();
}

Result<CsvTable> CsvTable::parse(std::string_view bytes, const std::vector<std::string>& columns,
                                 const std::vector<std::string>& may_be) {
    TRY(std::vector<CsvRow> rows, parse_csv_rows(bytes));
    if (rows.empty()) {
        return Error{"csv.empty", "The file is empty. Its first row must name the columns."};
    }
    CsvTable table;
    const CsvRow& header = rows.front();
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const std::string name(trim(header.cells[i]));
        if (std::find(columns.begin(), columns.end(), name) == columns.end() &&
            std::find(may_be.begin(), may_be.end(), name) == may_be.end()) {
            return Error{"csv.column", "There is no column called \"" + name + "\" in this file.",
                         "line 1"};
        }
        if (!table.positions_.emplace(name, i).second) {
            return Error{"csv.column", "The column \"" + name + "\" stands twice.", "line 1"};
        }
    }
    for (const std::string& name : columns) {
        if (!table.positions_.contains(name)) {
            return Error{"csv.column", "The column \"" + name + "\" is missing.", "line 1"};
        }
    }
    for (const std::string& name : may_be) {
        table.positions_.emplace(name, SIZE_MAX);
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CsvRow& row = rows[i];
        if (std::all_of(row.cells.begin(), row.cells.end(),
                        [](const std::string& c) { return c.empty(); })) {
            continue;
        }
        if (row.cells.size() != header.cells.size()) {
            return Error{"csv.cells",
                         "This row has " + counted(row.cells.size(), "cell") +
                             "; the first row has " + std::to_string(header.cells.size()) + ".",
                         line_place(row.line)};
        }
        table.rows_.push_back(std::move(row));
    }
    return table;
}

const std::string& CsvTable::cell(const CsvRow& row, std::string_view column) const {
    const auto position = positions_.find(column);
    CHECK(position != positions_.end());
    static const std::string not_there;
    return position->second == SIZE_MAX ? not_there : row.cells[position->second];
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
    std::vector<std::string> guarded = cells;
    for (std::string& cell : guarded) {
        const bool formula = !cell.empty() &&
                             std::string_view("=+-@\t").find(cell[0]) != std::string_view::npos &&
                             !Decimal::parse(cell).has_value();
        if (formula) {
            cell.insert(0, 1, '\'');
        }
    }
    append_csv_row_as_is(out, guarded);
}

void append_csv_row_as_is(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string cell = cells[i];
        if (cell.find_first_of(",\"\r\n") != std::string::npos) {
            std::string quoted = "\"";
            for (const char c : cell) {
                quoted += c == '"' ? "\"\"" : std::string(1, c);
            }
            cell = quoted + "\"";
        }
        out += (i == 0 ? "" : ",") + cell;
    }
    out += "\r\n";
}

}  // namespace base
