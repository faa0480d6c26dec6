#pragma once
// Asks what people think of the service, above the footer.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Feedback {
    std::string title_text = {};
    Html title_html = {};
    int heading_level = 2;
    std::string text = {};
    Html html = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the block into a page.
Html& operator<<(Html& out, const Feedback& options);
// Makes the block.
inline Html feedback(const Feedback& options) {
    return Html() << options;
}

}  // namespace govuk
