#pragma once
// News about the whole page: something important, or, with type "success", that a thing was done.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct NotificationBanner {
    std::string text = {};
    Html html = {};
    // Empty: "Important", or "Success" for a success.
    std::string title_text = {};
    Html title_html = {};
    int title_heading_level = 2;
    std::string type = {};
    std::string role = {};
    std::string title_id = "govuk-notification-banner-title";
    std::optional<bool> disable_auto_focus = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the banner into a page.
Html& operator<<(Html& out, const NotificationBanner& options);
// Makes a banner.
inline Html notification_banner(const NotificationBanner& options) {
    return Html() << options;
}

}  // namespace govuk
