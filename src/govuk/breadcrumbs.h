#pragma once
// The way from the first page to this one; an item without a link is the page itself.

#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct Breadcrumb {
    std::string text = {};
    Html html = {};
    std::string href = {};
    Attributes attributes = {};
};

struct Breadcrumbs {
    std::vector<Breadcrumb> items = {};
    std::string classes = {};
    bool collapse_on_mobile = false;
    Attributes attributes = {};
    std::string label_text = "Breadcrumb";
};

// Writes the breadcrumbs into a page.
Html& operator<<(Html& out, const Breadcrumbs& options);
// Makes breadcrumbs.
inline Html breadcrumbs(const Breadcrumbs& options) {
    return Html() << options;
}

}  // namespace govuk
