#include "govuk/logo.h"

namespace govuk {

Html& operator<<(Html& out, const Logo& options) {
    out << "<svg\n    focusable=\"false\"\n    role=\""
        << (options.aria_label_text.empty() ? Literal("presentation") : Literal("img"))
        << "\"\n    xmlns=\"http://www.w3.org/2000/svg\"\n    viewBox=\"0 0 " << options.width * 2
        << " 60\"\n    height=\"30\"\n    width=\"" << options.width
        << "\"\n    fill=\"currentcolor\"" << attribute_if("class", options.classes)
        << attribute_if("aria-label", options.aria_label_text) << options.attributes << "\n  >";
    if (!options.aria_label_text.empty()) {
        out << "<title>" << options.aria_label_text << "</title>";
    }
    out << "    " << indented(2, trimmed(options.drawing)) << "\n";
    if (!options.wordmark.empty()) {
        out << "      " << indented(2, trimmed(options.wordmark)) << "\n";
    }
    return out << "  </svg>";
}

}  // namespace govuk
