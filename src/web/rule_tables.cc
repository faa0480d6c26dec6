#include "web/rule_tables.h"

#include "govuk/details.h"
#include "policy/table_view.h"
#include "web/folding_table.h"

namespace web {

using govuk::Html;

namespace {

// Code stays as it is written: whoever reads on wants to find it in the file again.
FoldingTable folded(const policy::TableView& view, const std::string& title) {
    FoldingTable table{.caption = title, .columns = {}, .rows = {}, .hide_caption = true};
    for (const std::string& input : view.inputs) {
        table.columns.push_back({"If: " + input});
    }
    for (const std::string& output : view.outputs) {
        table.columns.push_back({"Then: " + output});
    }
    table.columns.push_back({"Because"});
    for (const policy::TableView::Rule& rule : view.rules) {
        auto& row = table.rows.emplace_back();
        for (const std::string& cell : rule.inputs) {
            row.push_back({.text = cell == "-" ? "any" : cell});
        }
        for (const std::string& cell : rule.outputs) {
            row.push_back({.text = cell});
        }
        row.push_back({.text = rule.reason});
    }
    return table;
}

}  // namespace

Html rule_tables(const policy::Package& package) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\">Every table, rule for rule</h2><p class=\"govuk-body\">"
           "This is what the program reads. A table looks at what stands under “If” and gives what "
           "stands under “Then”.</p>";
    for (const policy::TableView& view : policy::tables_of(package)) {
        const policy::DecisionInfo* decision = package.decision(view.decision);
        const std::string title = decision == nullptr ? view.name : decision->title;
        out << govuk::Details{
            .summary_text = title + (view.name == view.decision ? "" : ": " + view.name),
            .html = Html() << "<p class=\"govuk-body\">It gives " << view.hit_policy << ".</p>"
                           << folding_table(folded(view, title))};
    }
    return out;
}

}  // namespace web
