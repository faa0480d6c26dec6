#pragma once
// A table that folds on a telephone: there each row becomes a block in which every cell says its
// column. One description makes both, so no cell can lose its column's name.

#include <string>
#include <vector>

#include "govuk/content.h"
#include "govuk/html.h"

namespace web {

struct Column {
    std::string title;
    bool is_money = false;  // pence stand under pence
};

struct FoldingTable {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<govuk::Content>> rows;  // a cell for each column
    bool hide_caption = false;                      // only for those who hear the page
};

// Writes the table; nothing when it has no rows.
govuk::Html folding_table(const FoldingTable& table);

}  // namespace web
