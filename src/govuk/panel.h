#pragma once
// The large coloured box that says a thing is done, or, with the class govuk-panel--interruption,
// stops a person before she goes on and offers actions.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

// A button, unless it has an href and no type "button".
struct PanelAction {
    std::string text = {};
    std::string type = {};
    std::string href = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct PanelActions {
    std::vector<PanelAction> items = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct Panel {
    std::string title_text = {};
    Html title_html = {};
    int heading_level = 1;
    std::string text = {};
    Html html = {};
    std::optional<PanelActions> actions = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the panel into a page.
Html& operator<<(Html& out, const Panel& options);
// Makes a panel.
inline Html panel(const Panel& options) {
    return Html() << options;
}

}  // namespace govuk
