#include "govuk/table.h"

#include "govuk/content.h"

namespace govuk {

namespace {

void write_cell_attributes(Html& out, const TableCell& cell) {
    out << more(cell.classes) << "\"";
    if (cell.colspan != 0) {
        out << " colspan=\"" << cell.colspan << "\"";
    }
    if (cell.rowspan != 0) {
        out << " rowspan=\"" << cell.rowspan << "\"";
    }
    out << cell.attributes << ">" << as_given(cell);
}

void write_format(Html& out, Literal prefix, const TableCell& cell) {
    if (!cell.format.empty()) {
        out << prefix << cell.format;
    }
}

void write_head(Html& out, const TableRow& head) {
    out << "  <thead class=\"govuk-table__head\">\n    <tr class=\"govuk-table__row\">\n";
    for (const TableCell& cell : head) {
        out << "      <th scope=\"col\" class=\"govuk-table__header";
        write_format(out, " govuk-table__header--", cell);
        write_cell_attributes(out, cell);
        out << "</th>\n";
    }
    out << "    </tr>\n  </thead>\n";
}

void write_row(Html& out, const TableRow& row, bool first_cell_is_header) {
    out << "    <tr class=\"govuk-table__row\">\n";
    bool is_header = first_cell_is_header;
    for (const TableCell& cell : row) {
        if (is_header) {
            out << "      <th scope=\"row\" class=\"govuk-table__header";
            write_cell_attributes(out, cell);
            out << "</th>\n";
        } else {
            out << "      <td class=\"govuk-table__cell";
            write_format(out, " govuk-table__cell--", cell);
            write_cell_attributes(out, cell);
            out << "</td>\n";
        }
        is_header = false;
    }
    out << "    </tr>\n";
}

}  // namespace

Html& operator<<(Html& out, const Table& options) {
    out << "<table class=\"govuk-table" << more(options.classes) << "\"" << options.attributes
        << ">\n";
    if (!options.caption.empty()) {
        out << "  <caption class=\"govuk-table__caption" << more(options.caption_classes) << "\">"
            << options.caption << "</caption>\n";
    }
    if (!options.head.empty()) {
        write_head(out, options.head);
    }
    out << "  <tbody class=\"govuk-table__body\">\n";
    for (const TableRow& row : options.rows) {
        write_row(out, row, options.first_cell_is_header);
    }
    return out << "  </tbody>\n</table>";
}

}  // namespace govuk
