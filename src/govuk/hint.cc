#include "govuk/hint.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const HintAs& named) {
    const Hint& options = named.options;
    return out << "<div" << attribute_if("id", named.id) << " class=\"govuk-hint"
               << more(options.classes) << "\"" << options.attributes << ">\n  "
               << words(options, 2) << "\n</div>";
}

Html& operator<<(Html& out, const Hint& options) {
    return out << HintAs{options, options.id};
}

}  // namespace govuk
