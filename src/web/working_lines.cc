#include "web/working_lines.h"

#include "web/folding_table.h"

namespace web {

namespace {

using govuk::Html;

Html line_of(const policy::Explanation& line) {
    Html out;
    out << "<li class=\"op-working__line\"><h3 class=\"govuk-heading-s\">" << line.title << ": "
        << line.value << "</h3>";
    if (!line.text.empty()) {
        out << "<p class=\"govuk-body\">" << line.text << "</p>";
    }
    for (const std::string& reason : line.reasons) {
        out << "<p class=\"govuk-body\">Rule: " << reason << "</p>";
    }
    if (!line.steps.empty()) {
        out << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const policy::NamedValue& step : line.steps) {
            out << "<li>" << (step.title.empty() ? step.name : step.title) << ": " << step.value
                << "</li>";
        }
        out << "</ul>";
    }
    for (const policy::Figure& figure : line.figures) {
        out << "<p class=\"govuk-body-s\">Figure: " << figure.label << ", " << figure.value
            << ", from " << figure.from.for_people() << ". " << mark_words(figure.mark) << "</p>";
    }
    if (!line.source.empty()) {
        out << "<p class=\"govuk-body-s\">Source: " << line.source << "</p>";
    }
    out << "</li>";
    return out;
}

}  // namespace

Html mark_words(policy::Mark mark) {
    switch (mark) {
        case policy::Mark::published:
            return govuk::Literal("<span class=\"op-source\">Published</span>");
        case policy::Mark::remembered:
            return govuk::Literal(
                "<span class=\"op-source op-source--remembered\">Remembered</span>");
        case policy::Mark::illustrative:
            return govuk::Literal(
                "<span class=\"op-source op-source--illustrative\">Illustrative</span>");
    }
    return {};
}

Html working_lines(const std::vector<policy::Explanation>& lines, std::set<std::string>& shown) {
    Html items;
    for (const policy::Explanation& line : lines) {
        if (shown.insert(line.decision).second) {
            items << line_of(line);
        }
    }
    if (items.empty()) {
        return items;
    }
    return Html() << "<ol class=\"govuk-list op-working\">" << items << "</ol>";
}

Html figures_table(const std::vector<policy::Explanation>& lines, std::string caption) {
    FoldingTable table{.caption = std::move(caption),
                       .columns = {{"Figure"}, {"Value", true}, {"From"}, {"Source"}, {"Mark"}},
                       .rows = {}};
    std::set<std::string> seen;
    for (const policy::Explanation& line : lines) {
        for (const policy::Figure& figure : line.figures) {
            if (seen.insert(figure.id).second) {
                table.rows.push_back({{.text = figure.label},
                                      {.text = figure.value},
                                      {.text = figure.from.for_people()},
                                      {.text = figure.source},
                                      {.html = mark_words(figure.mark)}});
            }
        }
    }
    return folding_table(table);
}

}  // namespace web
