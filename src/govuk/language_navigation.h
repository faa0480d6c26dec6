#pragma once
// The same page in other languages; the one without a link is the one being read.

#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct LanguageLink {
    std::string text = {};
    Html html = {};
    std::string href = {};
    bool current = false;
    std::string lang = {};
    // Empty: the same as lang.
    std::string href_lang = {};
    std::string dir = {};
    std::string language_description_text = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct LanguageNavigation {
    std::vector<LanguageLink> items = {};
    std::string aria_label = "Language";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the links into a page.
Html& operator<<(Html& out, const LanguageNavigation& options);
// Makes the links.
inline Html language_navigation(const LanguageNavigation& options) {
    return Html() << options;
}

}  // namespace govuk
