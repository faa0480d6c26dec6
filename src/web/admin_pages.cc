#include "web/admin_pages.h"

#include "base/text.h"
#include "casework/sign_in.h"
#include "casework/staff_accounts.h"
#include "govuk/button.h"
#include "govuk/tag.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/paper_code_page.h"

namespace web {

namespace {

constexpr people::Role all_roles[] = {
    people::Role::social_worker,   people::Role::manager,        people::Role::finance,
    people::Role::finance_release, people::Role::stream_owner,   people::Role::account_admin,
    people::Role::auditor,         people::Role::policy_officer, people::Role::policy_publisher,
};

std::vector<Choice> role_choices() {
    std::vector<Choice> choices;
    for (const people::Role role : all_roles) {
        choices.push_back(
            {.value = std::string(people::to_text(role)), .text = std::string(words(role))});
    }
    return choices;
}

std::vector<Choice> stream_choices(const Visit& visit) {
    std::vector<Choice> choices = {{.value = "", .text = "None"}};
    for (const auto& [id, name] : casework::known_streams(visit.desk.shelf)) {
        choices.push_back({.value = id, .text = name});
    }
    return choices;
}

std::string stream_name(const Visit& visit, const StreamId& stream) {
    for (const auto& [id, name] : casework::known_streams(visit.desk.shelf)) {
        if (id == stream) {
            return name;
        }
    }
    return "a fund that is not in the rules any more";
}

std::string work_in_words(const Visit& visit, const casework::OfficeAccount& office) {
    if (!office.staff) {
        return "Provider: " + office.provider;
    }
    std::vector<std::string> parts;
    for (const people::Role role : office.staff->roles) {
        parts.emplace_back(words(role));
    }
    std::string text = base::join_text(parts, "; ");
    if (office.staff->stream) {
        text += ": " + stream_name(visit, *office.staff->stream);
    }
    return office.staff->is_duty ? text + "; duty worker" : text;
}

// A form that is one button.
Html button_form(const Visit& visit, const std::string& action, const std::string& label,
                 const std::string& of_whom) {
    Html words_of;
    words_of << label << "<span class=\"govuk-visually-hidden\"> for " << of_whom << "</span>";
    Html form;
    form << form_open(visit, action)
         << govuk::Button{.html = std::move(words_of),
                          .classes = "govuk-button--secondary op-small",
                          .prevent_double_click = true}
         << form_close();
    return form;
}

std::vector<govuk::Content> row_of(const Visit& visit, const casework::OfficeAccount& office) {
    const identity::Account& account = office.account;
    Html name;
    if (office.staff) {
        name << "<a class=\"govuk-link\" href=\"/accounts/staff/" << office.staff->id.to_text()
             << "\">" << account.name << "</a>";
    } else {
        name << account.name;
    }
    Html state;
    if (!account.is_open) {
        state << govuk::Tag{.text = "Closed", .classes = "govuk-tag--grey"};
    } else if (!office.is_begun) {
        state << govuk::Tag{.text = "Not begun", .classes = "govuk-tag--yellow"};
    } else {
        state << govuk::Tag{.text = "Open", .classes = "govuk-tag--green"};
    }
    const std::string base = "/accounts/" + account.id.to_text();
    Html acts;
    if (account.id == visit.who->account) {
        acts << "This is you";
    } else if (account.is_open) {
        if (office.waits_for_second) {
            acts << button_form(visit, base + "/code/second", "Second part", account.name);
        }
        acts << button_form(visit, base + "/code", "New code", account.name)
             << button_form(visit, base + "/close", "Close", account.name);
    } else {
        acts << button_form(visit, base + "/open", "Open again", account.name);
    }
    return {{.html = std::move(name)},
            {.text = work_in_words(visit, office)},
            {.html = std::move(state)},
            {.html = std::move(acts)}};
}

Result<Response> accounts_page(Visit& visit) {
    TRY(const std::vector<casework::OfficeAccount> all, casework::office_accounts(visit.desk));
    FoldingTable table;
    table.caption = "Accounts of staff and providers";
    table.columns = {
        {.title = "Name"}, {.title = "What for"}, {.title = "State"}, {.title = "Acts"}};
    for (const casework::OfficeAccount& office : all) {
        table.rows.push_back(row_of(visit, office));
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Accounts</h1><div class=\"govuk-button-group\">"
         << govuk::Button{.text = "New member of staff", .href = "/accounts/staff/new"}
         << govuk::Button{.text = "New provider",
                          .href = "/accounts/providers/new",
                          .classes = "govuk-button--secondary"}
         << govuk::Button{.text = "Accounts of helpers",
                          .href = "/accounts/helpers",
                          .classes = "govuk-button--secondary"}
         << "</div>" << folding_table(table);
    return show(visit, {.title = "Accounts",
                        .main = std::move(main),
                        .help = "accounts",
                        .current = "/accounts",
                        .is_wide = true});
}

Response staff_form(const Visit& visit, const std::string& title, const std::string& action) {
    const Form& form = visit.form;
    const std::vector<Choice> duty = {
        {.value = "yes", .text = "Yes: answers for records without a named worker"},
        {.value = "no", .text = "No"}};
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>" << form_open(visit, action)
         << text_field(form, {.name = "name", .label = "Name", .classes = "govuk-input--width-20"})
         << text_field(form, {.name = "team", .label = "Team", .classes = "govuk-input--width-20"})
         << checkboxes_field(form, {.name = "roles",
                                    .legend = "What do they do?",
                                    .hint = "One person cannot prepare payments and release them.",
                                    .choices = role_choices()})
         << select_field(form, {.name = "stream",
                                .legend = "Stream, for a stream owner's staff",
                                .choices = stream_choices(visit)})
         << money_field(form, {.name = "weekly",
                               .label = "May agree a plan up to, a week",
                               .hint = "For social workers. 0 means: none without a manager.",
                               .classes = "govuk-input--width-5"})
         << text_field(form, {.name = "variance",
                              .label = "And up to this much over the first sum",
                              .hint = "A whole number, like 10",
                              .classes = "govuk-input--width-3",
                              .inputmode = "numeric",
                              .suffix = "percent"})
         << radios_field(form, {.name = "duty", .legend = "Duty worker?", .choices = duty})
         << govuk::Button{.text = "Save", .prevent_double_click = true} << form_close();
    return show(
        visit,
        {.title = title, .main = std::move(main), .back_href = "/accounts", .help = "accounts"});
}

people::Staff read_staff(Form& form) {
    people::Staff staff;
    staff.name = form.text("name", 120, "Enter the name").value_or("");
    staff.team = form.text("team", 80, "").value_or("");
    for (const std::string& code : form.values("roles")) {
        if (const auto role = people::role_from_text(code)) {
            staff.roles.insert(*role);
        }
    }
    if (staff.roles.empty()) {
        form.refuse("roles", "Choose at least one");
    }
    if (!form.value("stream").empty()) {
        staff.stream = form.text("stream", 60, "");
    }
    staff.sign_off_weekly =
        form.money("weekly", "Enter a sum; 0 if a manager always agrees").value_or(Money());
    staff.sign_off_variance =
        form.whole("variance", 0, 1000, "Enter a percentage; 0 if none").value_or(0);
    staff.is_duty = form.choice("duty", {"yes", "no"}, "Choose yes or no") == "yes";
    return staff;
}

void refuse_staff(Form& form, const Error& error) {
    form.refuse(error,
                {{"staff.no_role", "roles"},
                 {"staff.both_sides_of_a_run", "roles"},
                 {"staff.stream_missing", "stream"},
                 {"staff.stream_not_needed", "stream"},
                 {"staff.stream_unknown", "stream"},
                 {"staff.limit_impossible", "weekly"},
                 {"staff.duty_without_cases", "duty"}},
                "name");
}

Result<Response> new_staff_page(Visit& visit) {
    visit.form.fill("weekly", "0");
    visit.form.fill("variance", "0");
    visit.form.fill("duty", "no");
    return staff_form(visit, "New member of staff", "/accounts/staff/new");
}

Result<Response> new_staff_act(Visit& visit) {
    const people::Staff staff = read_staff(visit.form);
    if (visit.form.is_good()) {
        const auto made = casework::make_staff(visit.desk, staff);
        if (made) {
            return show_paper_code(visit, {.title = "The account of " + staff.name + " is made",
                                           .owner = staff.name,
                                           .code = made->paper_code,
                                           .next_href = "/accounts",
                                           .next_text = "Go to the accounts"});
        }
        refuse_staff(visit.form, made.error());
    }
    return staff_form(visit, "New member of staff", "/accounts/staff/new");
}

Result<Response> staff_page(Visit& visit) {
    TRY(const people::Staff staff, casework::open_staff(visit.desk, visit.id<StaffId>("staff")));
    Form& form = visit.form;
    form.fill("name", staff.name);
    form.fill("team", staff.team);
    Fields filled = form.typed();
    for (const people::Role role : staff.roles) {
        filled.add("roles", std::string(people::to_text(role)));
    }
    form = Form(std::move(filled));
    form.fill("stream", staff.stream.value_or(""));
    form.fill("weekly", staff.sign_off_weekly.to_text());
    form.fill("variance", std::to_string(staff.sign_off_variance));
    form.fill("duty", staff.is_duty ? "yes" : "no");
    return staff_form(visit, staff.name, "/accounts/staff/" + staff.id.to_text());
}

Result<Response> staff_act(Visit& visit) {
    people::Staff staff = read_staff(visit.form);
    staff.id = visit.id<StaffId>("staff");
    if (visit.form.is_good()) {
        const auto changed = casework::change_staff(visit.desk, staff);
        if (changed) {
            return redirect("/accounts");
        }
        refuse_staff(visit.form, changed.error());
    }
    return staff_form(visit, "Change a member of staff", "/accounts/staff/" + staff.id.to_text());
}

std::vector<Choice> sector_choices() {
    std::vector<Choice> choices;
    for (const market::Sector sector :
         {market::Sector::public_body, market::Sector::private_business,
          market::Sector::voluntary}) {
        choices.push_back(
            {.value = std::string(market::to_text(sector)), .text = std::string(words(sector))});
    }
    return choices;
}

std::vector<Choice> payer_choices() {
    const std::pair<market::Payer, std::string> payers[] = {
        {market::Payer::council, "The council pays them"},
        {market::Payer::person, "The person pays them"},
        {market::Payer::fund_holder, "A holder of the person's money pays them"},
    };
    std::vector<Choice> choices;
    for (const auto& [payer, text] : payers) {
        choices.push_back({.value = std::string(market::to_text(payer)), .text = text});
    }
    return choices;
}

Response provider_form(const Visit& visit) {
    const Form& form = visit.form;
    Html main;
    main << "<h1 class=\"govuk-heading-l\">New provider</h1>"
         << form_open(visit, "/accounts/providers/new")
         << text_field(form, {.name = "name", .label = "Name of the provider"})
         << radios_field(
                form,
                {.name = "sector", .legend = "What kind of provider?", .choices = sector_choices()})
         << text_field(form, {.name = "work", .label = "What they do, in one line"})
         << area_field(form,
                       {.name = "places", .label = "Where they work", .hint = "One place a line"},
                       500, 3)
         << area_field(form,
                       {.name = "languages", .label = "Languages", .hint = "One language a line"},
                       300, 3)
         << checkboxes_field(
                form,
                {.name = "accepts", .legend = "Who may pay them?", .choices = payer_choices()})
         << text_field(form, {.name = "user",
                              .label = "Who will use their account?",
                              .hint = "The name of one person. Each person gets an own account.",
                              .classes = "govuk-input--width-20"})
         << govuk::Button{.text = "Save", .prevent_double_click = true} << form_close();
    return show(visit, {.title = "New provider",
                        .main = std::move(main),
                        .back_href = "/accounts",
                        .help = "accounts"});
}

Result<Response> new_provider_page(Visit& visit) {
    visit.form.fill("languages", "English");
    return provider_form(visit);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string& line : base::split_text(text, '\n')) {
        const std::string trimmed(base::trim(line));
        if (!trimmed.empty()) {
            lines.push_back(trimmed);
        }
    }
    return lines;
}

Result<Response> new_provider_act(Visit& visit) {
    Form& form = visit.form;
    market::Provider provider;
    provider.name = form.text("name", 120, "Enter the name of the provider").value_or("");
    const auto sector = form.choice("sector", values_of(sector_choices()), "Choose what kind");
    provider.what_they_do = form.text("work", 200, "Enter what they do, in one line").value_or("");
    provider.places = lines_of(form.text("places", 500, "Enter at least one place").value_or(""));
    provider.languages = lines_of(form.text("languages", 300, "").value_or(""));
    for (const std::string& code : form.values("accepts")) {
        if (const auto payer = market::payer_from_text(code)) {
            provider.accepts.push_back(*payer);
        }
    }
    if (provider.accepts.empty()) {
        form.refuse("accepts", "Choose at least one way they accept to be paid");
    }
    const std::string user = form.text("user", 120, "Enter who will use the account").value_or("");
    if (!form.is_good()) {
        return provider_form(visit);
    }
    provider.sector = *market::sector_from_text(*sector);
    const auto made = casework::make_provider(visit.desk, provider, user);
    if (!made) {
        form.refuse(made.error(), {}, "name");
        return provider_form(visit);
    }
    return show_paper_code(visit, {.title = "The account of " + provider.name + " is made",
                                   .owner = user,
                                   .code = made->paper_code,
                                   .next_href = "/accounts",
                                   .next_text = "Go to the accounts"});
}

Result<Response> close_account_act(Visit& visit) {
    TRY_DONE(casework::set_account_open(visit.desk, visit.id<AccountId>("account"), false));
    return redirect("/accounts");
}

Result<Response> open_account_act(Visit& visit) {
    TRY_DONE(casework::set_account_open(visit.desk, visit.id<AccountId>("account"), true));
    return redirect("/accounts");
}

Result<Response> account_code_act(Visit& visit) {
    const AccountId id = visit.id<AccountId>("account");
    TRY(const std::vector<casework::OfficeAccount> all, casework::office_accounts(visit.desk));
    for (const casework::OfficeAccount& office : all) {
        if (office.account.id != id) {
            continue;
        }
        TRY(const std::optional<std::string> code, casework::renew_paper_code(visit.desk, id));
        return show_paper_code(visit, {.title = "A new code for " + office.account.name,
                                       .owner = office.account.name,
                                       .code = code,
                                       .next_href = "/accounts",
                                       .next_text = "Go to the accounts",
                                       .renew_href = "/accounts/" + id.to_text() + "/code"});
    }
    return Error{"identity.account_not_found",
                 "There is no such account of staff or a provider. Go back to the list."};
}

Result<Response> second_part_act(Visit& visit) {
    const AccountId id = visit.id<AccountId>("account");
    TRY(const std::vector<casework::OfficeAccount> all, casework::office_accounts(visit.desk));
    for (const casework::OfficeAccount& office : all) {
        if (office.account.id != id) {
            continue;
        }
        TRY(const std::optional<std::string> part, casework::give_second_part(visit.desk, id));
        return show_second_part(visit, {.title = "The second part for " + office.account.name,
                                        .owner = office.account.name,
                                        .code = part,
                                        .next_href = "/accounts",
                                        .next_text = "Go to the accounts"});
    }
    return Error{"identity.account_not_found",
                 "There is no such account of staff or a provider. Go back to the list."};
}

}  // namespace

std::span<const Route> admin_routes() {
    static const Route routes[] = {
        {GET, "/accounts", may::manage_accounts, accounts_page, "Accounts of staff and providers"},
        {GET, "/accounts/staff/new", may::manage_accounts, new_staff_page,
         "Make an account for a member of staff"},
        {POST, "/accounts/staff/new", may::manage_accounts, new_staff_act,
         "Keep a new member of staff and print the code"},
        {GET, "/accounts/staff/{staff}", may::manage_accounts, staff_page,
         "What a member of staff does, and the limits"},
        {POST, "/accounts/staff/{staff}", may::manage_accounts, staff_act,
         "Change what a member of staff does"},
        {GET, "/accounts/providers/new", may::manage_accounts, new_provider_page,
         "Make a provider's record and account"},
        {POST, "/accounts/providers/new", may::manage_accounts, new_provider_act,
         "Keep a new provider and print the code"},
        {POST, "/accounts/{account}/close", may::manage_accounts, close_account_act,
         "Close an account at once"},
        {POST, "/accounts/{account}/open", may::manage_accounts, open_account_act,
         "Open a closed account again"},
        {POST, "/accounts/{account}/code", may::manage_accounts, account_code_act,
         "Print a new code for staff or a provider"},
        {POST, "/accounts/{account}/code/second", may::manage_accounts, second_part_act,
         "Give the second part of a code a colleague printed"},
    };
    return routes;
}

}  // namespace web
