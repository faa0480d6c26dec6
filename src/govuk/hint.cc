#include "govuk/hint.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Hint& options) {
    return out << "<div" << attribute_if("id", options.id) << " class=\"govuk-hint"
               << more(options.classes) << "\"" << options.attributes << ">\n  "
               << words(options, 2) << "\n</div>";
}

}  // namespace govuk
