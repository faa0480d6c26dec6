#pragma once
// The header of GOV.UK, kept so that the whole of the reference can be compared. No page of ours
// shows it: a council uses generic_header. The logo is given by the caller.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"
#include "govuk/logo.h"

namespace govuk {

struct Header {
    Logo logo = {};
    std::string product_name = {};
    std::string homepage_url = "//gov.uk";
    std::string container_classes = "govuk-width-container";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the header into a page.
Html& operator<<(Html& out, const Header& options);
// Makes a header.
inline Html header(const Header& options) {
    return Html() << options;
}

}  // namespace govuk
