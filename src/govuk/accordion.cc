#include "govuk/accordion.h"

#include "base/text.h"
#include "govuk/translations.h"

namespace govuk {

namespace {

void write_section(Html& out, const Accordion& options, const AccordionSection& section,
                   int number) {
    out << "  <div class=\"govuk-accordion__section"
        << when(section.expanded, " govuk-accordion__section--expanded")
        << "\">\n    <div class=\"govuk-accordion__section-header\">\n      <h"
        << options.heading_level
        << " class=\"govuk-accordion__section-heading\">\n"
           "        <span class=\"govuk-accordion__section-button\" id=\""
        << options.id << "-heading-" << number << "\">\n          " << words(section.heading, 8)
        << "\n        </span>\n      </h" << options.heading_level << ">\n";
    if (section.summary.given()) {
        out << "      <div class=\"govuk-accordion__section-summary govuk-body\" id=\""
            << options.id << "-summary-" << number << "\">\n        " << words(section.summary, 8)
            << "\n      </div>\n";
    }
    out << "    </div>\n    <div id=\"" << options.id << "-content-" << number
        << "\" class=\"govuk-accordion__section-content\">\n";
    if (!section.content.html.empty()) {
        out << "      " << words(section.content, 6) << "\n";
    } else if (!section.content.text.empty()) {
        out << "      <p class=\"govuk-body\">\n        "
            << indented(8, base::trim(section.content.text)) << "\n      </p>\n";
    }
    out << "    </div>\n  </div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Accordion& options) {
    Attributes translated;
    add_translation(translated, "hide-all-sections", options.hide_all_sections_text);
    add_translation(translated, "hide-section", options.hide_section_text);
    add_translation(translated, "hide-section-aria-label", options.hide_section_aria_label_text);
    add_translation(translated, "show-all-sections", options.show_all_sections_text);
    add_translation(translated, "show-section", options.show_section_text);
    add_translation(translated, "show-section-aria-label", options.show_section_aria_label_text);
    out << "<div class=\"govuk-accordion" << more(options.classes)
        << "\" data-module=\"govuk-accordion\" id=\"" << options.id << "\"" << translated;
    if (options.remember_expanded) {
        out << " data-remember-expanded=\"" << true_or_false(*options.remember_expanded) << "\"";
    }
    out << options.attributes << ">\n";
    int number = 0;
    for (const AccordionSection& section : options.items) {
        ++number;
        if (!section.left_out) {
            write_section(out, options, section, number);
        }
    }
    return out << "</div>";
}

}  // namespace govuk
