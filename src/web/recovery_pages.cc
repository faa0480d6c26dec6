#include "web/recovery_pages.h"

#include "casework/recover_account.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "identity/throttle.h"
#include "web/form_fields.h"
#include "web/password_field.h"
#include "web/site.h"

namespace web {

namespace {

Html code_words(const std::string& code) {
    Html words;
    words << "<p class=\"govuk-body\">Your recovery code</p><p class=\"govuk-heading-l\"><code "
             "class=\"op-paper-code\">"
          << code << "</code></p>";
    return words;
}

Html how_to_keep_it() {
    return Html() << "<h2 class=\"govuk-heading-m\">What it is for</h2><ul class=\"govuk-list "
                     "govuk-list--bullet\"><li>If you forget your password, this code lets you "
                     "back in. You need nobody’s help.</li><li>Write it down, or print this page. "
                     "Keep it at home, not with your computer or telephone.</li><li>Tell it to "
                     "nobody. Nobody at the council can see it or will ask for it.</li><li>It "
                     "works once. Then you get a new one.</li></ul>";
}

Result<Response> recover_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">If you cannot sign in</h1>"
            "<h2 class=\"govuk-heading-m\">If you have your recovery code</h2>"
            "<p class=\"govuk-body\">It has six short groups of letters. You wrote it down when "
            "you chose your password. With it you are back at once, without anybody.</p>"
         << govuk::Button{.text = "I have my recovery code", .href = "/recover/code"}
         << "<h2 class=\"govuk-heading-m\">If you have lost it too</h2>"
            "<p class=\"govuk-body\">Ask the council. You can telephone, write, or ask your social "
            "worker. Two people there must be sure that it is you.</p>"
            "<ol class=\"govuk-list govuk-list--number\">"
            "<li>One of them prints a new code and gives or posts it to you. Your old password "
            "stops working at once.</li>"
            "<li>Another one, who cannot see that code, tells you a second part. It has three "
            "groups.</li>"
            "<li>You type both here and choose a new name and password yourself.</li></ol>"
            "<p class=\"govuk-body\">So nobody at the council ever sees what opens your account. "
            "Nothing you saved is lost.</p>"
         << govuk::Button{.text = "I have a code on paper",
                          .href = "/begin",
                          .classes = "govuk-button--secondary"};
    return show(visit, {.title = "If you cannot sign in",
                        .main = std::move(main),
                        .back_href = "/sign-in",
                        .help = "signing-in",
                        .keeping = Keeping::shared});
}

Response code_form(const Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Come back with your recovery code</h1>"
         << form_open(visit, "/recover/code")
         << text_field(visit.form, {.name = "code",
                                    .label = "Your recovery code",
                                    .hint = "Six groups of letters. Capitals, spaces and hyphens "
                                            "do not matter.",
                                    .autocomplete = "off"})
         << password_field(visit.form, "password", "Choose a new password",
                           "12 characters or more. Three words you can remember work well.",
                           "new-password")
         << submit_button("Save and sign in") << form_close()
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/recover\">I have lost my "
            "recovery code</a></p>";
    return show(visit, {.title = "Come back with your recovery code",
                        .main = std::move(main),
                        .back_href = "/recover",
                        .help = "signing-in"});
}

Result<Response> code_page(Visit& visit) {
    return code_form(visit);
}

Result<Response> code_act(Visit& visit) {
    const auto code = visit.form.text("code", 100, "Enter your recovery code");
    const std::string password = visit.form.value("password");
    if (password.empty()) {
        visit.form.refuse("password", "Choose a new password");
    }
    if (!visit.form.is_good()) {
        return code_form(visit);
    }
    const auto entered = casework::recover_account(visit.desk, visit.site.gate(), *code, password,
                                                   visit.site.network_of(visit.request));
    if (!entered) {
        const std::string& why = entered.error().code;
        const bool is_code =
            why == "identity.recovery_code" || why.starts_with("identity.too_many_guesses");
        visit.form.refuse(entered.error(), {}, is_code ? "code" : "password");
        Response again = code_form(visit);
        if (why.starts_with("identity.too_many_guesses")) {
            again.status = 429;
            again.header("Retry-After", std::to_string(identity::guess_seconds));
        }
        return again;
    }
    return show_recovery_code(visit, *entered, "You are back");
}

Response renew_form(const Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Make a new recovery code</h1><p "
            "class=\"govuk-body\">The recovery code you have now stops working.</p>"
         << form_open(visit, "/account/recovery")
         << password_field(visit.form, "password", "Your password now", "", "current-password")
         << submit_button("Make a new code") << form_close();
    return show(visit, {.title = "Make a new recovery code",
                        .main = std::move(main),
                        .back_href = "/account",
                        .help = "signing-in"});
}

Result<Response> renew_page(Visit& visit) {
    return renew_form(visit);
}

Result<Response> renew_act(Visit& visit) {
    const std::string password = visit.form.value("password");
    if (password.empty()) {
        visit.form.refuse("password", "Enter the password you have now");
        return renew_form(visit);
    }
    const auto code = casework::renew_recovery_code(visit.desk, visit.site.gate(), password);
    if (!code) {
        visit.form.refuse(code.error(), {}, "password");
        return renew_form(visit);
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Your new recovery code</h1><p class=\"govuk-body\">"
            "<strong>It is shown only once.</strong></p>"
         << govuk::InsetText{.html = code_words(*code)} << how_to_keep_it()
         << govuk::Button{.text = "I have written it down", .href = "/account"};
    return show(visit,
                {.title = "Your new recovery code", .main = std::move(main), .help = "signing-in"});
}

const Route routes[] = {
    {GET, "/recover", may::anyone, recover_page, "What to do when you cannot sign in"},
    {GET, "/recover/code", may::anyone, code_page, "Come back with your recovery code"},
    {POST, "/recover/code", may::anyone, code_act,
     "Sets a new password for who has the recovery code"},
    {GET, "/account/recovery", may::signed_in, renew_page, "Make a new recovery code"},
    {POST, "/account/recovery", may::signed_in, renew_act, "Shows the new recovery code once"},
};

}  // namespace

Response show_recovery_code(Visit& visit, const casework::SignedIn& entered,
                            const std::string& title) {
    visit.cookies_to_set.push_back(
        {"session", visit.site.session_cookie(visit.council.authority, entered.token)});
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title
         << "</h1><p class=\"govuk-body\">You sign in with the name <strong>" << entered.user_name
         << "</strong> and the password you chose. Now write this code down. <strong>It is shown "
            "only once.</strong></p>"
         << govuk::InsetText{.html = code_words(entered.recovery_code)} << how_to_keep_it()
         << govuk::Button{.text = "I have written it down", .href = "/home"};
    return show(visit, {.title = title, .main = std::move(main), .help = "signing-in"});
}

Html account_news(const Visit& visit) {
    const casework::AccountNews news = casework::see_account_news(visit.desk);
    Html words;
    if (!news.last_paper) {
        return words;
    }
    const casework::WaitingCode& paper = *news.last_paper;
    std::string text = paper.made_by + " printed a new code for this account on " +
                       paper.made_at.date_utc().for_people() + ".";
    if (paper.second_by) {
        text += " " + *paper.second_by + " gave the second part.";
    }
    text += " If you did not ask for it, tell the council at once and change your password.";
    words << govuk::InsetText{.text = text};
    return words;
}

std::span<const Route> recovery_routes() {
    return routes;
}

}  // namespace web
