#pragma once
// Panels of which one is shown at a time; without scripts, a list of links and all panels.

#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct TabPanel {
    std::string text = {};
    Html html = {};
    Attributes attributes = {};
};

struct Tab {
    std::string label = {};
    // Empty: made from the prefix and the number.
    std::string id = {};
    TabPanel panel = {};
    Attributes attributes = {};
    // Not shown, but the numbers of the others stay.
    bool left_out = false;
};

struct Tabs {
    std::vector<Tab> items = {};
    std::string title = "Contents";
    std::string id = {};
    std::string id_prefix = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the tabs into a page.
Html& operator<<(Html& out, const Tabs& options);
// Makes tabs.
inline Html tabs(const Tabs& options) {
    return Html() << options;
}

}  // namespace govuk
