#pragma once
// The first link of every page: takes a keyboard user past the header to the main part.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct SkipLink {
    std::string text = {};
    Html html = {};
    std::string href = "#content";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the skip link into a page.
Html& operator<<(Html& out, const SkipLink& options);
// Makes a skip link.
inline Html skip_link(const SkipLink& options) {
    return Html() << options;
}

}  // namespace govuk
