#pragma once
// A short word for the state of a thing ("Not started", "Paid").

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Tag {
    std::string text = {};
    Html html = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the tag into a page.
Html& operator<<(Html& out, const Tag& options);
// Makes a tag.
inline Html tag(const Tag& options) {
    return Html() << options;
}

}  // namespace govuk
