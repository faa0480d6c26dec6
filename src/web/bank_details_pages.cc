#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "casework/bank_details.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "web/account_fields.h"
#include "web/bank_pages.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"

namespace web {

namespace {

using casework::PayeeDetails;

// Of whoever holds money for her she reads whether they can be paid, not their numbers.
Html holders_list(const std::vector<PayeeDetails>& all) {
    Html items;
    bool has_holder = false;
    for (const PayeeDetails& each : all) {
        if (each.payee.kind == "person") {
            continue;
        }
        has_holder = true;
        items << "<li>" << each.payee.name << ": "
              << (each.waiting  ? govuk::Literal("a new account waits for a check")
                  : each.in_use ? govuk::Literal("the account is confirmed")
                                : govuk::Literal("no account is confirmed yet"))
              << "</li>";
    }
    if (!has_holder) {
        return Html();
    }
    return Html() << "<h2 class=\"govuk-heading-m\">Who holds money for you</h2><p "
                     "class=\"govuk-body\">They say themselves where it goes. You cannot change "
                     "it, and they cannot change yours.</p><ul class=\"govuk-list "
                     "govuk-list--bullet\">"
                  << items << "</ul>";
}

Response person_page_of(const Visit& visit, const std::vector<PayeeDetails>& all) {
    const std::string path = "/people/" + visit.word("person");
    std::vector<PayeeDetails> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [](const PayeeDetails& each) { return each.payee.kind == "person"; });
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Where the money goes</h1>" << account_explanation()
         << details_list(own) << "<h2 class=\"govuk-heading-m\">Change your account</h2>"
         << form_open(visit, path + "/bank") << account_fields(visit)
         << submit_button("Send the new account") << form_close() << holders_list(all);
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
    const std::optional<payments::BankAccount> account = read_account(visit.form);
    if (!visit.form.is_good()) {
        return person_page_of(visit, all);
    }
    const auto changed = casework::change_bank_details(visit.desk, person, std::nullopt, *account);
    if (!changed) {
        visit.form.refuse(changed.error(), {}, "name");
        return person_page_of(visit, all);
    }
    return redirect("/people/" + visit.word("person") + "/bank");
}

Response provider_page_of(const Visit& visit, const PayeeDetails& details) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Where your money goes</h1>" << account_explanation()
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
