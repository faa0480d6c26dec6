#include "web/layout.h"

#include <vector>

#include "base/ids.h"
#include "govuk/back_link.h"
#include "govuk/button.h"
#include "govuk/error_summary.h"
#include "govuk/footer.h"
#include "govuk/generic_header.h"
#include "govuk/service_navigation.h"
#include "govuk/skip_link.h"
#include "govuk/warning_text.h"
#include "identity/session.h"
#include "web/help_for.h"
#include "web/navigation.h"
#include "web/site.h"
#include "web/urlencoded.h"

namespace web {

namespace {

// Minutes without a page after which this visitor is signed out.
std::int64_t idle_minutes(const Visit& visit) {
    const bool is_staff = visit.who->staff || visit.who->provider;
    return identity::idle_seconds_max(is_staff ? identity::AccountKind::staff
                                               : identity::AccountKind::person) /
           60;
}

// Closed until the script opens it, two minutes before the end (content/script/session.js).
void write_session_warning(Html& page, const Visit& visit) {
    const bool can_be_opened = visit.site.router().find(GET, visit.request.path).route != nullptr;
    const std::string here = visit.request.method == GET ? visit.request.target
                             : can_be_opened             ? visit.request.path
                                                         : std::string("/home");
    page << "<dialog class=\"op-session\" id=\"op-session\" aria-labelledby=\"op-session-title\" "
            "data-seconds=\""
         << visit.session_seconds
         << "\" data-stay=\"/account/stay\" data-after=\"/sign-in?back=" << percent_encode(here)
         << "\"><h2 class=\"govuk-heading-m\" id=\"op-session-title\">You will be signed out "
            "soon</h2><p class=\"govuk-body\">No page was opened for a while. What you typed and "
            "did "
            "not save would be lost.</p><p class=\"govuk-body op-session__left\" "
            "aria-live=\"polite\"></p><p class=\"govuk-body op-session__limit\" hidden>We cannot "
            "give you more time. Save now what you typed, then sign in again.</p>"
         << govuk::Button{.text = "Stay signed in", .type = "button", .classes = "op-session__stay"}
         << "</dialog>\n";
}

// What is the same on every page, before its title.
void open_document(Html& page, std::string_view title) {
    page << "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n<head>\n"
            "<meta charset=\"utf-8\">\n<title>"
         << title
         << "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
            "viewport-fit=cover\">\n<meta name=\"color-scheme\" content=\"light\">\n"
            "<link rel=\"icon\" href=\"/assets/pictures/onepurse.svg\" type=\"image/svg+xml\">\n"
            "<link rel=\"stylesheet\" href=\"/assets/onepurse.css\">\n"
            "<script type=\"module\" src=\"/assets/onepurse.js\"></script>\n</head>\n"
            "<body class=\"govuk-template__body\">\n"
         << govuk::SkipLink{.text = "Skip to the main part", .href = "#main"} << "\n";
}

constexpr govuk::Literal mark =
    "<svg class=\"op-mark\" viewBox=\"0 0 120 120\" aria-hidden=\"true\" "
    "focusable=\"false\"><rect width=\"120\" height=\"120\" rx=\"22\" fill=\"#ffffff\"/><path "
    "fill=\"#0a5c53\" d=\"M36 44h48c14 14 20 28 20 38 0 16-14 24-44 24S16 98 16 82c0-10 6-24 "
    "20-38z\"/><circle cx=\"53\" cy=\"29\" r=\"8\" fill=\"#0a5c53\"/><circle cx=\"67\" "
    "cy=\"29\" r=\"8\" fill=\"#0a5c53\"/></svg>";

void write_header(Html& page, std::string_view council) {
    Html name;
    name << mark << "<span>Onepurse";
    if (!council.empty()) {
        name << " <span class=\"op-header__council\">" << council << "</span>";
    }
    name << "</span>";
    page << "<header>" << govuk::GenericHeader{.logo_html = std::move(name)} << "</header>\n";
}

// Who is signed in, with the way out, under the header.
void write_account(Html& page, const Visit& visit) {
    page << "<nav class=\"op-account op-no-print\" aria-label=\"Your account\"><div "
            "class=\"govuk-width-container\">";
    if (visit.who) {
        page << "<span>Signed in as <strong>" << visit.who->name
             << "</strong></span> <span>Signed out after " << idle_minutes(visit)
             << " minutes without a page</span> <a class=\"govuk-link\" href=\"/account\">Your "
                "account</a> "
             << form_open(visit, "/sign-out")
             << "<button class=\"op-link-button\" type=\"submit\">Sign out</button>"
             << form_close();
    } else {
        page << "<a class=\"govuk-link\" href=\"/sign-in\">Sign in</a> <a class=\"govuk-link\" "
                "href=\"/begin\">Use a code on paper</a>";
    }
    page << "</div></nav>\n";
}

void write_navigation(Html& page, const Visit& visit, const std::string& current) {
    govuk::ServiceNavigation navigation;
    navigation.menu_button_text = "Menu";
    navigation.navigation_label = "Main menu";
    for (const NavigationLink& link : navigation_for(visit)) {
        const bool is_current = current.empty() ? link.is_current : link.href == current;
        navigation.navigation.push_back(
            {.text = link.text, .href = link.href, .current = is_current});
    }
    if (!navigation.navigation.empty()) {
        page << navigation << "\n";
    }
}

// From the person's own pages (budget, plan, statement) a worker comes back to the record.
void write_way_to_record(Html& page, const Visit& visit) {
    const std::string href = "/people/" + visit.subject->person.to_text() + "/record";
    if (visit.request.path != href && can_open(visit, href)) {
        page << " <a class=\"govuk-link\" href=\"" << href << "\">Back to the record</a>";
    }
}

void write_banners(Html& page, const Visit& visit) {
    if (visit.council.is_example) {
        page << "<div class=\"op-fictional\" role=\"region\" aria-label=\"Fictional example\"><div "
                "class=\"govuk-width-container\"><strong>This is a fictional example.</strong> The "
                "council, the people and the sums are made up.";
        if (!visit.who) {
            page << " <a class=\"govuk-link\" href=\"/demo?council=" << visit.council.authority
                 << "\">Choose somebody to sign in as</a>.";
        }
        page << "</div></div>\n";
    }
    if (visit.subject && !visit.is_self()) {
        bool is_helper = false;
        for (const people::Relationship& relationship : visit.who->relationships) {
            is_helper = is_helper || relationship.person == visit.subject->person;
        }
        page << "<div class=\"op-acting-for\" role=\"region\" aria-label=\"Whose page this "
                "is\"><div "
                "class=\"govuk-width-container\">"
             << (is_helper ? govuk::Literal("You are helping <strong>")
                           : govuk::Literal("This is the record of <strong>"))
             << visit.subject->name << "</strong>. "
             << (is_helper ? govuk::Literal("What you do here is written down as done by you.")
                           : govuk::Literal("That you looked is written down, and the person can "
                                            "see it."));
        write_way_to_record(page, visit);
        page << "</div></div>\n";
    }
}

void write_help(Html& page, const Visit& visit, const std::string& part) {
    const std::string href = "/help/" + part;
    const bool exists = !part.empty() && visit.site.router().find(GET, href).route;
    page << "<p class=\"govuk-body op-help\"><a class=\"govuk-link\" href=\""
         << (exists ? href : std::string("/help")) << "\">Help with this page</a></p>\n";
}

void close_document(Html& page) {
    govuk::FooterMeta meta;
    meta.visually_hidden_title = "More";
    meta.items = {{.text = "Help", .href = "/help"},
                  {.text = "Accessibility statement", .href = "/accessibility"},
                  {.text = "Every page", .href = "/help/pages"}};
    meta.text = "Onepurse: one budget from several funds, for your support.";
    page << "<footer>" << govuk::Footer{.meta = std::move(meta)} << "</footer>\n</body>\n</html>\n";
}

govuk::ErrorSummary summary_of(const Form& form) {
    govuk::ErrorSummary summary;
    summary.title_text = "There is a problem";
    for (const FieldError& error : form.errors()) {
        // A date has three boxes: the link leads to the first.
        const bool is_date = form.has(error.field + "-day");
        summary.error_list.push_back(
            {.text = error.message, .href = "#" + error.field + (is_date ? "-day" : "")});
    }
    return summary;
}

Html open_form(const Visit& visit, std::string_view action, govuk::Literal encoding) {
    Html form;
    form << "<form action=\"" << action << "\" method=\"post\" novalidate" << encoding
         << "><input type=\"hidden\" name=\"csrf\" value=\"" << visit.form_token()
         << "\"><input type=\"hidden\" name=\"request\" value=\""
         << visit.desk.new_id<RequestId>().to_text() << "\">";
    return form;
}

// The title of a refusal and its status, by the family of its code.
struct RefusalKind {
    int status;
    std::string_view title;
};

RefusalKind kind_of(const Error& error) {
    const std::string_view code = error.code;
    if (code == "people.not_allowed" || code == "people.account_closed" ||
        code == "web.other_site" || code == "web.form_token") {
        return {403, "You cannot do this"};
    }
    if (code.ends_with("not_found") || code.ends_with("_unknown")) {
        return {404, "We cannot find this"};
    }
    if (code == "web.method") {
        return {405, "This cannot be done like that"};
    }
    if (code == "web.parameter" || code == "web.request_key") {
        return {400, "This address cannot be read"};
    }
    if (code == "request.other_content") {
        return {409, "This form was already sent"};
    }
    if (code.starts_with("store.") || code == "identity.busy") {
        return {503, "We cannot do this at the moment"};
    }
    if (code.starts_with("identity.too_many_guesses")) {
        return {429, "Too many tries"};
    }
    return {422, "This cannot be done"};
}

}  // namespace

Html form_open(const Visit& visit, std::string_view action) {
    return open_form(visit, action, "");
}

Html form_open_upload(const Visit& visit, std::string_view action) {
    return open_form(visit, action, " enctype=\"multipart/form-data\"");
}

Html form_close() {
    return govuk::Literal("</form>");
}

Response show(const Visit& visit, const Page& page) {
    const bool has_errors = !visit.form.is_good();
    Html html;
    html.reserve(page.main.size() + std::size_t{8} * 1024);
    open_document(html, (has_errors ? "Error: " : "") + page.title + " – " + visit.council.name +
                            " – Onepurse");
    write_header(html, visit.council.name);
    write_account(html, visit);
    write_navigation(html, visit, page.current);
    write_banners(html, visit);
    html << "<div class=\"govuk-width-container\">\n";
    if (!page.back_href.empty()) {
        html << "<nav aria-label=\"Back\">"
             << govuk::BackLink{.text = page.back_text, .href = page.back_href} << "</nav>\n";
    }
    html << "<main class=\"govuk-main-wrapper\" id=\"main\">\n<div class=\"govuk-grid-row\"><div "
            "class=\""
         << (page.is_wide ? govuk::Literal("govuk-grid-column-full")
                          : govuk::Literal("govuk-grid-column-two-thirds"))
         << "\">\n";
    if (has_errors) {
        html << summary_of(visit.form) << "\n";
    }
    html << page.main << "\n</div></div>\n";
    write_help(html, visit,
               page.help.empty() ? std::string(help_for(visit.route.pattern)) : page.help);
    html << "</main>\n</div>\n";
    if (visit.who) {
        write_session_warning(html, visit);
    }
    close_document(html);
    Response response;
    response.status = has_errors && page.status == 200 ? 422 : page.status;
    response.keeping = page.keeping;
    response.body = std::move(html).str();
    return response;
}

Response bare_page(int status, std::string_view message) {
    Html html;
    open_document(html, "Error: this cannot be answered – Onepurse");
    write_header(html, "");
    html << "<div class=\"govuk-width-container\"><main class=\"govuk-main-wrapper\" "
            "id=\"main\"><h1 class=\"govuk-heading-l\">This cannot be answered</h1><p "
            "class=\"govuk-body\">"
         << message
         << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/\">Go to the first "
            "page</a></p></main></div>";
    close_document(html);
    Response response;
    response.status = status;
    response.body = std::move(html).str();
    return response;
}

Response refusal_page(const Visit& visit, const Error& error) {
    const RefusalKind kind = kind_of(error);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << kind.title << "</h1><p class=\"govuk-body\">"
         << error.message << "</p>";
    if (!error.place.empty()) {
        main << "<p class=\"govuk-body\">Where: " << error.place << "</p>";
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << (visit.who ? govuk::Literal("/home") : govuk::Literal("/"))
         << "\">Go to your first page</a></p><p class=\"govuk-body-s op-code\">Rule: <code>"
         << error.code << "</code></p>";
    Response response = show(visit, Page{.title = "Error: " + std::string(kind.title),
                                         .main = std::move(main),
                                         .status = kind.status});
    if (kind.status == 503 || kind.status == 429) {
        response.header("Retry-After", "60");
    }
    return response;
}

Response confirmation_page(const Visit& visit, const Confirmation& confirmation) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << confirmation.title << "</h1>"
         << confirmation.what_happens;
    if (confirmation.is_warning) {
        main << govuk::WarningText{.text = "You cannot undo this."};
    }
    main << form_open(visit, confirmation.action);
    for (const Field& field : confirmation.hidden.list()) {
        main << "<input type=\"hidden\" name=\"" << field.name << "\" value=\"" << field.value
             << "\">";
    }
    main << "<div class=\"govuk-button-group\">"
         << govuk::Button{.text = confirmation.button,
                          .classes = confirmation.is_warning ? "govuk-button--warning" : "",
                          .prevent_double_click = true}
         << "<a class=\"govuk-link\" href=\"" << confirmation.cancel_href << "\">"
         << confirmation.cancel_text << "</a></div>" << form_close();
    return show(visit, Page{.title = confirmation.title,
                            .main = std::move(main),
                            .back_href = confirmation.cancel_href,
                            .help = confirmation.help});
}

}  // namespace web
