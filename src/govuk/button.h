#pragma once
// A button, or a link that looks like one when it has an href. One page has one green button;
// others are secondary. `prevent_double_click` asks the script to ignore a quick second click; the
// server refuses a repeated act on its own account.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Button {
    std::string text = {};
    Html html = {};
    std::string name = {};
    std::string type = "submit";
    std::string value = {};
    bool disabled = false;
    std::string href = {};
    std::string classes = {};
    Attributes attributes = {};
    std::optional<bool> prevent_double_click = std::nullopt;
    bool is_start_button = false;
    std::string id = {};
};

// Writes the button into a page.
Html& operator<<(Html& out, const Button& options);
// Makes a button.
inline Html button(const Button& options) {
    return Html() << options;
}

}  // namespace govuk
