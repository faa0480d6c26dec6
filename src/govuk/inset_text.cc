#include "govuk/inset_text.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const InsetText& options) {
    return out << "<div" << attribute_if("id", options.id) << " class=\"govuk-inset-text"
               << more(options.classes) << "\"" << options.attributes << ">\n  "
               << words(options, 2) << "\n</div>";
}

}  // namespace govuk
