#pragma once
// More words behind a line that opens them, for what only some readers need.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Details {
    std::string summary_text = {};
    Html summary_html = {};
    std::string text = {};
    Html html = {};
    std::string id = {};
    bool open = false;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the block into a page.
Html& operator<<(Html& out, const Details& options);
// Makes the block.
inline Html details(const Details& options) {
    return Html() << options;
}

}  // namespace govuk
