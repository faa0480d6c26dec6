#pragma once
// Rows and columns of facts. Columns of money and numbers have format "numeric", so that pence
// stand under pence; a caption says what the table holds.

#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct TableCell {
    std::string text = {};
    Html html = {};
    std::string format = {};
    std::string classes = {};
    int colspan = 0;
    int rowspan = 0;
    Attributes attributes = {};
};

using TableRow = std::vector<TableCell>;

struct Table {
    std::vector<TableRow> rows = {};
    TableRow head = {};
    std::string caption = {};
    std::string caption_classes = {};
    bool first_cell_is_header = false;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the table into a page.
Html& operator<<(Html& out, const Table& options);
// Makes a table.
inline Html table(const Table& options) {
    return Html() << options;
}

}  // namespace govuk
