#include "govuk/fieldset.h"

#include "govuk/content.h"

namespace govuk {

namespace {

void write_legend(Html& out, const Legend& legend) {
    out << "  <legend class=\"govuk-fieldset__legend" << more(legend.classes) << "\">\n";
    if (legend.is_page_heading) {
        out << "    <h1 class=\"govuk-fieldset__heading\">\n      " << words(legend, 6)
            << "\n    </h1>\n";
    } else {
        out << "    " << words(legend, 4) << "\n";
    }
    out << "  </legend>\n";
}

}  // namespace

Html& operator<<(Html& out, const Fieldset& options) {
    out << "<fieldset class=\"govuk-fieldset" << more(options.classes) << "\""
        << attribute_if("role", options.role)
        << attribute_if("aria-describedby", options.described_by) << options.attributes << ">\n";
    if (!options.legend.html.empty() || !options.legend.text.empty()) {
        write_legend(out, options.legend);
    }
    if (!options.html.empty()) {
        out << "  " << options.html << "\n";
    }
    return out << "</fieldset>";
}

}  // namespace govuk
