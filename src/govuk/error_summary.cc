#include "govuk/error_summary.h"

#include "govuk/content.h"

namespace govuk {

namespace {

void write_item(Html& out, const ErrorSummaryItem& item) {
    out << "          <li>\n";
    if (item.href.empty()) {
        out << "            " << words(item, 10) << "\n";
    } else {
        out << "            <a href=\"" << item.href << "\"" << item.attributes << ">"
            << words(item, 12) << "</a>\n";
    }
    out << "          </li>\n";
}

}  // namespace

Html& operator<<(Html& out, const ErrorSummary& options) {
    out << "<div class=\"govuk-error-summary" << more(options.classes) << "\"";
    if (options.disable_auto_focus) {
        out << " data-disable-auto-focus=\"" << true_or_false(*options.disable_auto_focus) << "\"";
    }
    out << options.attributes
        << " data-module=\"govuk-error-summary\">\n  <div role=\"alert\">\n"
           "    <h2 class=\"govuk-error-summary__title\">\n      "
        << words(options.title_html, options.title_text, 6)
        << "\n    </h2>\n    <div class=\"govuk-error-summary__body\">\n";
    if (!options.description_html.empty() || !options.description_text.empty()) {
        out << "      <p>\n        " << words(options.description_html, options.description_text, 8)
            << "\n      </p>\n";
    }
    if (!options.error_list.empty()) {
        out << "        <ul class=\"govuk-list govuk-error-summary__list\">\n";
        for (const ErrorSummaryItem& item : options.error_list) {
            write_item(out, item);
        }
        out << "        </ul>\n";
    }
    return out << "    </div>\n  </div>\n</div>";
}

}  // namespace govuk
