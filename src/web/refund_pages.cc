#include "web/refund_pages.h"

#include "casework/give_back_share.h"
#include "casework/see_finance.h"
#include "web/form_fields.h"
#include "web/layout.h"

namespace web {

namespace {

Result<casework::RefundDue> refund_of(Visit& visit) {
    TRY(const casework::FinanceView view, casework::see_finance(visit.desk));
    for (const casework::RefundDue& due : view.refunds) {
        if (due.invoice == visit.id<InvoiceId>("invoice")) {
            return due;
        }
    }
    return Error{"casework.no_refund_due",
                 "Nothing is to be paid back of this bill. Look at the list again."};
}

// What was paid for bills is paid back by hand, and written down here.
void write_bills(Html& main, const Visit& visit, const casework::RefundDue& due) {
    main << "<p class=\"govuk-body\">" << due.of_bills().for_people()
         << " was paid for bills, and is not asked any more. Pay it back first. Then write it down "
            "here: what was paid for the bills is taken back by as much.</p>"
         << form_open(visit, "/finance/invoices/" + due.invoice.to_text() + "/refund")
         << money_field(visit.form, {.name = "amount",
                                     .label = "How much was paid back?",
                                     .classes = "govuk-input--width-10"})
         << date_field(visit.form, {.name = "on", .legend = "When?"})
         << text_field(visit.form, {.name = "how",
                                    .label = "How was it paid back?",
                                    .hint = "For example, cheque 000123"})
         << submit_button("Write it down") << form_close();
}

// What was kept back of payments in advance goes out with the next ones.
void write_shares(Html& main, const Visit& visit, const casework::RefundDue& due) {
    main << "<p class=\"govuk-body\">" << due.of_shares.for_people()
         << " was kept back of payments in advance, and is not asked any more. Give it back: it is "
            "then owed to whoever holds the money, and goes out with the next pay run. Do not pay "
            "it in another way.</p>"
         << form_open(visit, "/finance/invoices/" + due.invoice.to_text() + "/share")
         << submit_button("Give back " + due.of_shares.for_people()) << form_close();
}

Response refund_form(const Visit& visit, const casework::RefundDue& due) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Pay back " << due.amount.for_people()
         << "</h1><p class=\"govuk-body\">Bill " << due.reference
         << ": more was paid than is asked now.</p>";
    if (due.of_shares.is_positive()) {
        write_shares(main, visit, due);
    }
    if (due.of_bills().is_positive()) {
        write_bills(main, visit, due);
    }
    return show(
        visit,
        {.title = "Pay back", .main = std::move(main), .back_href = "/finance", .help = "finance"});
}

Result<Response> refund_page(Visit& visit) {
    TRY(const casework::RefundDue due, refund_of(visit));
    visit.form.fill("amount", due.of_bills().to_text());
    return refund_form(visit, due);
}

Result<Response> pay_back(Visit& visit) {
    TRY(const casework::RefundDue due, refund_of(visit));
    Form& form = visit.form;
    const auto amount = form.money("amount", "Enter how much was paid back");
    const auto on = form.date("on", "Enter the day it was paid back");
    const auto how = form.text("how", 200, "Write how it was paid back");
    if (form.is_good()) {
        const Outcome kept =
            casework::refund_contribution(visit.desk, due.invoice, *on, *amount, *how);
        if (kept) {
            return redirect("/finance");
        }
        form.refuse(kept.error(),
                    {{"casework.day_ahead", "on"}, {"casework.reasons_missing", "how"}}, "amount");
    }
    return refund_form(visit, due);
}

Result<Response> give_back(Visit& visit) {
    TRY_DONE(casework::give_back_share(visit.desk, visit.id<InvoiceId>("invoice")));
    return redirect("/finance");
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/finance/invoices/{invoice}/refund", may::match_statement, refund_page,
         "Asks what was paid back of a contribution"},
        {POST, "/finance/invoices/{invoice}/refund", may::match_statement, pay_back,
         "Writes down what was paid back"},
        {POST, "/finance/invoices/{invoice}/share", may::match_statement, give_back,
         "Gives back what was kept back of payments"},
    };
    return all;
}

}  // namespace

std::span<const Route> refund_routes() {
    return routes();
}

}  // namespace web
