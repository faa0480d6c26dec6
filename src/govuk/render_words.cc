#include "govuk/accordion.h"
#include "govuk/cookie_banner.h"
#include "govuk/details.h"
#include "govuk/feedback.h"
#include "govuk/inset_text.h"
#include "govuk/notification_banner.h"
#include "govuk/panel.h"
#include "govuk/phase_banner.h"
#include "govuk/renderers.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "govuk/tabs.h"
#include "govuk/tag.h"
#include "govuk/task_list.h"
#include "govuk/warning_text.h"

namespace govuk::renderers {

namespace {

Tag tag_of(const Options& options) {
    return {.text = options.printed("text"),
            .html = options.html(),
            .classes = options.text("classes"),
            .attributes = options.attributes()};
}

SummaryListText summary_text_of(const Options& options) {
    return {.text = options.printed("text"),
            .html = options.html(),
            .classes = options.text("classes")};
}

SummaryListActions summary_actions_of(const Options& options) {
    SummaryListActions made{.classes = options.text("classes")};
    for (const Options& action : options["items"].items()) {
        made.items.push_back({.href = action.printed("href"),
                              .text = action.printed("text"),
                              .html = action.html(),
                              .visually_hidden_text = action.text("visuallyHiddenText"),
                              .classes = action.text("classes"),
                              .attributes = action.attributes()});
    }
    return made;
}

std::optional<SummaryCard> summary_card_of(const Options& card) {
    if (!card.is_true()) {
        return std::nullopt;
    }
    SummaryCard made{.actions = summary_actions_of(card["actions"]),
                     .classes = card.text("classes"),
                     .attributes = card.attributes()};
    if (const Options title = card["title"]; title.is_true()) {
        made.title = SummaryCardTitle{.text = title.printed("text"),
                                      .html = title.html(),
                                      .heading_level = title.number("headingLevel", 2),
                                      .classes = title.text("classes")};
    }
    return made;
}

TableRow table_row_of(const Options& row) {
    TableRow made;
    for (const Options& cell : row.items()) {
        made.push_back({.text = cell.printed("text"),
                        .html = cell.html(),
                        .format = cell.text("format"),
                        .classes = cell.text("classes"),
                        .colspan = cell.number("colspan", 0),
                        .rowspan = cell.number("rowspan", 0),
                        .attributes = cell.attributes()});
    }
    return made;
}

CookieBannerMessage cookie_message_of(const Options& message) {
    CookieBannerMessage made{.heading_text = message.text("headingText"),
                             .heading_html = message.html("headingHtml"),
                             .text = message.text("text"),
                             .html = message.html(),
                             .hidden = message.fact("hidden"),
                             .role = message.text("role"),
                             .classes = message.text("classes"),
                             .attributes = message.attributes()};
    for (const Options& action : message["actions"].items()) {
        made.actions.push_back({.text = action.printed("text"),
                                .type = action.text("type"),
                                .href = action.text("href"),
                                .name = action.text("name"),
                                .value = action.text("value"),
                                .classes = action.text("classes"),
                                .attributes = action.attributes()});
    }
    return made;
}

Task task_of(const Options& item) {
    const Options title = item["title"];
    const Options status = item["status"];
    Task made{.title = {.text = title.printed("text"),
                        .html = title.html(),
                        .classes = title.text("classes")},
              .hint = {.text = item["hint"].printed("text"),
                       .html = item["hint"].html(),
                       .even_if_empty = item["hint"].is_true()},
              .status = {.text = status.printed("text"),
                         .html = status.html(),
                         .classes = status.text("classes")},
              .href = item.text("href"),
              .classes = item.text("classes"),
              .left_out = !item.is_true()};
    if (status["tag"].is_true()) {
        made.status.tag = tag_of(status["tag"]);
    }
    return made;
}

}  // namespace

Html accordion(const Options& options, const Artwork&) {
    Accordion made{.id = options.printed("id"),
                   .heading_level = options.number("headingLevel", 2),
                   .remember_expanded = options.choice("rememberExpanded"),
                   .classes = options.text("classes"),
                   .attributes = options.attributes(),
                   .hide_all_sections_text = options.text("hideAllSectionsText"),
                   .hide_section_text = options.text("hideSectionText"),
                   .hide_section_aria_label_text = options.text("hideSectionAriaLabelText"),
                   .show_all_sections_text = options.text("showAllSectionsText"),
                   .show_section_text = options.text("showSectionText"),
                   .show_section_aria_label_text = options.text("showSectionAriaLabelText")};
    for (const Options& item : options["items"].items()) {
        made.items.push_back(
            {.heading = {.text = item["heading"].printed("text"), .html = item["heading"].html()},
             .summary = item.content("summary"),
             .content = item.content("content"),
             .expanded = item.fact("expanded"),
             .left_out = !item.is_true()});
    }
    return govuk::accordion(made);
}

Html cookie_banner(const Options& options, const Artwork&) {
    CookieBanner made{.aria_label = options.text("ariaLabel", "Cookie banner"),
                      .hidden = options.fact("hidden"),
                      .classes = options.text("classes"),
                      .attributes = options.attributes()};
    for (const Options& message : options["messages"].items()) {
        made.messages.push_back(cookie_message_of(message));
    }
    return govuk::cookie_banner(made);
}

Html details(const Options& options, const Artwork&) {
    return govuk::details({.summary_text = options.printed("summaryText"),
                           .summary_html = options.html("summaryHtml"),
                           .text = options.printed("text"),
                           .html = options.html(),
                           .id = options.text("id"),
                           .open = options.fact("open"),
                           .classes = options.text("classes"),
                           .attributes = options.attributes()});
}

Html feedback(const Options& options, const Artwork&) {
    return govuk::feedback({.title_text = options.printed("titleText"),
                            .title_html = options.html("titleHtml"),
                            .heading_level = options.number("headingLevel", 2),
                            .text = options.text("text"),
                            .html = options.html(),
                            .classes = options.text("classes"),
                            .attributes = options.attributes()});
}

Html inset_text(const Options& options, const Artwork&) {
    return govuk::inset_text({.text = options.printed("text"),
                              .html = options.html(),
                              .id = options.text("id"),
                              .classes = options.text("classes"),
                              .attributes = options.attributes()});
}

Html notification_banner(const Options& options, const Artwork&) {
    return govuk::notification_banner(
        {.text = options.text("text"),
         .html = options.html(),
         .title_text = options.text("titleText"),
         .title_html = options.html("titleHtml"),
         .title_heading_level = options.number("titleHeadingLevel", 2),
         .type = options.text("type"),
         .role = options.text("role"),
         .title_id = options.text("titleId", "govuk-notification-banner-title"),
         .disable_auto_focus = options.choice("disableAutoFocus"),
         .classes = options.text("classes"),
         .attributes = options.attributes()});
}

Html panel(const Options& options, const Artwork&) {
    Panel made{.title_text = options.printed("titleText"),
               .title_html = options.html("titleHtml"),
               .heading_level = options.number("headingLevel", 1),
               .text = options.text("text"),
               .html = options.html(),
               .classes = options.text("classes"),
               .attributes = options.attributes()};
    if (const Options actions = options["actions"]; actions.is_true()) {
        made.actions =
            PanelActions{.classes = actions.text("classes"), .attributes = actions.attributes()};
        for (const Options& action : actions["items"].items()) {
            made.actions->items.push_back({.text = action.printed("text"),
                                           .type = action.text("type"),
                                           .href = action.text("href"),
                                           .classes = action.text("classes"),
                                           .attributes = action.attributes()});
        }
    }
    return govuk::panel(made);
}

Html phase_banner(const Options& options, const Artwork&) {
    return govuk::phase_banner({.text = options.printed("text"),
                                .html = options.html(),
                                .tag = tag_of(options["tag"]),
                                .classes = options.text("classes"),
                                .attributes = options.attributes()});
}

Html summary_list(const Options& options, const Artwork&) {
    SummaryList made{.card = summary_card_of(options["card"]),
                     .classes = options.text("classes"),
                     .attributes = options.attributes()};
    for (const Options& row : options["rows"].items()) {
        if (row.is_true()) {
            made.rows.push_back({.key = summary_text_of(row["key"]),
                                 .value = summary_text_of(row["value"]),
                                 .actions = summary_actions_of(row["actions"]),
                                 .classes = row.text("classes")});
        }
    }
    return govuk::summary_list(made);
}

Html table(const Options& options, const Artwork&) {
    Table made{.head = table_row_of(options["head"]),
               .caption = options.text("caption"),
               .caption_classes = options.text("captionClasses"),
               .first_cell_is_header = options.fact("firstCellIsHeader"),
               .classes = options.text("classes"),
               .attributes = options.attributes()};
    for (const Options& row : options["rows"].items()) {
        if (row.is_true()) {
            made.rows.push_back(table_row_of(row));
        }
    }
    return govuk::table(made);
}

Html tabs(const Options& options, const Artwork&) {
    Tabs made{.title = options.text_if_given("title", "Contents"),
              .id = options.text("id"),
              .id_prefix = options.text("idPrefix"),
              .classes = options.text("classes"),
              .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        const Options panel_options = item["panel"];
        made.items.push_back({.label = item.printed("label"),
                              .id = item.text("id"),
                              .panel = {.text = panel_options.text("text"),
                                        .html = panel_options.html(),
                                        .attributes = panel_options.attributes()},
                              .attributes = item.attributes(),
                              .left_out = !item.is_true()});
    }
    return govuk::tabs(made);
}

Html tag(const Options& options, const Artwork&) {
    return govuk::tag(tag_of(options));
}

Html task_list(const Options& options, const Artwork&) {
    TaskList made{.classes = options.text("classes"),
                  .attributes = options.attributes(),
                  .id_prefix = options.text("idPrefix", "task-list")};
    for (const Options& item : options["items"].items()) {
        made.items.push_back(task_of(item));
    }
    return govuk::task_list(made);
}

Html warning_text(const Options& options, const Artwork&) {
    return govuk::warning_text({.text = options.printed("text"),
                                .html = options.html(),
                                .icon_fallback_text = options.text("iconFallbackText", "Warning"),
                                .classes = options.text("classes"),
                                .attributes = options.attributes()});
}

}  // namespace govuk::renderers
