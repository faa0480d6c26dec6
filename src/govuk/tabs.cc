#include "govuk/tabs.h"

#include "govuk/content.h"

namespace govuk {

namespace {

std::string panel_id(const Tabs& options, const Tab& tab, int number) {
    return tab.id.empty() ? options.id_prefix + "-" + std::to_string(number) : tab.id;
}

void write_panel(Html& out, const Tab& tab, const std::string& id, bool hidden) {
    const std::size_t start = out.size();
    out << "  <div class=\"govuk-tabs__panel" << when(hidden, " govuk-tabs__panel--hidden")
        << "\" id=\"" << id << "\"" << tab.panel.attributes << ">\n";
    if (!tab.panel.html.empty()) {
        out << "  " << words(tab.panel, 2) << "\n";
    } else if (!tab.panel.text.empty()) {
        out << "  <p class=\"govuk-body\">" << tab.panel.text << "</p>\n";
    }
    out << "</div>";
    out.indent_from(start, 2);
    out << "\n";
}

}  // namespace

Html& operator<<(Html& out, const Tabs& options) {
    out << "<div" << attribute_if("id", options.id) << " class=\"govuk-tabs"
        << more(options.classes) << "\"" << options.attributes
        << " data-module=\"govuk-tabs\">\n  <h2 class=\"govuk-tabs__title\">\n    " << options.title
        << "\n  </h2>\n";
    if (options.items.empty()) {
        return out << "</div>";
    }
    out << "  <ul class=\"govuk-tabs__list\">\n";
    int number = 0;
    for (const Tab& tab : options.items) {
        ++number;
        if (!tab.left_out) {
            out << "    <li class=\"govuk-tabs__list-item"
                << when(number == 1, " govuk-tabs__list-item--selected")
                << "\">\n      <a class=\"govuk-tabs__tab\" href=\"#"
                << panel_id(options, tab, number) << "\"" << tab.attributes << ">\n        "
                << tab.label << "\n      </a>\n    </li>\n";
        }
    }
    out << "  </ul>\n";
    number = 0;
    for (const Tab& tab : options.items) {
        ++number;
        if (!tab.left_out) {
            write_panel(out, tab, panel_id(options, tab, number), number > 1);
        }
    }
    return out << "</div>";
}

}  // namespace govuk
