#include "web/help_pages.h"

#include <vector>

#include "base/csv.h"
#include "casework/ask_about.h"
#include "casework/content.h"
#include "govuk/inset_text.h"
#include "policy/explain.h"
#include "web/layout.h"
#include "web/site.h"

namespace web {

namespace {

// One part of the help: what it is called, what it says, and a sum worked out.
struct HelpPart {
    std::string name;
    std::string title;
    std::vector<std::string> texts;
    std::string worked;
};

std::vector<HelpPart> read_help() {
    const auto table =
        base::CsvTable::parse(casework::content("help.csv"), {"part", "kind", "text"});
    CHECK(table.has_value());  // part of the program
    std::vector<HelpPart> parts;
    for (const base::CsvRow& row : table->rows()) {
        const std::string& name = table->cell(row, "part");
        const std::string& kind = table->cell(row, "kind");
        const std::string& text = table->cell(row, "text");
        if (parts.empty() || parts.back().name != name) {
            parts.emplace_back();
            parts.back().name = name;
        }
        if (kind == "title") {
            parts.back().title = text;
        } else if (kind == "worked") {
            parts.back().worked = text;
        } else {
            parts.back().texts.push_back(text);
        }
    }
    return parts;
}

const std::vector<HelpPart>& help_parts() {
    static const std::vector<HelpPart> parts = read_help();
    return parts;
}

// Writes a text in which *words* stand out.
Html with_strong_words(std::string_view text) {
    Html html;
    for (bool is_strong = false;; is_strong = !is_strong) {
        const std::size_t star = text.find('*');
        const std::string_view piece = text.substr(0, star);
        if (is_strong) {
            html << "<strong>" << piece << "</strong>";
        } else {
            html << piece;
        }
        if (star == std::string_view::npos) {
            return html;
        }
        text.remove_prefix(star + 1);
    }
}

Result<Response> help_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Help</h1><p class=\"govuk-body\">Choose what you "
            "want to read about. Each part is short and has a sum worked out.</p><ul "
            "class=\"govuk-list\">";
    for (const HelpPart& part : help_parts()) {
        main << "<li class=\"op-help\"><a class=\"govuk-link\" href=\"/help/" << part.name << "\">"
             << part.title << "</a></li>";
    }
    main << "</ul><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/help/pages\">Every "
            "page, and who may use it</a></p>";
    return show(visit, {.title = "Help", .main = std::move(main), .keeping = Keeping::shared});
}

// What the texts may name: figures of the rules in force, and what follows from them. The days to
// reply are those of the newest rules that have begun on the visitor's day.
std::vector<policy::NamedValue> figures_for(const Visit& visit) {
    const Date asked = *Date::make(2006, 5, 3);
    std::int64_t days = casework::reply_working_days;
    std::optional<Date> newest;
    for (const auto& [id, package] : visit.desk.shelf) {
        const auto found = package->parameter("reply_working_days", visit.desk.today);
        const auto whole = found ? found->value.to_int64() : std::nullopt;
        if (whole && (!newest || *newest < found->from)) {
            newest = found->from;
            days = *whole;
        }
    }
    return {{"reply_working_days", "", std::to_string(days)},
            {"reply_by", "", casework::working_days().after(asked, days).for_people()}};
}

Result<Response> help_part_page(Visit& visit) {
    for (const HelpPart& part : help_parts()) {
        if (part.name != visit.word("part")) {
            continue;
        }
        const std::vector<policy::NamedValue> figures = figures_for(visit);
        Html main;
        main << "<h1 class=\"govuk-heading-l\">" << part.title << "</h1>";
        for (const std::string& text : part.texts) {
            main << "<p class=\"govuk-body\">"
                 << with_strong_words(policy::fill_slots(text, figures)) << "</p>";
        }
        main << "<h2 class=\"govuk-heading-m\">Worked out</h2>"
             << govuk::InsetText{.text = policy::fill_slots(part.worked, figures)}
             << "<p class=\"govuk-body\">Still not clear? Ask the council. You can also ask for "
                "this in Easy Read, in large print, or read out to you.</p>";
        return show(visit, {.title = part.title,
                            .main = std::move(main),
                            .back_href = "/help",
                            .back_text = "All help",
                            .help = part.name,
                            .keeping = Keeping::shared});
    }
    return Error{"web.help_not_found",
                 "There is no help under this name. Choose from the list of all help."};
}

Result<Response> pages_page(Visit& visit) {
    Html main;
    main
        << "<h1 class=\"govuk-heading-l\">Every page</h1><p class=\"govuk-body\">This list is made "
           "from the table the program itself works with. Words in curly brackets stand for one "
           "person, order or other thing.</p><div class=\"op-scroll\" tabindex=\"0\" "
           "role=\"region\" aria-label=\"Every page\"><table class=\"govuk-table\"><caption "
           "class=\"govuk-table__caption\">What it is for, where it is, and who may use "
           "it</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><th "
           "class=\"govuk-table__header\" scope=\"col\">For</th><th class=\"govuk-table__header\" "
           "scope=\"col\">Address</th><th class=\"govuk-table__header\" scope=\"col\">Who</th>"
           "</tr></thead><tbody class=\"govuk-table__body\">";
    for (const std::span<const Route> table : visit.site.router().tables()) {
        for (const Route& route : table) {
            main << "<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\">"
                 << route.purpose << "</td><td class=\"govuk-table__cell\"><code>"
                 << (route.method == GET ? govuk::Literal("GET ") : govuk::Literal("POST "))
                 << route.pattern << "</code></td><td class=\"govuk-table__cell\">"
                 << to_text(route.access) << "</td></tr>";
        }
    }
    main << "</tbody></table></div>";
    return show(visit, {.title = "Every page",
                        .main = std::move(main),
                        .back_href = "/help",
                        .keeping = Keeping::shared,
                        .is_wide = true});
}

Result<Response> accessibility_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Accessibility statement</h1>"
            "<p class=\"govuk-body\">We want everybody to be able to use these pages. You can:</p>"
            "<ul class=\"govuk-list govuk-list--bullet\">"
            "<li>make the letters up to four times as large without losing anything</li>"
            "<li>use every page with the keyboard alone</li>"
            "<li>use every page with scripts switched off</li>"
            "<li>have every page read out by a screen reader</li>"
            "<li>see every figure of a picture in a table too</li></ul>"
            "<h2 class=\"govuk-heading-m\">How we check</h2><p class=\"govuk-body\">A program "
            "checks every page against the rules it can see (WCAG 2.2, level AA). That finds some "
            "faults and not all. People who use such pages every day have not tested them yet. "
            "The Easy Read pages have not been tested with readers yet.</p>"
            "<h2 class=\"govuk-heading-m\">If something does not work for you</h2><p "
            "class=\"govuk-body\">Tell the council. You can ask for any page on paper, in large "
            "print, in Easy Read, or read out to you on the telephone.</p>";
    return show(
        visit,
        {.title = "Accessibility statement", .main = std::move(main), .keeping = Keeping::shared});
}

}  // namespace

std::span<const Route> help_routes() {
    static const Route routes[] = {
        {GET, "/help", may::anyone, help_page, "Help: every part"},
        {GET, "/help/pages", may::anyone, pages_page, "Every page, and who may use it"},
        {GET, "/help/{part}", may::anyone, help_part_page, "Help about one thing, worked out"},
        {GET, "/accessibility", may::anyone, accessibility_page, "Accessibility statement"},
    };
    return routes;
}

}  // namespace web
