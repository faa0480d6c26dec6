#pragma once
// The header of an organisation other than GOV.UK: its own logo and name, linked to its first page.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct GenericHeader {
    std::string logo_text = {};
    Html logo_html = {};
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes = {};
    Attributes attributes = {};
    // The first part of every class name; the header of GOV.UK itself has another.
    std::string name_space = "govuk-generic";
};

// Writes the header into a page.
Html& operator<<(Html& out, const GenericHeader& options);
// Makes a header.
inline Html generic_header(const GenericHeader& options) {
    return Html() << options;
}

}  // namespace govuk
