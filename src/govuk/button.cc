#include "govuk/button.h"

namespace govuk {

namespace {

void write_shared_attributes(Html& out, const Button& options) {
    out << " class=\"govuk-button" << more(options.classes)
        << when(options.is_start_button, " govuk-button--start")
        << "\" data-module=\"govuk-button\"" << options.attributes << attribute_if("id", options.id)
        << ">\n  ";
}

void write_words(Html& out, const Button& options) {
    const std::size_t start = out.size();
    if (options.html.empty()) {
        out << options.text;
    } else if (options.is_start_button) {
        out << "<span>" << trimmed(options.html) << "</span>";
    } else {
        out << trimmed(options.html);
    }
    out.indent_from(start, 2);
    if (options.is_start_button) {
        out << "\n  <svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\""
               " width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\""
               " focusable=\"false\">\n"
               "    <path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/>\n  </svg>";
    }
}

}  // namespace

Html& operator<<(Html& out, const Button& options) {
    if (!options.href.empty()) {
        out << "<a href=\"" << options.href << "\" role=\"button\" draggable=\"false\"";
        write_shared_attributes(out, options);
        write_words(out, options);
        return out << "\n</a>";
    }
    out << "<button type=\"" << options.type << "\"" << attribute_if("value", options.value)
        << attribute_if("name", options.name)
        << when(options.disabled, " disabled aria-disabled=\"true\"");
    if (options.prevent_double_click) {
        out << " data-prevent-double-click=\"" << true_or_false(*options.prevent_double_click)
            << "\"";
    }
    write_shared_attributes(out, options);
    write_words(out, options);
    return out << "\n</button>";
}

}  // namespace govuk
