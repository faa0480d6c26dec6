#include "web/account_fields.h"

#include "govuk/summary_list.h"

namespace web {

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

Html account_explanation() {
    return Html() << "<p class=\"govuk-body\">A second person at the council checks a new "
                     "account. Until then no money goes out. That keeps your money safe.</p>";
}

}  // namespace web
