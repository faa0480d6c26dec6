#pragma once
// A warning of something that has consequences, with an exclamation mark.

#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct WarningText {
    std::string text = {};
    Html html = {};
    std::string icon_fallback_text = "Warning";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the warning into a page.
Html& operator<<(Html& out, const WarningText& options);
// Makes a warning.
inline Html warning_text(const WarningText& options) {
    return Html() << options;
}

}  // namespace govuk
