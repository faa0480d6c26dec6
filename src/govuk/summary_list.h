#pragma once
// Facts and their values in rows, each with what can be done about it; the page to check answers is
// made of these. With a card the list has a title and actions for the whole.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/html.h"

namespace govuk {

struct SummaryListText {
    std::string text = {};
    Html html = {};
    std::string classes = {};
};

struct SummaryListAction {
    std::string href = {};
    std::string text = {};
    Html html = {};
    // What "Change" changes, for people who hear the page.
    std::string visually_hidden_text = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryListActions {
    std::vector<SummaryListAction> items = {};
    std::string classes = {};
};

struct SummaryListRow {
    SummaryListText key = {};
    SummaryListText value = {};
    SummaryListActions actions = {};
    std::string classes = {};
};

struct SummaryCardTitle {
    std::string text = {};
    Html html = {};
    int heading_level = 2;
    std::string classes = {};
};

struct SummaryCard {
    std::optional<SummaryCardTitle> title = std::nullopt;
    SummaryListActions actions = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryList {
    std::vector<SummaryListRow> rows = {};
    std::optional<SummaryCard> card = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the list into a page.
Html& operator<<(Html& out, const SummaryList& options);
// Makes a summary list.
inline Html summary_list(const SummaryList& options) {
    return Html() << options;
}

}  // namespace govuk
