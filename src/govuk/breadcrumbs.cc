#include "govuk/breadcrumbs.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const Breadcrumbs& options) {
    out << "<nav class=\"govuk-breadcrumbs" << more(options.classes)
        << when(options.collapse_on_mobile, " govuk-breadcrumbs--collapse-on-mobile") << "\""
        << options.attributes << " aria-label=\"" << options.label_text
        << "\">\n  <ol class=\"govuk-breadcrumbs__list\">\n";
    for (const Breadcrumb& item : options.items) {
        if (item.href.empty()) {
            out << "    <li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">"
                << as_given(item) << "</li>\n";
        } else {
            out << "    <li class=\"govuk-breadcrumbs__list-item\">\n"
                   "      <a class=\"govuk-breadcrumbs__link\" href=\""
                << item.href << "\"" << item.attributes << ">" << as_given(item)
                << "</a>\n    </li>\n";
        }
    }
    return out << "  </ol>\n</nav>";
}

}  // namespace govuk
