#include "govuk/summary_list.h"

#include <algorithm>

#include "govuk/content.h"

namespace govuk {

namespace {

// A link of a row or card; the card's title goes with it for people who hear the page.
struct ActionLink {
    const SummaryListAction& action;
    const std::optional<SummaryCardTitle>& card_title;
};

Html& operator<<(Html& out, const ActionLink& link) {
    const SummaryListAction& action = link.action;
    out << "<a class=\"govuk-link" << more(action.classes) << "\" href=\"" << action.href << "\""
        << action.attributes << ">";
    if (action.html.empty()) {
        out << action.text;
    } else {
        out << indented(4, action.html);
    }
    if (!action.visually_hidden_text.empty() || link.card_title) {
        out << "<span class=\"govuk-visually-hidden\">";
        if (!action.visually_hidden_text.empty()) {
            out << " " << action.visually_hidden_text;
        }
        if (link.card_title && link.card_title->html.empty()) {
            out << " (" << link.card_title->text << ")";
        } else if (link.card_title) {
            out << " (" << indented(6, link.card_title->html) << ")";
        }
        out << "</span>";
    }
    return out << "</a>";
}

void write_row_actions(Html& out, const SummaryListActions& actions,
                       const std::optional<SummaryCardTitle>& card_title) {
    out << "    <dd class=\"govuk-summary-list__actions" << more(actions.classes) << "\">\n";
    if (actions.items.size() == 1) {
        out << "      " << indented(6, ActionLink{actions.items.front(), card_title}) << "\n";
    } else {
        out << "      <ul class=\"govuk-summary-list__actions-list\">\n";
        for (const SummaryListAction& action : actions.items) {
            out << "        <li class=\"govuk-summary-list__actions-list-item\">\n          "
                << indented(8, ActionLink{action, card_title}) << "\n        </li>\n";
        }
        out << "      </ul>\n";
    }
    out << "    </dd>\n";
}

void write_list(Html& out, const SummaryList& options) {
    const auto has_actions = [](const SummaryListRow& row) { return !row.actions.items.empty(); };
    const bool any_actions = std::any_of(options.rows.begin(), options.rows.end(), has_actions);
    const std::optional<SummaryCardTitle> card_title =
        options.card ? options.card->title : std::nullopt;
    out << "<dl class=\"govuk-summary-list" << more(options.classes) << "\"" << options.attributes
        << ">\n";
    for (const SummaryListRow& row : options.rows) {
        out << "  <div class=\"govuk-summary-list__row"
            << when(any_actions && !has_actions(row), " govuk-summary-list__row--no-actions")
            << more(row.classes) << "\">\n    <dt class=\"govuk-summary-list__key"
            << more(row.key.classes) << "\">\n      " << words(row.key, 6)
            << "\n    </dt>\n    <dd class=\"govuk-summary-list__value" << more(row.value.classes)
            << "\">\n      " << words(row.value, 6) << "\n    </dd>\n";
        if (has_actions(row)) {
            write_row_actions(out, row.actions, card_title);
        }
        out << "  </div>\n";
    }
    out << "</dl>";
}

void write_card_actions(Html& out, const SummaryCard& card) {
    const SummaryListActions& actions = card.actions;
    if (actions.items.size() == 1) {
        out << "    <div class=\"govuk-summary-card__actions" << more(actions.classes)
            << "\">\n      " << indented(4, ActionLink{actions.items.front(), card.title})
            << "\n    </div>\n";
        return;
    }
    out << "    <ul class=\"govuk-summary-card__actions" << more(actions.classes) << "\">\n";
    for (const SummaryListAction& action : actions.items) {
        out << "      <li class=\"govuk-summary-card__action\">\n        "
            << indented(8, ActionLink{action, card.title}) << "\n      </li>\n";
    }
    out << "    </ul>\n";
}

}  // namespace

Html& operator<<(Html& out, const SummaryList& options) {
    if (!options.card) {
        write_list(out, options);
        return out;
    }
    const SummaryCard& card = *options.card;
    out << "<div class=\"govuk-summary-card" << more(card.classes) << "\"" << card.attributes
        << ">\n  <div class=\"govuk-summary-card__title-wrapper\">\n";
    if (card.title) {
        const int level = card.title->heading_level;
        out << "    <h" << level << " class=\"govuk-summary-card__title"
            << more(card.title->classes) << "\">\n      " << words(*card.title, 6) << "\n    </h"
            << level << ">\n";
    }
    if (!card.actions.items.empty()) {
        write_card_actions(out, card);
    }
    out << "  </div>\n\n  <div class=\"govuk-summary-card__content\">\n    ";
    const std::size_t start = out.size();
    write_list(out, options);
    out.indent_from(start, 4);
    return out << "\n  </div>\n</div>";
}

}  // namespace govuk
