#include "web/rule_tables_pages.h"

#include "policy/table_words.h"
#include "web/day_of_rules.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/site.h"

namespace web {

namespace {

using govuk::Html;

std::vector<govuk::Content> cells(const std::vector<std::string>& inputs,
                                  const std::vector<std::string>& outputs,
                                  const std::string& reason) {
    std::vector<govuk::Content> row;
    for (const std::vector<std::string>* each : {&inputs, &outputs}) {
        for (const std::string& words : *each) {
            row.push_back({.text = words});
        }
    }
    row.push_back({.text = reason});
    return row;
}

Html table_part(const policy::TableInWords& table) {
    FoldingTable folding{.caption = table.title, .columns = {}, .rows = {}, .hide_caption = true};
    for (const std::string& input : table.inputs) {
        folding.columns.push_back({input});
    }
    for (const std::string& output : table.outputs) {
        folding.columns.push_back({"Then: " + output});
    }
    folding.columns.push_back({"Why"});
    for (const policy::TableInWords::Rule& rule : table.rules) {
        folding.rows.push_back(cells(rule.inputs, rule.outputs, rule.reason));
    }
    if (!table.otherwise.empty()) {
        folding.rows.push_back(cells(std::vector<std::string>(table.inputs.size(), "anything else"),
                                     table.otherwise, "When no rule holds."));
    }
    Html part;
    part << "<h2 class=\"govuk-heading-m\">" << table.title << "</h2><p class=\"govuk-body\">"
         << table.counts << "</p>";
    if (!table.source.empty()) {
        part << "<p class=\"govuk-hint\">Source: " << table.source << "</p>";
    }
    return part << folding_table(folding);
}

Result<Response> tables_page(Visit& visit) {
    const auto found = visit.desk.shelf.find(visit.word("package"));
    if (found == visit.desk.shelf.end()) {
        return Error{"casework.package_unknown",
                     "There are no such rules here. Open the list of rules and choose again."};
    }
    const policy::Package& package = *found->second;
    Date on = day_of_rules(visit, package);
    if (!visit.query("on").empty()) {
        TRY(on, Date::parse(visit.query("on")));
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Every table, rule for rule</h1><p "
            "class=\"govuk-body-l\">"
         << package.title()
         << "</p><p class=\"govuk-body\">Each row is a rule. It holds when every "
            "column before “Then” is as it says. What stands between [ and ] is an answer, a "
            "figure or the result of another step. Figures are those of "
         << on.for_people() << ".</p>";
    for (const policy::TableInWords& table : policy::tables_in_words(package, on)) {
        main << table_part(table);
    }
    return show(visit, {.title = "Every table: " + package.title(),
                        .main = std::move(main),
                        .back_href = "/how-allocation-works/" + package.id(),
                        .help = "why",
                        .keeping = Keeping::shared,
                        .is_wide = true});
}

const Route routes[] = {
    {GET,
     "/how-allocation-works/{package}/tables",
     may::anyone,
     tables_page,
     "Every decision table of one set of rules, rule for rule",
     {"on"}},
};

}  // namespace

std::span<const Route> rule_tables_routes() {
    return routes;
}

}  // namespace web
