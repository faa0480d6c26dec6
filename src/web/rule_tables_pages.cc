#include "web/rule_tables_pages.h"

#include "policy/table_words.h"
#include "web/day_of_rules.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/site.h"

namespace web {

namespace {

using govuk::Html;

// More columns than these are not read side by side: each rule names what it asks.
constexpr std::size_t columns_max = 3;

using Rule = policy::TableInWords::Rule;

// What one rule asks, without the columns in which anything will do.
Html asked_by(const policy::TableInWords& table, const Rule& rule) {
    Html items;
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        if (rule.inputs[i] != policy::anything) {
            items << "<li>" << table.inputs[i] << ": " << rule.inputs[i] << "</li>";
        }
    }
    return items.empty() ? Html() << "Always"
                         : Html() << "<ul class=\"govuk-list\">" << items << "</ul>";
}

FoldingTable rows_of(const policy::TableInWords& table) {
    const bool is_narrow = table.inputs.size() <= columns_max;
    FoldingTable folding{.caption = table.title, .columns = {}, .rows = {}, .hide_caption = true};
    if (is_narrow) {
        for (const std::string& input : table.inputs) {
            folding.columns.push_back({input});
        }
    } else {
        folding.columns.push_back({"When"});
    }
    for (const std::string& output : table.outputs) {
        folding.columns.push_back({"Then: " + output});
    }
    folding.columns.push_back({"Why"});
    const auto add = [&](std::vector<govuk::Content> row, const std::vector<std::string>& outputs,
                         const std::string& why) {
        for (const std::string& words : outputs) {
            row.push_back({.text = words});
        }
        row.push_back({.text = why});
        folding.rows.push_back(std::move(row));
    };
    for (const Rule& rule : table.rules) {
        std::vector<govuk::Content> row;
        if (is_narrow) {
            for (const std::string& words : rule.inputs) {
                row.push_back({.text = words});
            }
        } else {
            row.push_back({.html = asked_by(table, rule)});
        }
        add(std::move(row), rule.outputs, rule.reason);
    }
    if (!table.otherwise.empty()) {
        add(std::vector<govuk::Content>(is_narrow ? table.inputs.size() : 1,
                                        {.text = "anything else"}),
            table.otherwise, "When no rule holds.");
    }
    return folding;
}

Html table_part(const policy::TableInWords& table) {
    Html part;
    part << "<h2 class=\"govuk-heading-m\">" << table.title << "</h2><p class=\"govuk-body\">"
         << table.counts << "</p>";
    if (!table.source.empty()) {
        part << "<p class=\"govuk-hint\">Source: " << table.source << "</p>";
    }
    return part << folding_table(rows_of(table));
}

Result<Response> tables_page(Visit& visit) {
    TRY(const auto rules, rules_asked(visit));
    const policy::Package& package = *rules;
    TRY(const Date on, day_asked(visit, package));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Every table, rule for rule</h1><p "
            "class=\"govuk-body-l\">"
         << package.title()
         << "</p><p class=\"govuk-body\">Each row is a rule. It holds when everything before "
            "“Then” is so. What stands between [ and ] is an answer, a figure or the result of "
            "another step. Figures are those of "
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
