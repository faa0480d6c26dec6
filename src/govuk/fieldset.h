#pragma once
// A group of fields that answer one question, with its legend; radios, checkboxes and dates put
// themselves into one when their options carry it.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Legend {
    std::string text = {};
    Html html = {};
    std::string classes = {};
    bool is_page_heading = false;
};

struct Fieldset {
    Legend legend = {};
    std::string described_by = {};
    std::string classes = {};
    std::string role = {};
    Attributes attributes = {};
    Html html = {};
};

// Writes the fieldset into a page.
Html& operator<<(Html& out, const Fieldset& options);
// Makes a fieldset.
inline Html fieldset(const Fieldset& options) {
    return Html() << options;
}

}  // namespace govuk
