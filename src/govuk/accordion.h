#pragma once
// Sections of which any can be opened; without scripts, headings and text.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/content.h"
#include "govuk/html.h"

namespace govuk {

struct AccordionSection {
    Content heading = {};
    Content summary = {};
    Content content = {};
    bool expanded = false;
    // Not shown, but the numbers of the others stay.
    bool left_out = false;
};

struct Accordion {
    std::string id = {};
    std::vector<AccordionSection> items = {};
    int heading_level = 2;
    std::optional<bool> remember_expanded = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
    std::string hide_all_sections_text = {};
    std::string hide_section_text = {};
    std::string hide_section_aria_label_text = {};
    std::string show_all_sections_text = {};
    std::string show_section_text = {};
    std::string show_section_aria_label_text = {};
};

// Writes the sections into a page.
Html& operator<<(Html& out, const Accordion& options);
// Makes the sections.
inline Html accordion(const Accordion& options) {
    return Html() << options;
}

}  // namespace govuk
