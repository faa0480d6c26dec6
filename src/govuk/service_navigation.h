#pragma once
// The name of the service and its main parts, under the header of every page. Slots take extra
// markup at the edges (a sign-out button, a search).

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct ServiceNavigationItem {
    std::string text = {};
    Html html = {};
    std::string href = {};
    // In this part of the service, or on this very page.
    bool active = false;
    bool current = false;
    Attributes attributes = {};
};

struct ServiceNavigationSlots {
    Html start = {};
    Html end = {};
    bool end_is_inline = false;
    Html navigation_start = {};
    Html navigation_end = {};
};

struct ServiceNavigation {
    std::string service_name = {};
    std::string service_url = {};
    std::vector<ServiceNavigationItem> navigation = {};
    // Unset: when there is more than one item.
    std::optional<bool> collapse_navigation_on_mobile = std::nullopt;
    std::string menu_button_text = "Menu";
    std::string menu_button_label = {};
    std::string navigation_id = "navigation";
    // Empty: the text of the menu button.
    std::string navigation_label = {};
    std::string navigation_classes = {};
    std::string aria_label = "Service information";
    ServiceNavigationSlots slots = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the navigation into a page.
Html& operator<<(Html& out, const ServiceNavigation& options);
// Makes the navigation.
inline Html service_navigation(const ServiceNavigation& options) {
    return Html() << options;
}

}  // namespace govuk
