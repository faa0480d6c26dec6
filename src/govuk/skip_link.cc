#include "govuk/skip_link.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const SkipLink& options) {
    return out << "<a href=\"" << options.href << "\" class=\"govuk-skip-link"
               << more(options.classes) << "\"" << options.attributes
               << " data-module=\"govuk-skip-link\">" << as_given(options) << "</a>";
}

}  // namespace govuk
