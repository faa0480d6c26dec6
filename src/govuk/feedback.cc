#include "govuk/feedback.h"

#include "base/text.h"
#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Feedback& options) {
    out << "<div class=\"govuk-feedback govuk-width-container" << more(options.classes) << "\""
        << options.attributes
        << ">\n  <div class=\"govuk-grid-row\">\n    <div class=\"govuk-grid-column-two-thirds\">\n"
           "      <h"
        << options.heading_level << " class=\"govuk-feedback__title\">\n        "
        << as_given(options.title_html, options.title_text) << "\n      </h"
        << options.heading_level << ">\n";
    if (!options.html.empty()) {
        out << "        <div class=\"govuk-feedback__body\">\n            " << words(options, 4)
            << "\n        </div>\n";
    } else if (!options.text.empty()) {
        out << "        <div class=\"govuk-feedback__body\">\n"
               "            <p class=\"govuk-body\">\n              "
            << indented(6, base::trim(options.text)) << "\n            </p>\n        </div>\n";
    }
    return out << "    </div>\n  </div>\n</div>";
}

}  // namespace govuk
