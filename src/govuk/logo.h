#pragma once
// A drawing beside a name, as one SVG element of 30 by `width` pixels on a grid twice as fine. The
// drawing itself is given by the caller: this room holds no crown and no crest.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Logo {
    Html drawing = {};
    Html wordmark = {};
    int width = 32;
    std::string classes = {};
    std::string aria_label_text = {};
    Attributes attributes = {};
};

// Writes the logo into a page.
Html& operator<<(Html& out, const Logo& options);
// Makes a logo.
inline Html logo(const Logo& options) {
    return Html() << options;
}

}  // namespace govuk
