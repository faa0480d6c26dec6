#pragma once
// Every error of a page at its top, each linked to the field it is about.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct ErrorSummaryItem {
    std::string text = {};
    Html html = {};
    std::string href = {};
    Attributes attributes = {};
};

struct ErrorSummary {
    std::string title_text = {};
    Html title_html = {};
    std::string description_text = {};
    Html description_html = {};
    std::vector<ErrorSummaryItem> error_list = {};
    std::optional<bool> disable_auto_focus = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the summary into a page.
Html& operator<<(Html& out, const ErrorSummary& options);
// Makes an error summary.
inline Html error_summary(const ErrorSummary& options) {
    return Html() << options;
}

}  // namespace govuk
