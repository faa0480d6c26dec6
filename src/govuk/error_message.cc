#include "govuk/error_message.h"

#include "govuk/content.h"

namespace govuk {

Html& operator<<(Html& out, const ErrorMessageAs& named) {
    const ErrorMessage& options = named.options;
    out << "<p" << attribute_if("id", named.id) << " class=\"govuk-error-message"
        << more(options.classes) << "\"" << options.attributes << ">\n  ";
    if (!options.visually_hidden_text.empty()) {
        out << "<span class=\"govuk-visually-hidden\">" << options.visually_hidden_text
            << ":</span> ";
    }
    return out << words(options, 2) << "\n</p>";
}

Html& operator<<(Html& out, const ErrorMessage& options) {
    return out << ErrorMessageAs{options, options.id};
}

}  // namespace govuk
