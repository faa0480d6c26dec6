#pragma once
// Asks about cookies that are not needed. Our pages set none of those and do not show it; it is
// here for councils that add their own.

#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

// A button, unless it has an href and no type "button".
struct CookieBannerAction {
    std::string text = {};
    std::string type = {};
    std::string href = {};
    std::string name = {};
    std::string value = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct CookieBannerMessage {
    std::string heading_text = {};
    Html heading_html = {};
    std::string text = {};
    Html html = {};
    std::vector<CookieBannerAction> actions = {};
    bool hidden = false;
    std::string role = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct CookieBanner {
    std::string aria_label = "Cookie banner";
    bool hidden = false;
    std::string classes = {};
    Attributes attributes = {};
    std::vector<CookieBannerMessage> messages = {};
};

// Writes the banner into a page.
Html& operator<<(Html& out, const CookieBanner& options);
// Makes a banner.
inline Html cookie_banner(const CookieBanner& options) {
    return Html() << options;
}

}  // namespace govuk
