#include "base/text.h"
#include "casework/bank_details.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/bank_pages.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"

namespace web {

namespace {

using casework::PayeeDetails;

// Numbers in use are not shown whole: whoever looks over a shoulder learns nothing.
std::string in_use_words(const PayeeDetails& details) {
    if (!details.in_use) {
        return "No account is confirmed, so nothing can be paid.";
    }
    const payments::BankAccount& account = details.in_use->account;
    return account.name.text() + ", account " + account.number.masked();
}

std::string waiting_words(const PayeeDetails& details) {
    const payments::BankAccount& account = details.waiting->account;
    return account.name.text() + ", " + account.sort_code.for_people() + ", " +
           account.number.digits();
}

Html account_fields(const Visit& visit) {
    return Html() << text_field(
                         visit.form,
                         {.name = "name", .label = "Name on the account", .autocomplete = "name"})
                  << text_field(visit.form, {.name = "sort_code",
                                             .label = "Sort code",
                                             .hint = "6 digits, like 20-00-00",
                                             .classes = "govuk-input--width-5",
                                             .inputmode = "numeric"})
                  << text_field(visit.form, {.name = "number",
                                             .label = "Account number",
                                             .hint = "8 digits",
                                             .classes = "govuk-input--width-10",
                                             .inputmode = "numeric"});
}

Html details_list(const std::vector<PayeeDetails>& all) {
    Html out;
    for (const PayeeDetails& each : all) {
        govuk::SummaryList list;
        list.rows.push_back({.key = {.text = "Whose account"}, .value = {.text = each.payee.name}});
        list.rows.push_back(
            {.key = {.text = "Money goes to"}, .value = {.text = in_use_words(each)}});
        if (each.waiting) {
            list.rows.push_back(
                {.key = {.text = "Waits for a check"}, .value = {.text = waiting_words(each)}});
        }
        out << list;
    }
    return out;
}

std::optional<payments::BankAccount> read_account(Form& form) {
    // Each part by itself, so that everything that is wrong is said at once.
    const auto name = payments::AccountName::make(form.value("name"));
    if (!name) {
        form.refuse("name", name.error().message);
    }
    const auto sort_code = payments::SortCode::make(form.value("sort_code"));
    if (!sort_code) {
        form.refuse("sort_code", sort_code.error().message);
    }
    const auto number = payments::AccountNumber::make(form.value("number"));
    if (!number) {
        form.refuse("number", number.error().message);
    }
    if (!name || !sort_code || !number) {
        return std::nullopt;
    }
    return payments::BankAccount{*sort_code, *number, *name};
}

Html explanation() {
    return Html() << "<p class=\"govuk-body\">A second person at the council checks a new "
                     "account. Until then no money goes out. That keeps your money safe.</p>";
}

Response person_page_of(const Visit& visit, const std::vector<PayeeDetails>& all) {
    const std::string path = "/people/" + visit.word("person");
    std::vector<Choice> payees;
    for (const PayeeDetails& each : all) {
        payees.push_back({.value = each.payee.id.to_text(), .text = each.payee.name});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Where the money goes</h1>" << explanation()
         << details_list(all) << "<h2 class=\"govuk-heading-m\">Change an account</h2>"
         << form_open(visit, path + "/bank");
    if (payees.size() > 1) {
        main << radios_field(
            visit.form, {.name = "payee", .legend = "Whose account changes?", .choices = payees});
    }
    main << account_fields(visit) << submit_button("Send the new account") << form_close();
    return show(visit, {.title = "Where the money goes",
                        .main = std::move(main),
                        .back_href = path + "/budget",
                        .help = "bank-details"});
}

Result<Response> person_page(Visit& visit) {
    TRY(const std::vector<PayeeDetails> all,
        casework::see_bank_details(visit.desk, visit.id<PersonId>("person")));
    return person_page_of(visit, all);
}

Result<Response> change_of_person(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const std::vector<PayeeDetails> all, casework::see_bank_details(visit.desk, person));
    std::optional<PayeeId> payee;
    if (all.size() == 1) {
        payee = all.front().payee.id;
    } else if (all.size() > 1) {
        payee = visit.form.id<PayeeId>("payee", "Choose whose account changes");
    }
    const std::optional<payments::BankAccount> account = read_account(visit.form);
    if (!visit.form.is_good()) {
        return person_page_of(visit, all);
    }
    const auto changed = casework::change_bank_details(visit.desk, person, payee, *account);
    if (!changed) {
        visit.form.refuse(changed.error(), {{"casework.holder_unknown", "payee"}}, "name");
        return person_page_of(visit, all);
    }
    return redirect("/people/" + visit.word("person") + "/bank");
}

Response provider_page_of(const Visit& visit, const PayeeDetails& details) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Where your money goes</h1>" << explanation()
         << details_list({details}) << "<h2 class=\"govuk-heading-m\">Change the account</h2>"
         << form_open(visit, "/providers/" + visit.word("provider") + "/bank")
         << account_fields(visit) << submit_button("Send the new account") << form_close();
    return show(visit, {.title = "Where your money goes",
                        .main = std::move(main),
                        .back_href = "/providers/" + visit.word("provider") + "/orders",
                        .help = "bank-details"});
}

Result<Response> provider_page(Visit& visit) {
    TRY(const PayeeDetails details,
        casework::see_provider_bank_details(visit.desk, visit.id<ProviderId>("provider")));
    return provider_page_of(visit, details);
}

Result<Response> change_of_provider(Visit& visit) {
    const ProviderId provider = visit.id<ProviderId>("provider");
    TRY(const PayeeDetails details, casework::see_provider_bank_details(visit.desk, provider));
    const std::optional<payments::BankAccount> account = read_account(visit.form);
    if (!visit.form.is_good()) {
        return provider_page_of(visit, details);
    }
    const auto changed = casework::change_provider_bank_details(visit.desk, provider, *account);
    if (!changed) {
        visit.form.refuse(changed.error(), {}, "name");
        return provider_page_of(visit, details);
    }
    return redirect("/providers/" + visit.word("provider") + "/bank");
}

// --- finance -------------------------------------------------------------------------------------

// Several accounts wait on one page: each has a field of its own, so that an error and what was
// typed stand beside the account they belong to.
std::string why_field(BankDetailsId id) {
    return "why-" + id.to_text();
}

void write_waiting(Html& main, const Visit& visit, const casework::WaitingDetails& waiting,
                   bool may_confirm) {
    const PayeeDetails& details = waiting.details;
    const std::string path = "/finance/details/" + details.waiting->id.to_text();
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "Payee"}, .value = {.text = details.payee.name}});
    list.rows.push_back(
        {.key = {.text = "New account"}, .value = {.text = waiting_words(details)}});
    list.rows.push_back(
        {.key = {.text = "In use until now"}, .value = {.text = in_use_words(details)}});
    list.rows.push_back({.key = {.text = "Changed by"},
                         .value = {.text = waiting.changed_by + " on " +
                                           details.waiting->changed_at.date_utc().for_people()}});
    main << "<h2 class=\"govuk-heading-m\">" << details.payee.name << "</h2>" << list;
    if (waiting.is_own || !may_confirm) {
        main << "<p class=\"govuk-body\">Somebody else, who releases payments, checks this.</p>";
        return;
    }
    main << form_open(visit, path + "/confirm")
         << govuk::Button{.html = Html() << "Confirm <span class=\"govuk-visually-hidden\">the "
                                            "account of "
                                         << details.payee.name << "</span>",
                          .prevent_double_click = true}
         << form_close() << form_open(visit, path + "/refuse")
         << text_field(visit.form,
                       {.name = why_field(details.waiting->id),
                        .label = "Why the account of " + details.payee.name + " is refused",
                        .hint = "The owner reads this."})
         << govuk::Button{.html = Html() << "Refuse <span class=\"govuk-visually-hidden\">the "
                                            "account of "
                                         << details.payee.name << "</span>",
                          .classes = "govuk-button--secondary",
                          .prevent_double_click = true}
         << form_close();
}

Response waiting_page_of(const Visit& visit, const std::vector<casework::WaitingDetails>& waiting) {
    const bool may_confirm =
        people::decide(*visit.who, people::Action::confirm_bank_details, {}, visit.desk.today)
            .has_value();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Bank details to confirm</h1><p class=\"govuk-body-l\">"
         << (waiting.empty() ? std::string("Nothing waits.")
                             : base::counted(waiting.size(), "change") + " to check.")
         << "</p><p class=\"govuk-body\">Ask the owner in another way than the one they used: by "
            "the telephone number we knew before. The form of the numbers is checked here. Whether "
            "the bank knows the account is not.</p>";
    for (const casework::WaitingDetails& each : waiting) {
        write_waiting(main, visit, each, may_confirm);
    }
    return show(visit, {.title = "Bank details to confirm",
                        .main = std::move(main),
                        .back_href = "/finance",
                        .help = "finance"});
}

Result<Response> waiting_page(Visit& visit) {
    TRY(const auto waiting, casework::see_waiting_details(visit.desk));
    return waiting_page_of(visit, waiting);
}

Result<Response> confirm(Visit& visit) {
    TRY_DONE(casework::confirm_bank_details(visit.desk, visit.id<BankDetailsId>("bank_details")));
    return redirect("/finance/details");
}

Result<Response> refuse_details(Visit& visit) {
    const BankDetailsId id = visit.id<BankDetailsId>("bank_details");
    const auto why = visit.form.text(why_field(id), 300, "Write why this account is refused");
    if (!visit.form.is_good()) {
        TRY(const auto waiting, casework::see_waiting_details(visit.desk));
        return waiting_page_of(visit, waiting);
    }
    TRY_DONE(casework::refuse_bank_details(visit.desk, id, *why));
    return redirect("/finance/details");
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/people/{person}/bank", may::change_own_bank_details, person_page,
         "Where a person's money goes"},
        {POST, "/people/{person}/bank", may::change_own_bank_details, change_of_person,
         "Changes where a person's money goes"},
        {GET, "/providers/{provider}/bank", may::change_provider_bank_details, provider_page,
         "Where a provider's money goes"},
        {POST, "/providers/{provider}/bank", may::change_provider_bank_details, change_of_provider,
         "Changes where a provider's money goes"},
        {GET, "/finance/details", may::see_finance, waiting_page,
         "Bank details that wait for a second person"},
        {POST, "/finance/details/{bank_details}/confirm", may::confirm_bank_details, confirm,
         "Confirms bank details"},
        {POST, "/finance/details/{bank_details}/refuse", may::confirm_bank_details, refuse_details,
         "Refuses bank details with a reason"},
    };
    return all;
}

}  // namespace

std::span<const Route> bank_details_routes() {
    return routes();
}

}  // namespace web
