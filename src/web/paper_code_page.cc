#include "web/paper_code_page.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"

namespace web {

Response show_paper_code(const Visit& visit, const PaperCodePage& page) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << page.title << "</h1>";
    if (page.code) {
        Html code;
        code << "<p class=\"govuk-body\">The code for " << page.owner
             << "</p><p class=\"govuk-heading-l\"><code class=\"op-paper-code\">" << *page.code
             << "</code></p>";
        main << "<p class=\"govuk-body\">Print this page, or write the code down. Give it to "
             << page.owner << " and to nobody else. <strong>It is shown only once.</strong></p>"
             << govuk::InsetText{.html = std::move(code)}
             << "<h2 class=\"govuk-heading-m\">How to use it</h2>"
                "<ol class=\"govuk-list govuk-list--number\">"
                "<li>Open the first page of Onepurse.</li>"
                "<li>Choose “Use a code on paper” and type the code.</li>"
                "<li>Choose a name and a password of your own. Nobody else can see them.</li></ol>"
                "<p class=\"govuk-body\">The code works once, within 28 days. If you lose it, ask "
                "the council for a new one.</p>";
    } else {
        main << "<p class=\"govuk-body\">This was done already. The code for " << page.owner
             << " was shown then, and it is kept nowhere.</p>";
        if (!page.renew_href.empty()) {
            main << form_open(visit, page.renew_href)
                 << govuk::Button{.text = "Print a new code",
                                  .classes = "govuk-button--secondary",
                                  .prevent_double_click = true}
                 << form_close();
        }
    }
    main << "<p class=\"govuk-body op-no-print\"><a class=\"govuk-link\" href=\"" << page.next_href
         << "\">" << page.next_text << "</a></p>";
    return show(visit, {.title = page.title, .main = std::move(main), .help = "signing-in"});
}

}  // namespace web
