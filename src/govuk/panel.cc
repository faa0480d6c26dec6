#include "govuk/panel.h"

#include "govuk/button.h"
#include "govuk/content.h"

namespace govuk {

namespace {

void write_action(Html& out, const PanelAction& action) {
    out << "      ";
    const std::size_t start = out.size();
    if (action.href.empty() || action.type == "button") {
        out << Button{.text = action.text,
                      .type = action.type.empty() ? "button" : action.type,
                      .href = action.href,
                      .classes = join_words("govuk-button--inverse", action.classes),
                      .attributes = action.attributes};
    } else {
        out << "<a class=\"govuk-link govuk-link--inverse" << more(action.classes) << "\" href=\""
            << action.href << "\"" << action.attributes << ">" << action.text << "</a>";
    }
    out.indent_from(start, 6);
    out << "\n";
}

void write_actions(Html& out, const PanelActions& actions) {
    out << "  <div class=\"govuk-panel__actions" << more(actions.classes) << "\""
        << actions.attributes << ">";
    if (!actions.items.empty()) {
        out << "<div class=\"govuk-button-group\">\n";
        for (const PanelAction& action : actions.items) {
            write_action(out, action);
        }
        out << "    </div>";
    }
    out << "</div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Panel& options) {
    const bool interrupts = options.classes.find("govuk-panel--interruption") != std::string::npos;
    out << "<div class=\"govuk-panel" << when(!interrupts, " govuk-panel--confirmation")
        << more(options.classes) << "\"" << options.attributes << ">\n  <h" << options.heading_level
        << " class=\"govuk-panel__title\">\n    "
        << as_given(options.title_html, options.title_text) << "\n  </h" << options.heading_level
        << ">\n";
    if (!options.html.empty() || !options.text.empty()) {
        out << "  <div class=\"govuk-panel__body\">\n    " << words(options, 4) << "\n  </div>\n";
    }
    if (interrupts && options.actions) {
        write_actions(out, *options.actions);
    }
    return out << "</div>";
}

}  // namespace govuk
