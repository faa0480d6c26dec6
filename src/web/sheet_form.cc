#include "web/sheet_form.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "policy/explain.h"
#include "web/form_fields.h"

namespace web {

namespace {

using policy::EditedRow;
using policy::GridColumn;
using policy::GridRow;
using policy::SheetGrid;

constexpr std::size_t cell_length_max = 4000;
constexpr std::size_t short_cell_max = 24;   // letters that fit a field of one line
constexpr std::size_t letters_in_line = 22;  // of a field of several lines
constexpr std::size_t rows_to_add_max = 60;  // in one form: fields have a limit
constexpr std::size_t rows_in_form_max = 900;

std::optional<std::size_t> whole(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return is_whole && !text.empty() ? std::optional(number) : std::nullopt;
}

// A field of several lines sends CR LF.
std::string with_plain_line_ends(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return text;
}

std::string row_id(std::size_t row) {
    return "r" + std::to_string(row);
}

// Which columns need a field of several lines.
std::vector<bool> long_columns(const SheetGrid& grid, const SheetForm& sheet) {
    std::vector<bool> are_long(grid.columns.size(), false);
    for (const EditedRow& each : sheet.edited.rows) {
        for (std::size_t at = 0; at < each.row.cells.size() && at < are_long.size(); ++at) {
            const std::string& cell = each.row.cells[at];
            if (cell.size() > short_cell_max || cell.find('\n') != std::string::npos) {
                are_long[at] = true;
            }
        }
    }
    return are_long;
}

class SheetWriter {
public:
    SheetWriter(const Form& form, const SheetGrid& grid, const SheetForm& sheet)
        : form_(form), grid_(grid), sheet_(sheet), is_long_(long_columns(grid, sheet)) {}

    Html write() const {
        Html html;
        html << hidden_field("revision", std::to_string(sheet_.revision))
             << hidden_field("first", std::to_string(sheet_.edited.first))
             << hidden_field("count", std::to_string(sheet_.edited.count))
             << hidden_field("before", base::join_text(sheet_.before, ","))
             << hidden_field("card", sheet_.is_card ? "yes" : "");
        if (sheet_.edited.rows.empty()) {
            html << "<p class=\"govuk-body\">There is no row here.</p>"
                    "<button class=\"govuk-button govuk-button--secondary\" name=\"act\" "
                    "value=\"add:0\">Add a row</button>";
            return html;
        }
        html << "<div class=\"op-scroll op-grid"
             << (sheet_.is_card ? govuk::Literal(" op-grid--card") : govuk::Literal(""))
             << "\" role=\"region\" tabindex=\"0\" aria-label=\"Rows of " << sheet_title(grid_)
             << "\"><table class=\"govuk-table\"><caption "
             << "class=\"govuk-visually-hidden\">" << sheet_title(grid_)
             << "</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
                "<th scope=\"col\" class=\"govuk-table__header\">Row</th>";
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            write_heading(html, column);
        }
        html << "<th scope=\"col\" class=\"govuk-table__header\">Change the row</th></tr></thead>"
                "<tbody class=\"govuk-table__body\">";
        for (std::size_t row = 0; row < sheet_.edited.rows.size(); ++row) {
            write_row(html, row);
        }
        return html << "</tbody></table></div>\n";
    }

private:
    void write_heading(Html& html, std::size_t column) const {
        html << "<th scope=\"col\" class=\"govuk-table__header\"><span id=\"c" << column << "\">"
             << with_code(column_title(grid_, column)) << "</span>";
        const GridColumn& asked = grid_.columns[column];
        if (grid_.is_table() && asked.kind == GridColumn::Kind::input &&
            asked.text != asked.heading) {
            html << "<br><code class=\"op-grid__asks\">" << asked.text << "</code>";
        }
        html << "</th>";
    }

    void write_row(Html& html, std::size_t row) const {
        const EditedRow& each = sheet_.edited.rows[row];
        const std::string name = row_name(grid_, each.row);
        html << "<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">"
                "<span id=\""
             << row_id(row) << "\">Row " << (sheet_.edited.first + row + 1) << "</span>";
        if (!name.empty()) {
            html << " <code class=\"op-grid__asks\">" << name << "</code>";
        }
        if (each.was.empty()) {
            html << " <strong class=\"govuk-tag\">New</strong>";
        }
        html << faults_of(row, std::nullopt) << errors_of(row_id(row))
             << hidden_field(row_id(row) + "was", each.was);
        if (grid_.is_table()) {
            html << hidden_field(row_id(row) + "id", each.row.id);
        }
        html << "</th>";
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            html << "<td class=\"govuk-table__cell\" data-label=\"" << column_title(grid_, column)
                 << "\">";
            write_cell(html, row, column);
            html << "</td>";
        }
        html << "<td class=\"govuk-table__cell op-grid__acts\">";
        write_button(html, "add", row, "Add a row below");
        if (row > 0) {
            write_button(html, "up", row, "Move up");
        }
        if (row + 1 < sheet_.edited.rows.size()) {
            write_button(html, "down", row, "Move down");
        }
        write_button(html, "out", row, "Take out");
        html << "</td></tr>\n";
    }

    void write_button(Html& html, govuk::Literal act, std::size_t row, govuk::Literal words) const {
        html << "<button class=\"op-link-button\" name=\"act\" value=\"" << act << ":" << row
             << "\">" << words << "<span class=\"govuk-visually-hidden\"> row "
             << (sheet_.edited.first + row + 1) << "</span></button> ";
    }

    Html errors_of(const std::string& id) const {
        Html html;
        for (const FieldError& error : form_.errors()) {
            if (error.field == id) {
                html << "<p id=\"" << id
                     << "-error\" class=\"govuk-error-message\"><span "
                        "class=\"govuk-visually-hidden\">Error:</span> "
                     << error.message << "</p>";
            }
        }
        return html;
    }

    Html faults_of(std::size_t row, std::optional<std::size_t> column) const {
        Html html;
        for (const CellFault& fault : sheet_.faults) {
            if (fault.row == row && fault.column == column) {
                html << "<span class=\"op-fault\">" << with_code(fault.message) << "</span>";
            }
        }
        if (html.empty()) {
            return html;
        }
        const std::string id = column ? cell_id(row, *column) : row_id(row);
        return Html() << "<p class=\"govuk-body-s\" id=\"" << id << "-fault\">" << html << "</p>";
    }

    // What all three kinds of field carry.
    void write_names(Html& html, std::size_t row, std::size_t column, bool has_error,
                     bool has_fault) const {
        const std::string id = cell_id(row, column);
        html << " id=\"" << id << "\" name=\"" << id << "\" aria-labelledby=\"c" << column << " "
             << row_id(row) << "\"";
        if (has_error || has_fault) {
            std::string said = has_error ? id + "-error" : std::string();
            said += has_fault ? (has_error ? " " : "") + id + "-fault" : std::string();
            html << " aria-describedby=\"" << said << "\"";
        }
    }

    void write_cell(Html& html, std::size_t row, std::size_t column) const {
        const std::vector<std::string>& cells = sheet_.edited.rows[row].row.cells;
        const std::string value = column < cells.size() ? cells[column] : std::string();
        const Html errors = errors_of(cell_id(row, column));
        const Html faults = faults_of(row, column);
        html << errors << faults;
        const std::vector<std::string> choices = column_choices(grid_, column);
        const auto mark = [&](govuk::Literal field) {
            html << field
                 << (errors.empty() ? govuk::Literal("") : govuk::Literal(" op-grid--wrong"))
                 << "\"";
            write_names(html, row, column, !errors.empty(), !faults.empty());
        };
        if (!choices.empty()) {
            mark("<select class=\"govuk-select");
            html << ">";
            write_options(html, choices, value);
            html << "</select>";
        } else if (is_long_[column]) {
            mark("<textarea class=\"govuk-textarea");
            const std::size_t lines = std::min<std::size_t>(
                6, 1 + value.size() / letters_in_line +
                       static_cast<std::size_t>(std::count(value.begin(), value.end(), '\n')));
            // A line end at the beginning is taken away by the reader of HTML: one is put before
            // it.
            html << " rows=\"" << lines << "\">\n" << value << "</textarea>";
        } else {
            mark("<input type=\"text\" class=\"govuk-input");
            html << " value=\"" << value << "\" spellcheck=\"false\" autocomplete=\"off\">";
        }
    }

    static void write_options(Html& html, const std::vector<std::string>& choices,
                              const std::string& value) {
        std::vector<std::string> all = choices;
        if (std::find(all.begin(), all.end(), value) == all.end()) {
            all.insert(all.begin(), value);
        }
        for (const std::string& choice : all) {
            html << "<option value=\"" << choice << "\""
                 << (choice == value ? govuk::Literal(" selected") : govuk::Literal("")) << ">"
                 << policy::name_in_words(choice) << "</option>";
        }
    }

    const Form& form_;
    const SheetGrid& grid_;
    const SheetForm& sheet_;
    std::vector<bool> is_long_;
};

// Reads the cells of one row as they were sent.
GridRow read_row(Form& form, const SheetGrid& grid, std::size_t row, const std::string& was) {
    GridRow sent{grid.is_table() ? form.value(row_id(row) + "id") : std::string(), {}};
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        sent.cells.push_back(with_plain_line_ends(form.value(cell_id(row, column))));
    }
    if (!was.empty() && policy::mark_of(sent) == was) {
        return sent;  // left alone: as it was, to the last blank
    }
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        const Result<std::string> plain = base::plain_text(sent.cells[column], cell_length_max);
        if (plain) {
            sent.cells[column] = *plain;
        } else {
            form.refuse(cell_id(row, column), plain.error().message);
        }
    }
    return sent;
}

}  // namespace

std::string cell_id(std::size_t row, std::size_t column) {
    return row_id(row) + "c" + std::to_string(column);
}

SheetForm sheet_form_of(const SheetGrid& grid, std::size_t first, std::size_t count,
                        std::int64_t revision) {
    SheetForm sheet;
    sheet.revision = revision;
    sheet.edited.first = std::min(first, grid.rows.size());
    sheet.edited.count = std::min(count, grid.rows.size() - sheet.edited.first);
    for (std::size_t at = 0; at < sheet.edited.count; ++at) {
        const GridRow& row = grid.rows[sheet.edited.first + at];
        sheet.before.push_back(policy::mark_of(row));
        sheet.edited.rows.push_back({sheet.before.back(), row});
    }
    return sheet;
}

Result<SheetForm> read_sheet_form(Form& form, const SheetGrid& grid) {
    const auto first = whole(form.value("first"));
    const auto count = whole(form.value("count"));
    const auto revision = whole(form.value("revision"));
    if (!first || !count || !revision || *count > rows_in_form_max) {
        return Error{"web.sheet_form",
                     "This form is not whole. Open the page again and change the row once more."};
    }
    SheetForm sheet;
    sheet.edited.first = *first;
    sheet.edited.count = *count;
    sheet.revision = static_cast<std::int64_t>(*revision);
    sheet.is_card = form.value("card") == "yes";
    if (!form.value("before").empty()) {
        sheet.before = base::split_text(form.value("before"), ',');
    }
    for (std::size_t row = 0; row < rows_in_form_max && form.has(row_id(row) + "was"); ++row) {
        const std::string was = form.value(row_id(row) + "was");
        sheet.edited.rows.push_back({was, read_row(form, grid, row, was)});
    }
    return sheet;
}

SheetAct read_sheet_act(const Form& form) {
    const std::string act = form.value("act");
    const std::size_t colon = act.find(':');
    SheetAct read{act.substr(0, colon), 0};
    if (colon != std::string::npos) {
        read.at = whole(act.substr(colon + 1)).value_or(rows_in_form_max);
    }
    return read;
}

std::string change_rows(SheetForm& sheet, const SheetGrid& grid, const SheetAct& act) {
    std::vector<EditedRow>& rows = sheet.edited.rows;
    const auto number = [&](std::size_t at) { return std::to_string(sheet.edited.first + at + 1); };
    if (act.what == "add" && act.at <= rows.size() && rows.size() < rows_to_add_max) {
        const std::size_t at = rows.empty() ? 0 : std::min(act.at + 1, rows.size());
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at),
                    EditedRow{"", {"", std::vector<std::string>(grid.columns.size())}});
        return "Row " + number(at) + " is new. Fill it in, then save.";
    }
    if (act.at >= rows.size()) {
        return {};
    }
    if (act.what == "out") {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(act.at));
        return "Row " + number(act.at) + " is taken out here. Save to keep that.";
    }
    if (act.what == "up" && act.at > 0) {
        std::swap(rows[act.at], rows[act.at - 1]);
        return "Row " + number(act.at) + " is now row " + number(act.at - 1) +
               ". Save to keep that.";
    }
    if (act.what == "down" && act.at + 1 < rows.size()) {
        std::swap(rows[act.at], rows[act.at + 1]);
        return "Row " + number(act.at) + " is now row " + number(act.at + 1) +
               ". Save to keep that.";
    }
    return {};
}

Html sheet_fields(const Form& form, const SheetGrid& grid, const SheetForm& sheet) {
    return SheetWriter(form, grid, sheet).write();
}

}  // namespace web
