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
        if (casework::needs_second_part(visit.desk, *page.code)) {
            main << "<p class=\"govuk-body\"><strong>This account was in use before, so the code "
                    "is not enough.</strong> Somebody else at the council must make sure of "
                 << page.owner << " and give the second part. Whoever prints the code cannot.</p>";
        }
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

Html code_acts(const Visit& visit, const CodeActs& acts) {
    Html out;
    const bool waits = acts.waiting && acts.waiting->needs_second;
    if (waits) {
        const casework::WaitingCode& code = *acts.waiting;
        out << "<p class=\"govuk-body\">" << code.made_by << " printed a code for " << acts.owner
            << " on " << code.made_at.date_utc().for_people() << ". ";
        if (code.second_by) {
            out << *code.second_by << " gave the second part. It has not been used yet.</p>";
        } else if (code.is_own) {
            out << "Somebody else must give the second part: you printed the code.</p>";
        } else {
            out << "It needs a second part. Make sure that it is " << acts.owner
                << " who asks, in another way than " << code.made_by
                << " did: for example by the telephone number we knew before.</p>"
                << form_open(visit, acts.second_href)
                << govuk::Button{.html = Html() << "Give the second part<span "
                                                   "class=\"govuk-visually-hidden\"> to "
                                                << acts.owner << "</span>",
                                 .prevent_double_click = true}
                << form_close();
        }
        if (!acts.letter_href.empty()) {
            out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << acts.letter_href
                << "\">Print the letter that tells " << acts.owner << " about it</a></p>";
        }
    }
    out << "<p class=\"govuk-body\">If " << acts.owner
        << " cannot sign in and has no recovery code, print a new code. The old password and code "
           "stop working at once. First make sure who asks.</p>"
        << form_open(visit, acts.print_href)
        << govuk::Button{.html = Html() << "Print a new code<span "
                                           "class=\"govuk-visually-hidden\"> for "
                                        << acts.owner << "</span>",
                         .classes = "govuk-button--secondary",
                         .prevent_double_click = true}
        << form_close();
    return out;
}

Response show_second_part(const Visit& visit, const PaperCodePage& page) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << page.title << "</h1>";
    if (page.code) {
        Html part;
        part << "<p class=\"govuk-body\">The second part for " << page.owner
             << "</p><p class=\"govuk-heading-l\"><code class=\"op-paper-code\">" << *page.code
             << "</code></p>";
        main << "<p class=\"govuk-body\">Tell it to " << page.owner
             << " and to nobody else, least of all to who printed the code. <strong>It is shown "
                "only once.</strong></p>"
             << govuk::InsetText{.html = std::move(part)}
             << "<p class=\"govuk-body\">It works only together with the code on paper. "
             << page.owner << " types both and chooses a new password.</p>";
    } else {
        main << "<p class=\"govuk-body\">This was done already. The second part was shown then, "
                "and it is kept nowhere.</p>";
    }
    main << "<p class=\"govuk-body op-no-print\"><a class=\"govuk-link\" href=\"" << page.next_href
         << "\">" << page.next_text << "</a></p>";
    return show(visit, {.title = page.title, .main = std::move(main), .help = "signing-in"});
}

}  // namespace web
