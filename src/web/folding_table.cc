#include "web/folding_table.h"

#include "base/check.h"
#include "govuk/table.h"

namespace web {

govuk::Html folding_table(const FoldingTable& table) {
    if (table.rows.empty()) {
        return {};
    }
    govuk::Table made{
        .caption = table.caption,
        .caption_classes = table.hide_caption ? "govuk-visually-hidden" : "govuk-table__caption--m",
        .first_cell_is_header = true};
    for (const Column& column : table.columns) {
        made.head.push_back({.text = column.title, .format = column.is_money ? "numeric" : ""});
    }
    for (const std::vector<govuk::Content>& row : table.rows) {
        CHECK(row.size() == table.columns.size());
        govuk::TableRow cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            govuk::TableCell cell{.text = row[i].text,
                                  .html = row[i].html,
                                  .format = table.columns[i].is_money ? "numeric" : ""};
            if (i > 0) {
                cell.attributes.add("data-label", table.columns[i].title);
            }
            cells.push_back(std::move(cell));
        }
        made.rows.push_back(std::move(cells));
    }
    return govuk::Html() << "<div class=\"op-folding\">" << made << "</div>\n";
}

}  // namespace web
