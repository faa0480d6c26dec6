#include "govuk/label.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const LabelFor& labelled) {
    const Label& options = labelled.label;
    if (options.text.empty() && options.html.empty()) {
        return out;
    }
    out << when(options.is_page_heading, "<h1 class=\"govuk-label-wrapper\">\n  ");
    const std::size_t start = out.size();
    out << "<label class=\"govuk-label" << more(options.classes) << "\"" << options.attributes
        << attribute_if("for", labelled.id) << ">\n  " << words(options, 2) << "\n</label>";
    if (options.is_page_heading) {
        out.indent_from(start, 2);
        out << "\n</h1>";
    }
    return out;
}

Html& operator<<(Html& out, const Label& options) {
    return out << LabelFor{options, options.for_id};
}

}  // namespace govuk
