#pragma once
// A link back to the page before, at the top of a page and outside its main part.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct BackLink {
    std::string text = "Back";
    Html html = {};
    std::string href = "#";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the back link into a page.
Html& operator<<(Html& out, const BackLink& options);
// Makes a back link.
inline Html back_link(const BackLink& options) {
    return Html() << options;
}

}  // namespace govuk
