#include "govuk/tag.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Tag& options) {
    return out << "<strong class=\"govuk-tag" << more(options.classes) << "\"" << options.attributes
               << ">\n  " << words(options, 2) << "\n</strong>";
}

}  // namespace govuk
