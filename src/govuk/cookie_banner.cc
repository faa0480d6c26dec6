#include "govuk/cookie_banner.h"

#include "govuk/button.h"
#include "govuk/content.h"

namespace govuk {

namespace {

void write_action(Html& out, const CookieBannerAction& action) {
    out << "      ";
    const std::size_t start = out.size();
    if (action.href.empty() || action.type == "button") {
        out << Button{.text = action.text,
                      .name = action.name,
                      .type = action.type.empty() ? "button" : action.type,
                      .value = action.value,
                      .href = action.href,
                      .classes = action.classes,
                      .attributes = action.attributes};
    } else {
        out << "<a class=\"govuk-link" << more(action.classes) << "\" href=\"" << action.href
            << "\"" << action.attributes << ">" << action.text << "</a>";
    }
    out.indent_from(start, 6);
    out << "\n";
}

void write_message(Html& out, const CookieBannerMessage& message) {
    out << "  <div class=\"govuk-cookie-banner__message" << more(message.classes)
        << " govuk-width-container\"" << attribute_if("role", message.role) << message.attributes
        << when(message.hidden, " hidden")
        << ">\n\n    <div class=\"govuk-grid-row\">\n"
           "      <div class=\"govuk-grid-column-two-thirds\">\n";
    if (!message.heading_html.empty() || !message.heading_text.empty()) {
        out << "        <h2 class=\"govuk-cookie-banner__heading govuk-heading-m\">\n          "
            << words(message.heading_html, message.heading_text, 10) << "\n        </h2>\n";
    }
    out << "        <div class=\"govuk-cookie-banner__content\">\n";
    if (!message.html.empty()) {
        out << "          " << words(message, 10) << "\n";
    } else if (!message.text.empty()) {
        out << "          <p class=\"govuk-body\">" << message.text << "</p>\n";
    }
    out << "        </div>\n      </div>\n    </div>\n\n";
    if (!message.actions.empty()) {
        out << "    <div class=\"govuk-button-group\">\n";
        for (const CookieBannerAction& action : message.actions) {
            write_action(out, action);
        }
        out << "    </div>\n";
    }
    out << "\n  </div>\n";
}

}  // namespace

Html& operator<<(Html& out, const CookieBanner& options) {
    out << "<div class=\"govuk-cookie-banner" << more(options.classes)
        << "\" data-nosnippet role=\"region\" aria-label=\"" << options.aria_label << "\""
        << when(options.hidden, " hidden") << options.attributes << ">\n";
    for (const CookieBannerMessage& message : options.messages) {
        write_message(out, message);
    }
    return out << "</div>";
}

}  // namespace govuk
