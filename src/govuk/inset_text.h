#pragma once
// A block that stands out from the text around it.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct InsetText {
    std::string text = {};
    Html html = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the block into a page.
Html& operator<<(Html& out, const InsetText& options);
// Makes an inset text.
inline Html inset_text(const InsetText& options) {
    return Html() << options;
}

}  // namespace govuk
