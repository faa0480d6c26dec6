#include "web/help_pages.h"

#include "web/layout.h"
#include "web/site.h"

namespace web {

namespace {

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
        {GET, "/help/pages", may::anyone, pages_page, "Every page, and who may use it"},
        {GET, "/accessibility", may::anyone, accessibility_page, "Accessibility statement"},
    };
    return routes;
}

}  // namespace web
