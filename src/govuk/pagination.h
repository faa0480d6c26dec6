#pragma once
// The way through a list that fills several pages, or, without numbers, from one page to the next.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct PaginationItem {
    std::string number = {};
    // Unset: "Page" and the number.
    std::optional<std::string> visually_hidden_text = std::nullopt;
    std::string href = {};
    bool current = false;
    bool ellipsis = false;
    Attributes attributes = {};
};

struct PaginationLink {
    std::string href = {};
    // Empty: "Previous page" or "Next page".
    std::string text = {};
    Html html = {};
    std::string label_text = {};
    Attributes attributes = {};
};

struct Pagination {
    std::vector<PaginationItem> items = {};
    PaginationLink previous = {};
    PaginationLink next = {};
    std::string landmark_label = "Pagination";
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the links into a page.
Html& operator<<(Html& out, const Pagination& options);
// Makes the links.
inline Html pagination(const Pagination& options) {
    return Html() << options;
}

}  // namespace govuk
