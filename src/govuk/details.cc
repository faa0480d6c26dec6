#include "govuk/details.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Details& options) {
    return out << "<details" << attribute_if("id", options.id) << " class=\"govuk-details"
               << more(options.classes) << "\"" << options.attributes << when(options.open, " open")
               << ">\n  <summary class=\"govuk-details__summary\">\n"
                  "    <span class=\"govuk-details__summary-text\">\n      "
               << words(options.summary_html, options.summary_text, 6)
               << "\n    </span>\n  </summary>\n  <div class=\"govuk-details__text\">\n    "
               << as_given(options) << "\n  </div>\n</details>";
}

}  // namespace govuk
