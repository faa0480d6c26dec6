#include "govuk/back_link.h"
#include "govuk/breadcrumbs.h"
#include "govuk/exit_this_page.h"
#include "govuk/footer.h"
#include "govuk/generic_header.h"
#include "govuk/header.h"
#include "govuk/language_navigation.h"
#include "govuk/pagination.h"
#include "govuk/renderers.h"
#include "govuk/service_navigation.h"
#include "govuk/skip_link.h"

namespace govuk::renderers {

namespace {

// Links of the navigation without words or address are left out; so those count as yes or no here.
std::vector<FooterLink> navigation_links_of(const Options& items) {
    std::vector<FooterLink> made;
    for (const Options& item : items.items()) {
        made.push_back({.text = item.text("text"),
                        .href = item.text("href"),
                        .attributes = item.attributes()});
    }
    return made;
}

std::vector<FooterLink> footer_links_of(const Options& items) {
    std::vector<FooterLink> made;
    for (const Options& item : items.items()) {
        made.push_back({.text = item.printed("text"),
                        .href = item.printed("href"),
                        .attributes = item.attributes()});
    }
    return made;
}

std::optional<FooterMeta> footer_meta_of(const Options& meta) {
    if (!meta.is_true()) {
        return std::nullopt;
    }
    return FooterMeta{.visually_hidden_title = meta.text("visuallyHiddenTitle", "Support links"),
                      .text = meta.text("text"),
                      .html = meta.html(),
                      .items = footer_links_of(meta["items"])};
}

// The reference's own licence stands where none is given; a plain null takes it away.
std::optional<FooterLicence> footer_licence_of(const Options& licence, const Artwork& artwork) {
    if (licence.is_null()) {
        return std::nullopt;
    }
    FooterLicence made{
        .logo = artwork.licence_logo, .text = licence.text("text"), .html = licence.html()};
    if (made.text.empty() && made.html.empty()) {
        made.html = Html(
            "All content is available under the\n<a\n  class=\"govuk-footer__link\"\n"
            "  "
            "href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\"\n"
            "  rel=\"license\"\n>Open Government Licence v3.0</a>, except where otherwise stated");
    }
    return made;
}

FooterCopyright footer_copyright_of(const Options& copyright) {
    FooterCopyright made{.text = copyright.text("text"),
                         .html = copyright.html(),
                         .href =
                             "https://www.nationalarchives.gov.uk/information-management/"
                             "re-using-public-sector-information/uk-government-licensing-framework/"
                             "crown-copyright/"};
    if (made.text.empty() && made.html.empty()) {
        made.text = "© Crown copyright";
    }
    return made;
}

PaginationLink pagination_link_of(const Options& link) {
    return {.href = link.text("href"),
            .text = link.text("text"),
            .html = link.html(),
            .label_text = link.text("labelText"),
            .attributes = link.attributes()};
}

PaginationItem pagination_item_of(const Options& item) {
    PaginationItem made{.number = item.printed("number"),
                        .href = item.printed("href"),
                        .current = item.fact("current"),
                        .ellipsis = item.fact("ellipsis"),
                        .attributes = item.attributes()};
    if (item["visuallyHiddenText"].is_given()) {
        made.visually_hidden_text = item.printed("visuallyHiddenText");
    }
    return made;
}

ServiceNavigationSlots slots_of(const Options& slots) {
    const Options end = slots["end"];
    return {.start = slots.html("start"),
            .end = end.is_text() ? slots.html("end") : end.html(),
            .end_is_inline = end.is_object() && end.printed("align") == "inline",
            .navigation_start = slots.html("navigationStart"),
            .navigation_end = slots.html("navigationEnd")};
}

}  // namespace

Html back_link(const Options& options, const Artwork&) {
    return govuk::back_link({.text = options.text("text", "Back"),
                             .html = options.html(),
                             .href = options.text("href", "#"),
                             .classes = options.text("classes"),
                             .attributes = options.attributes()});
}

Html breadcrumbs(const Options& options, const Artwork&) {
    Breadcrumbs made{.classes = options.text("classes"),
                     .collapse_on_mobile = options.fact("collapseOnMobile"),
                     .attributes = options.attributes(),
                     .label_text = options.text_if_given("labelText", "Breadcrumb")};
    for (const Options& item : options["items"].items()) {
        made.items.push_back({.text = item.printed("text"),
                              .html = item.html(),
                              .href = item.text("href"),
                              .attributes = item.attributes()});
    }
    return govuk::breadcrumbs(made);
}

Html exit_this_page(const Options& options, const Artwork&) {
    return govuk::exit_this_page(
        {.text = options.text("text"),
         .html = options.html(),
         .redirect_url = options.text("redirectUrl", "https://www.bbc.co.uk/weather"),
         .id = options.text("id"),
         .classes = options.text("classes"),
         .attributes = options.attributes(),
         .activated_text = options.text("activatedText"),
         .timed_out_text = options.text("timedOutText"),
         .press_two_more_times_text = options.text("pressTwoMoreTimesText"),
         .press_one_more_time_text = options.text("pressOneMoreTimeText")});
}

Html footer(const Options& options, const Artwork& artwork) {
    Footer made{
        .meta = footer_meta_of(options["meta"]),
        .content_licence = footer_licence_of(options["contentLicence"], artwork),
        .copyright = footer_copyright_of(options["copyright"]),
        .logo = Logo{.drawing = artwork.crown, .width = 32, .classes = "govuk-footer__crown"},
        .container_classes = options.text("containerClasses"),
        .classes = options.text("classes"),
        .attributes = options.attributes()};
    for (const Options& section : options["navigation"].items()) {
        made.navigation.push_back({.title = section.printed("title"),
                                   .columns = section.number("columns", 0),
                                   .width = section.text("width", "full"),
                                   .items = navigation_links_of(section["items"])});
    }
    return govuk::footer(made);
}

Html generic_header(const Options& options, const Artwork&) {
    return govuk::generic_header(
        {.logo_text = options.printed("logoText"),
         .logo_html = options.html("logoHtml"),
         .url = options.text("url", "/"),
         .container_classes = options.text("containerClasses", "govuk-width-container"),
         .classes = options.text("classes"),
         .attributes = options.attributes()});
}

Html header(const Options& options, const Artwork& artwork) {
    return govuk::header(
        {.logo = {.drawing = artwork.crown,
                  .wordmark = artwork.wordmark,
                  .width = 162,
                  .classes = "govuk-header__logotype",
                  .aria_label_text = "GOV.UK"},
         .product_name = options.text("productName"),
         .homepage_url = options.text("homepageUrl", "//gov.uk"),
         .container_classes = options.text("containerClasses", "govuk-width-container"),
         .classes = options.text("classes"),
         .attributes = options.attributes()});
}

Html language_navigation(const Options& options, const Artwork&) {
    LanguageNavigation made{.aria_label = options.text_if_given("ariaLabel", "Language"),
                            .classes = options.text("classes"),
                            .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        made.items.push_back({.text = item.printed("text"),
                              .html = item.html(),
                              .href = item.text("href"),
                              .current = item.fact("current"),
                              .lang = item.text("lang"),
                              .href_lang = item.text("hrefLang"),
                              .dir = item.text("dir"),
                              .language_description_text = item.text("languageDescriptionText"),
                              .classes = item.text("classes"),
                              .attributes = item.attributes()});
    }
    return govuk::language_navigation(made);
}

Html pagination(const Options& options, const Artwork&) {
    Pagination made{.previous = pagination_link_of(options["previous"]),
                    .next = pagination_link_of(options["next"]),
                    .landmark_label = options.text("landmarkLabel", "Pagination"),
                    .classes = options.text("classes"),
                    .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        if (item.has_members()) {
            made.items.push_back(pagination_item_of(item));
        }
    }
    return govuk::pagination(made);
}

Html service_navigation(const Options& options, const Artwork&) {
    ServiceNavigation made{.service_name = options.text("serviceName"),
                           .service_url = options.text("serviceUrl"),
                           .menu_button_text = options.text("menuButtonText", "Menu"),
                           .menu_button_label = options.text("menuButtonLabel"),
                           .navigation_id = options.text("navigationId", "navigation"),
                           .navigation_label = options.text("navigationLabel"),
                           .navigation_classes = options.text("navigationClasses"),
                           .aria_label = options.text_if_given("ariaLabel", "Service information"),
                           .slots = slots_of(options["slots"]),
                           .classes = options.text("classes"),
                           .attributes = options.attributes()};
    for (const Options& item : options["navigation"].items()) {
        if (item.is_true()) {
            made.navigation.push_back({.text = item.printed("text"),
                                       .html = item.html(),
                                       .href = item.text("href"),
                                       .active = item.fact("active"),
                                       .current = item.fact("current"),
                                       .attributes = item.attributes()});
        }
    }
    if (options["collapseNavigationOnMobile"].is_given()) {
        made.collapse_navigation_on_mobile = options.fact("collapseNavigationOnMobile");
    }
    return govuk::service_navigation(made);
}

Html skip_link(const Options& options, const Artwork&) {
    return govuk::skip_link({.text = options.printed("text"),
                             .html = options.html(),
                             .href = options.text("href", "#content"),
                             .classes = options.text("classes"),
                             .attributes = options.attributes()});
}

}  // namespace govuk::renderers
