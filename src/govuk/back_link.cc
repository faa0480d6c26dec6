#include "govuk/back_link.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const BackLink& options) {
    return out << "<a href=\"" << options.href << "\" class=\"govuk-back-link"
               << more(options.classes) << "\"" << options.attributes << ">" << as_given(options)
               << "</a>";
}

}  // namespace govuk
