#include "govuk/generic_header.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const GenericHeader& options) {
    const std::string& space = options.name_space;
    return out << "<div class=\"" << space << "-header" << more(options.classes) << "\""
               << options.attributes << ">\n  <div class=\"" << space << "-header__container "
               << options.container_classes << "\">\n    <div class=\"" << space
               << "-header__logo\">\n      <a href=\"" << options.url << "\" class=\"" << space
               << "-header__homepage-link\">\n        "
               << as_given(options.logo_html, options.logo_text)
               << "\n      </a>\n    </div>\n  </div>\n</div>";
}

}  // namespace govuk
