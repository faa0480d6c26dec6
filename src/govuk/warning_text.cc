#include "govuk/warning_text.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const WarningText& options) {
    return out << "<div class=\"govuk-warning-text" << more(options.classes) << "\""
               << options.attributes
               << ">\n  <span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n"
                  "  <strong class=\"govuk-warning-text__text\">\n"
                  "    <span class=\"govuk-visually-hidden\">"
               << options.icon_fallback_text << "</span>\n    " << as_given(options)
               << "\n  </strong>\n</div>";
}

}  // namespace govuk
