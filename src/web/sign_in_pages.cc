#include "web/sign_in_pages.h"

#include "base/json.h"
#include "casework/sign_in.h"
#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/inset_text.h"
#include "govuk/radios.h"
#include "identity/throttle.h"
#include "web/layout.h"
#include "web/password_field.h"
#include "web/recovery_pages.h"
#include "web/site.h"

namespace web {

namespace {

// A path of this site to go to after signing in; nothing for any other text, so that a link cannot
// lead a visitor away.
std::string safe_back(const Visit& visit, std::string_view back) {
    const bool is_path = back.starts_with('/') && !back.starts_with("//") &&
                         back.find_first_of("\\\r\n") == std::string_view::npos;
    const std::string_view path = back.substr(0, back.find('?'));
    return is_path && visit.site.router().find(GET, path).route ? std::string(back) : "/home";
}

Response signed_in(Visit& visit, const casework::SignedIn& signed_in, std::string_view back) {
    visit.cookies_to_set.push_back(
        {"session", visit.site.session_cookie(visit.council.authority, signed_in.token)});
    return redirect(safe_back(visit, back));
}

// Asks which council, when this server keeps the books of more than one.
Html council_choice(const Visit& visit) {
    if (visit.site.councils().size() < 2) {
        return Html();
    }
    govuk::Radios radios;
    radios.name = "council";
    radios.id_prefix = "council";
    radios.fieldset = govuk::Fieldset{
        .legend = {.text = "Which council?", .classes = "govuk-fieldset__legend--s"}};
    for (const OpenCouncil& open : visit.site.councils()) {
        radios.items.push_back({.value = open.council.authority,
                                .text = open.council.name,
                                .checked = open.council.authority == visit.council.authority});
    }
    return govuk::radios(radios);
}

Html name_field(const Form& form, const std::string& label, const std::string& hint) {
    return govuk::input({.id = "user_name",
                         .name = "user_name",
                         .value = form.value("user_name"),
                         .label = {.text = label},
                         .hint = {.text = hint},
                         .error_message = form.error("user_name"),
                         .classes = "govuk-input--width-20",
                         .autocomplete = "username",
                         .spellcheck = false,
                         .autocapitalize = "none"});
}

Response sign_in_form(const Visit& visit, const std::string& back) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Sign in</h1>";
    const Fields& cookies = visit.request.cookies;
    const bool was_signed_in = cookies.has("onepurse") || cookies.has("__Host-onepurse");
    if (was_signed_in && !visit.who && visit.form.is_good()) {
        std::string words =
            "You were signed out, because no page was opened for a while. Everything you saved is "
            "still there.";
        if (visit.query("unsaved") == "yes") {
            words +=
                " What you sent last was not saved. Sign in, and you come back to its page to "
                "type it again.";
        }
        main << govuk::InsetText{.text = words};
    }
    main << form_open(visit, "/sign-in") << council_choice(visit)
         << name_field(visit.form, "Your sign-in name", "The one you chose yourself")
         << password_field(visit.form, "password", "Your password", "", "current-password")
         << "<input type=\"hidden\" name=\"back\" value=\"" << back << "\">"
         << govuk::Button{.text = "Sign in", .prevent_double_click = true} << form_close()
         << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/begin\">I have a code on "
            "paper</a></p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/recover\">I "
            "cannot sign in</a></p>";
    return show(visit, {.title = "Sign in", .main = std::move(main), .help = "signing-in"});
}

Result<Response> sign_in_page(Visit& visit) {
    if (visit.who) {
        return redirect(safe_back(visit, visit.query("back")));
    }
    return sign_in_form(visit, safe_back(visit, visit.query("back")));
}

Result<Response> sign_in_act(Visit& visit) {
    const std::string back = safe_back(visit, visit.form.value("back"));
    const auto name = visit.form.text("user_name", 200, "Enter your sign-in name");
    const std::string password = visit.form.value("password");
    if (password.empty()) {
        visit.form.refuse("password", "Enter your password");
    }
    if (!visit.form.is_good()) {
        return sign_in_form(visit, back);
    }
    const auto entered = casework::sign_in(visit.desk, visit.site.gate(), *name, password,
                                           visit.site.network_of(visit.request));
    if (!entered) {
        visit.form.refuse(entered.error(), {}, "user_name");
        Response again = sign_in_form(visit, back);
        if (entered.error().code.starts_with("identity.too_many_guesses")) {
            again.status = 429;
            again.header("Retry-After", std::to_string(identity::guess_seconds));
        }
        return again;
    }
    return signed_in(visit, *entered, back);
}

Response begin_form(const Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Begin with your code on paper</h1><p "
            "class=\"govuk-body\">The council gave you a paper with a code. It has five short "
            "groups of letters. It works once.</p>"
         << form_open(visit, "/begin") << council_choice(visit)
         << govuk::Input{.id = "code",
                         .name = "code",
                         .value = visit.form.value("code"),
                         .label = {.text = "The code on your paper"},
                         .hint = {.text = "For example bado-kemi-tulo-rafi-sone. Capitals, spaces "
                                          "and hyphens do not matter."},
                         .error_message = visit.form.error("code"),
                         .autocomplete = "one-time-code",
                         .spellcheck = false,
                         .autocapitalize = "none"}
         << govuk::Button{.text = "Go on"} << form_close();
    return show(visit, {.title = "Begin with your code on paper",
                        .main = std::move(main),
                        .back_href = "/",
                        .help = "signing-in"});
}

// An account that was in use before needs what a second member of staff told its owner.
Html second_part_field(const Visit& visit, const std::string& code) {
    if (!casework::needs_second_part(visit.desk, code)) {
        return Html();
    }
    return govuk::input({.id = "second_part",
                         .name = "second_part",
                         .value = visit.form.value("second_part"),
                         .label = {.text = "The second part"},
                         .hint = {.text = "Three groups of letters. Another person at the council "
                                          "than who gave you the paper tells you it."},
                         .error_message = visit.form.error("second_part"),
                         .classes = "govuk-input--width-20",
                         .autocomplete = "off",
                         .spellcheck = false,
                         .autocapitalize = "none"});
}

Response choose_form(const Visit& visit, const std::string& code, const std::string& owner) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Choose how you sign in</h1><p class=\"govuk-body\">This "
            "account is for <strong>"
         << owner
         << "</strong>. Nobody else may use it, and nobody at the council can see what you "
            "choose.</p>"
         << form_open(visit, "/begin/choose") << second_part_field(visit, code)
         << "<input type=\"hidden\" name=\"code\" value=\"" << code
         << "\"><input type=\"hidden\" name=\"council\" value=\"" << visit.council.authority
         << "\">"
         << name_field(visit.form, "Choose a sign-in name",
                       "3 to 40 letters and numbers, without spaces, like ann.ashe")
         << password_field(visit.form, "password", "Choose a password",
                           "12 characters or more. Three words you can remember work well.",
                           "new-password")
         << govuk::Button{.text = "Save and sign in", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "Choose how you sign in",
                        .main = std::move(main),
                        .back_href = "/begin",
                        .help = "signing-in"});
}

Result<Response> begin_page(Visit& visit) {
    return begin_form(visit);
}

Result<Response> begin_act(Visit& visit) {
    const auto code = visit.form.text("code", 100, "Enter the code on your paper");
    if (!code) {
        return begin_form(visit);
    }
    const auto owner =
        casework::read_paper_code(visit.desk, *code, visit.site.network_of(visit.request));
    if (!owner) {
        visit.form.refuse(owner.error(), {}, "code");
        Response again = begin_form(visit);
        again.status = owner.error().code == "identity.paper_code" ? again.status : 429;
        return again;
    }
    return choose_form(visit, *code, owner->name);
}

Result<Response> choose_act(Visit& visit) {
    const std::string code = visit.form.value("code");
    const std::string from = visit.site.network_of(visit.request);
    TRY(const identity::Account owner, casework::read_paper_code(visit.desk, code, from));
    const auto name = visit.form.text("user_name", 200, "Choose a sign-in name");
    const std::string password = visit.form.value("password");
    if (password.empty()) {
        visit.form.refuse("password", "Choose a password");
    }
    if (!visit.form.is_good()) {
        return choose_form(visit, code, owner.name);
    }
    const auto begun = casework::begin_account(visit.desk, visit.site.gate(), code, *name, password,
                                               visit.form.value("second_part"), from);
    if (!begun) {
        visit.form.refuse(begun.error(),
                          {{"identity.user_name", "user_name"},
                           {"identity.user_name_taken", "user_name"},
                           {"identity.second_part", "second_part"},
                           {"identity.second_part_not_given", "second_part"},
                           {"identity.too_many_guesses", "second_part"}},
                          "password");
        return choose_form(visit, code, owner.name);
    }
    return show_recovery_code(visit, *begun, "Your account is ready");
}

Result<Response> account_page(Visit& visit) {
    const bool is_short = visit.who->staff || visit.who->provider;
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Your account</h1><p class=\"govuk-body\">You are signed "
            "in as <strong>"
         << visit.who->name << "</strong> at " << visit.council.name
         << ".</p><p class=\"govuk-body\">You are signed out by itself when no page is opened for "
         << (is_short ? govuk::Literal("15") : govuk::Literal("30"))
         << " minutes, and after 12 hours in any case. Save before you take a long break: what you "
            "saved is kept.</p><p class=\"govuk-body\"><a class=\"govuk-link\" "
            "href=\"/account/password\">Change your password</a></p><p class=\"govuk-body\"><a "
            "class=\"govuk-link\" href=\"/account/recovery\">Make a new recovery code</a></p>"
         << account_news(visit);
    return show(visit, {.title = "Your account", .main = std::move(main), .help = "signing-in"});
}

// What a page's script asks when the visitor presses "Stay signed in"; asking is what keeps it.
Result<Response> stay_act(Visit& visit) {
    return json_response(base::pretty_json(json::object{{"seconds", visit.session_seconds}}));
}

Response password_form(const Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Change your password</h1>"
            "<p class=\"govuk-body\">You will be signed out everywhere else.</p>"
         << form_open(visit, "/account/password")
         << password_field(visit.form, "old_password", "Your password now", "", "current-password")
         << password_field(visit.form, "password", "Your new password",
                           "12 characters or more. Three words you can remember work well.",
                           "new-password")
         << govuk::Button{.text = "Change my password", .prevent_double_click = true}
         << form_close();
    return show(visit, {.title = "Change your password",
                        .main = std::move(main),
                        .back_href = "/account",
                        .help = "signing-in"});
}

Result<Response> password_page(Visit& visit) {
    return password_form(visit);
}

Result<Response> password_act(Visit& visit) {
    const std::string old_password = visit.form.value("old_password");
    const std::string new_password = visit.form.value("password");
    if (old_password.empty()) {
        visit.form.refuse("old_password", "Enter the password you have now");
    }
    if (new_password.empty()) {
        visit.form.refuse("password", "Enter a new password");
    }
    if (!visit.form.is_good()) {
        return password_form(visit);
    }
    const auto changed =
        casework::change_password(visit.desk, visit.site.gate(), old_password, new_password);
    if (!changed) {
        visit.form.refuse(changed.error(),
                          {{"identity.wrong_password", "old_password"},
                           {"identity.too_many_guesses", "old_password"}},
                          "password");
        return password_form(visit);
    }
    return signed_in(visit, *changed, "/account");
}

Result<Response> sign_out_act(Visit& visit) {
    TRY_DONE(casework::sign_out(visit.desk, visit.session));
    visit.cookies_to_set.push_back({"session", visit.site.session_cookie("", "")});
    Response response = redirect("/signed-out");
    response.header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    return response;
}

Result<Response> signed_out_page(Visit& visit) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">You are signed out</h1><p class=\"govuk-body\">Nobody "
            "can see your pages on this computer now.</p><p class=\"govuk-body\"><a "
            "class=\"govuk-link\" href=\"/sign-in\">Sign in again</a></p>";
    return show(
        visit,
        {.title = "You are signed out", .main = std::move(main), .keeping = Keeping::shared});
}

// A few of each group: whoever wants somebody else finds them by the record.
template <typename Belongs>
Html demo_group(const std::vector<casework::ExampleAccount>& accounts, std::string_view title,
                std::size_t shown_max, const Belongs& belongs) {
    Html group;
    std::size_t count = 0;
    group << "<h2 class=\"govuk-heading-m\">" << title << "</h2><ul class=\"govuk-list op-demo\">";
    for (const casework::ExampleAccount& account : accounts) {
        if (!belongs(account) || ++count > shown_max) {
            continue;
        }
        group << "<li>"
              << govuk::Button{.text = "Sign in as " + account.name,
                               .name = "account",
                               .value = account.account.to_text(),
                               .classes = "govuk-button--secondary"}
              << " <span class=\"op-demo__what\">" << account.what
              << (account.besides.empty() ? "" : ", " + account.besides) << "</span></li>";
    }
    group << "</ul>";
    if (count > shown_max) {
        group << "<p class=\"govuk-body\">There are " << count << "; the first " << shown_max
              << " are shown.</p>";
    }
    return count == 0 ? Html() : group;
}

Html demo_group(const std::vector<casework::ExampleAccount>& accounts, std::string_view title,
                casework::ExampleAccount::Kind kind, std::size_t shown_max) {
    return demo_group(accounts, title, shown_max, [kind](const casework::ExampleAccount& account) {
        return account.kind == kind;
    });
}

Result<Response> demo_page(Visit& visit) {
    using Kind = casework::ExampleAccount::Kind;
    TRY(const std::vector<casework::ExampleAccount> accounts,
        casework::example_accounts(visit.desk));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Sign in as somebody of the example</h1><p "
            "class=\"govuk-body\">These people "
            "are made up. Choose one to see Onepurse with their eyes.</p>"
         << form_open(visit, "/demo") << "<input type=\"hidden\" name=\"council\" value=\""
         << visit.council.authority << "\">"
         << demo_group(accounts, "People with a budget", Kind::person_with_budget, 8)
         << demo_group(accounts, "People with a nominee, or who add their own money", 8,
                       [](const casework::ExampleAccount& each) { return !each.besides.empty(); })
         << demo_group(accounts, "People on their way to one", Kind::person, 6)
         << demo_group(accounts, "People who help", Kind::helper, 6)
         << demo_group(accounts, "People who hold money for others", Kind::holder, 6)
         << demo_group(accounts, "Staff", Kind::staff, 40)
         << demo_group(accounts, "Providers", Kind::provider, 6) << form_close();
    return show(visit, {.title = "Sign in as somebody of the example", .main = std::move(main)});
}

Result<Response> demo_act(Visit& visit) {
    const auto account = visit.form.id<AccountId>("account", "Choose one of the people");
    if (!account) {
        return demo_page(visit);
    }
    TRY(const casework::SignedIn entered, casework::sign_in_as_example(visit.desk, *account));
    return signed_in(visit, entered, "/home");
}

}  // namespace

std::span<const Route> sign_in_routes() {
    static const Route routes[] = {
        {GET, "/sign-in", may::anyone, sign_in_page, "Sign in", {"back", "unsaved"}},
        {POST, "/sign-in", may::anyone, sign_in_act, "Sign in with name and password"},
        {GET, "/begin", may::anyone, begin_page, "Begin an account with a code on paper"},
        {POST, "/begin", may::anyone, begin_act, "Read the code on paper"},
        {POST, "/begin/choose", may::anyone, choose_act, "Choose a sign-in name and password"},
        {GET, "/account", may::signed_in, account_page, "Who is signed in, and for how long"},
        {GET, "/account/stay", may::signed_in, stay_act,
         "Keeps somebody signed in, and says for how many seconds"},
        {GET, "/account/password", may::signed_in, password_page, "Change your password"},
        {POST, "/account/password", may::signed_in, password_act, "Set the new password"},
        {POST, "/sign-out", may::signed_in, sign_out_act, "Sign out"},
        {GET, "/signed-out", may::anyone, signed_out_page, "You are signed out"},
        {GET, "/demo", may::anyone, demo_page, "In an example council: choose who to be"},
        {POST, "/demo", may::anyone, demo_act, "Sign in as somebody of the example"},
    };
    return routes;
}

}  // namespace web
