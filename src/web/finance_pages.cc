#include "web/finance_pages.h"

#include <algorithm>
#include <map>

#include "base/csv.h"
#include "base/text.h"
#include "casework/pay_in.h"
#include "casework/pay_instalments.h"
#include "casework/record_cash_limit.h"
#include "casework/see_finance.h"
#include "casework/statement_json.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/period_form.h"
#include "web/stream_account_pages.h"

namespace web {

namespace {

using casework::FinanceView;

std::string reference(const FinanceView& view, PersonId person) {
    const auto found = view.references.find(person);
    return found == view.references.end() ? std::string() : found->second;
}

FoldingTable instalments_table(const FinanceView& view,
                               const std::vector<store::MadeInstalment>& list,
                               const std::string& caption) {
    FoldingTable table{.caption = caption, .columns = {}, .rows = {}};
    table.columns = {{"For"}, {"Due"}, {"Days"}, {"Before contribution", true}, {"To pay", true}};
    for (const store::MadeInstalment& each : list) {
        table.rows.push_back(
            {{.text = reference(view, each.person)},
             {.text = each.due.for_people()},
             {.text = each.covers.from.for_people() + " to " + each.covers.last_day().for_people()},
             {.text = each.gross.for_people()},
             {.text = each.net().for_people()}});
    }
    return table;
}

FoldingTable limits_table(const std::vector<casework::StreamLimit>& limits,
                          const std::string& caption) {
    FoldingTable table{.caption = caption, .columns = {}, .rows = {}};
    table.columns = {
        {"Stream"},     {"Cash limit", true},  {"Decided", true},  {"Held", true}, {"Owed", true},
        {"Paid", true}, {"Not awarded", true}, {"Forecast", true}, {"Ledger code"}};
    for (const casework::StreamLimit& each : limits) {
        const Period year = each.year.period();
        Html name;
        name << "<a class=\"govuk-link\" href=\"/finance/streams/" << each.stream
             << "?from=" << year.from.to_text() << "&amp;until=" << year.last_day().to_text()
             << "\">" << each.name << "</a>";
        table.rows.push_back({{.html = std::move(name)},
                              {.text = each.limit.for_people()},
                              {.text = each.decided.for_people()},
                              {.text = each.held.for_people()},
                              {.text = each.owed.for_people()},
                              {.text = each.paid.for_people()},
                              {.text = each.not_awarded.for_people()},
                              {.text = each.forecast.for_people()},
                              {.text = each.ledger_code.empty() ? "none" : each.ledger_code}});
    }
    return table;
}

// This year's streams, then each other year with something to look at.
Html streams_tables(const FinanceView& view) {
    // Nine columns of sums of millions may be wider than the page.
    const auto table = [](const std::vector<casework::StreamLimit>& limits,
                          const std::string& caption) {
        return Html() << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
                      << caption << "\">" << folding_table(limits_table(limits, caption))
                      << "</div>";
    };
    Html out;
    out << table(view.streams, "Streams against their cash limit");
    std::map<CouncilYear, std::vector<casework::StreamLimit>> others;
    for (const casework::StreamLimit& each : view.other_years) {
        others[each.year].push_back(each);
    }
    for (const auto& [year, limits] : others) {
        out << table(limits, "The limits of " + year.for_people());
    }
    return out;
}

FoldingTable exceptions_table(const FinanceView& view) {
    FoldingTable table{.caption = "What could not be done", .columns = {}, .rows = {}};
    table.columns = {{"For"}, {"Why"}};
    for (const store::DueException& each : view.exceptions) {
        table.rows.push_back({{.text = reference(view, each.person)}, {.text = each.message}});
    }
    return table;
}

FoldingTable invoices_table(const FinanceView& view, bool may_receive) {
    FoldingTable table{
        .caption = "Contributions asked for and not paid in full", .columns = {}, .rows = {}};
    table.columns = {{"Reference"}, {"Days"}, {"Asked", true}, {"Still due", true}};
    if (may_receive) {
        table.columns.push_back({"Paid another way"});
    }
    for (const casework::OpenInvoice& each : view.open_invoices) {
        table.rows.push_back({{.text = each.invoice.reference},
                              {.text = each.invoice.period.from.for_people() + " to " +
                                       each.invoice.period.last_day().for_people()},
                              {.text = each.invoice.amount().for_people()},
                              {.text = each.due.for_people()}});
        if (may_receive) {
            table.rows.back().push_back(
                {.html = Html() << "<a class=\"govuk-link\" href=\"/finance/invoices/"
                                << each.invoice.id.to_text()
                                << "/paid\">It was paid<span class=\"govuk-visually-hidden\">: "
                                << each.invoice.reference << "</span></a>"});
        }
    }
    return table;
}

FoldingTable refunds_table(const FinanceView& view, bool may_pay_back) {
    FoldingTable table{.caption = "Contributions to pay back", .columns = {}, .rows = {}};
    table.columns = {{"Reference"}, {"To pay back", true}};
    if (may_pay_back) {
        table.columns.push_back({"To do"});
    }
    for (const casework::RefundDue& due : view.refunds) {
        table.rows.push_back({{.text = due.reference}, {.text = due.amount.for_people()}});
        if (may_pay_back) {
            table.rows.back().push_back(
                {.html = Html() << "<a class=\"govuk-link\" href=\"/finance/invoices/"
                                << due.invoice.to_text()
                                << "/refund\">Pay it back<span class=\"govuk-visually-hidden\">: "
                                << due.reference << "</span></a>"});
        }
    }
    return table;
}

std::string waiting_words(const FinanceView& view) {
    if (view.waiting_run) {
        return "A pay run of " + view.waiting_run->total().for_people() + " waits for its release.";
    }
    return view.owed_count == 0 ? "Nothing is owed."
                                : view.owed_total.for_people() + " is owed and in no run.";
}

void write_links(Html& main, const FinanceView& view) {
    main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"/finance/runs\">Pay "
            "runs</a></li><li><a class=\"govuk-link\" href=\"/finance/bank\">Bank</a> ("
         << view.bank_open
         << " to look at)</li><li><a class=\"govuk-link\" href=\"/finance/details\">Bank details "
            "to confirm</a> ("
         << view.details_waiting
         << ")</li><li><a class=\"govuk-link\" href=\"/finance/limits\">Cash limits, ledger codes "
            "and the council’s account</a></li><li><a class=\"govuk-link\" "
            "href=\"/finance/entries.csv\">Journal of entries for a spreadsheet "
            "(CSV)</a></li></ul>";
}

Result<Response> today_page(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Money on " << visit.desk.today.for_people()
         << "</h1><p class=\"govuk-body-l\">" << waiting_words(view) << "</p>";
    if (view.waiting_run) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/finance/runs/"
             << view.waiting_run->id.to_text() << "\">Open the run</a></p>";
    }
    const bool may_match =
        people::decide(*visit.who, people::Action::match_statement, {}, visit.desk.today)
            .has_value();
    main << folding_table(exceptions_table(view)) << streams_tables(view)
         << "<p class=\"govuk-body\">The forecast is what is paid and owed, and what agreed plans "
            "still cost until "
         << view.year.last_day().for_people() << ".</p>"
         << folding_table(
                instalments_table(view, view.made_today, "Instalments that fell due today"))
         << folding_table(
                instalments_table(view, view.coming, "Instalments in the next four weeks"))
         << folding_table(invoices_table(view, may_match))
         << folding_table(refunds_table(view, may_match));
    write_links(main, view);
    if (people::decide(*visit.who, people::Action::prepare_pay_run, {}, visit.desk.today)) {
        main << form_open(visit, "/finance/due")
             << govuk::Button{.text = "Do what is due by today",
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "Money",
                        .main = std::move(main),
                        .help = "finance",
                        .current = "/finance",
                        .is_wide = true});
}

Result<Response> do_due(Visit& visit) {
    TRY_DONE(casework::fall_due(visit.desk));
    return redirect("/finance");
}

// --- streams -------------------------------------------------------------------------------------

Result<Response> stream_page(Visit& visit) {
    return stream_account_page(visit, visit.word("stream"),
                               "/finance/streams/" + visit.word("stream"));
}
Result<Response> stream_csv(Visit& visit) {
    return stream_account_csv(visit, visit.word("stream"));
}

Result<Response> entries_csv(Visit& visit) {
    TRY(const Period period, linked_period(visit));
    std::optional<StreamId> stream;
    if (!visit.query("stream").empty()) {
        stream = visit.query("stream");
    }
    TRY(const std::vector<casework::EntryRow> rows,
        casework::see_entries(visit.desk, stream, period));
    std::string csv;
    base::append_csv_row(csv, {"date", "entry", "kind", "reference", "about", "account", "stream",
                               "ledger_code", "payee", "sum", "reverses", "year"});
    for (const casework::EntryRow& row : rows) {
        for (std::size_t i = 0; i < row.facts.postings.size(); ++i) {
            const ledger::Posting& posting = row.facts.postings[i];
            base::append_csv_row(
                csv,
                {row.facts.on.to_text(), row.facts.id.to_text(),
                 std::string(ledger::to_text(row.facts.kind)), row.reference, row.facts.about,
                 std::string(ledger::to_text(posting.account.kind)), posting.account.stream,
                 row.ledger_codes[i],
                 posting.account.payee.is_none() ? "" : posting.account.payee.to_text(),
                 posting.amount.to_text(), row.facts.reverses ? row.facts.reverses->to_text() : "",
                 posting.account.year.is_none() ? ""
                                                : std::to_string(posting.account.year.begins_in)});
        }
    }
    return download("entries-" + period.from.to_text() + ".csv", "text/csv; charset=utf-8",
                    std::move(csv));
}

// --- limits --------------------------------------------------------------------------------------

// This year first, then the next and the one before.
std::vector<CouncilYear> near_years(Date today) {
    const CouncilYear now = CouncilYear::of(today);
    return {now, now.next(), {now.begins_in - 1}};
}

std::vector<Choice> year_choices(const Visit& visit) {
    std::vector<Choice> choices;
    for (const CouncilYear& year : near_years(visit.desk.today)) {
        choices.push_back({.value = std::to_string(year.begins_in), .text = year.for_people()});
    }
    return choices;
}

Response limits_page_of(const Visit& visit, const FinanceView& view) {
    std::vector<Choice> streams;
    for (const casework::StreamLimit& each : view.streams) {
        streams.push_back({.value = each.stream, .text = each.name});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Cash limits</h1>" << streams_tables(view)
         << "<h2 class=\"govuk-heading-m\">Record a cash limit</h2>"
         << form_open(visit, "/finance/limits")
         << select_field(visit.form, {.name = "stream", .legend = "Stream", .choices = streams})
         << radios_field(
                visit.form,
                {.name = "year", .legend = "Of which year", .choices = year_choices(visit)})
         << money_field(visit.form, {.name = "amount", .label = "How much"})
         << radios_field(visit.form,
                         {.name = "way",
                          .legend = "What happens",
                          .choices = {{.value = "add", .text = "The owner gives it"},
                                      {.value = "cut", .text = "The owner takes it back"}}})
         << text_field(visit.form,
                       {.name = "why", .label = "Where the owner says so (a letter, its date)"})
         << submit_button("Record the cash limit") << form_close()
         << "<h2 class=\"govuk-heading-m\">Set a ledger code</h2>"
         << form_open(visit, "/finance/codes")
         << select_field(visit.form,
                         {.name = "code_stream", .legend = "Stream", .choices = streams})
         << text_field(visit.form, {.name = "code",
                                    .label = "Ledger code",
                                    .hint = "Letters, digits and hyphens",
                                    .classes = "govuk-input--width-20"})
         << submit_button("Set the code") << form_close()
         << "<h2 class=\"govuk-heading-m\">The council’s account that payments go from</h2>"
         << form_open(visit, "/finance/account")
         << text_field(visit.form, {.name = "name", .label = "Name on the account"})
         << text_field(visit.form, {.name = "sort_code",
                                    .label = "Sort code",
                                    .hint = "Like 20-00-00",
                                    .classes = "govuk-input--width-5"})
         << text_field(visit.form, {.name = "number",
                                    .label = "Account number",
                                    .hint = "8 digits",
                                    .classes = "govuk-input--width-10"})
         << submit_button("Set the account") << form_close();
    return show(visit, {.title = "Cash limits",
                        .main = std::move(main),
                        .back_href = "/finance",
                        .help = "finance",
                        .is_wide = true});
}

Result<Response> limits_page(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    visit.form.fill("year", year_choices(visit).front().value);
    return limits_page_of(visit, view);
}

Result<Response> record_limit(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    std::vector<std::string> known;
    for (const casework::StreamLimit& each : view.streams) {
        known.push_back(each.stream);
    }
    const auto stream = visit.form.choice("stream", known, "Choose a stream");
    std::vector<std::string> years;
    for (const Choice& each : year_choices(visit)) {
        years.push_back(each.value);
    }
    const auto year = visit.form.choice("year", years, "Choose whose year the money is for");
    const auto amount = visit.form.money("amount", "Enter how much");
    const auto way = visit.form.choice("way", {"add", "cut"}, "Choose what happens");
    const auto why = visit.form.text("why", 500, "Enter where the owner says so");
    if (!visit.form.is_good()) {
        return limits_page_of(visit, view);
    }
    const auto chosen = std::find(years.begin(), years.end(), *year) - years.begin();
    const CouncilYear of_year = near_years(visit.desk.today)[static_cast<std::size_t>(chosen)];
    const auto kept = *way == "add"
                          ? casework::record_cash_limit(visit.desk, *stream, *amount, *why, of_year)
                          : casework::cut_cash_limit(visit.desk, *stream, *amount, *why, of_year);
    if (!kept) {
        visit.form.refuse(kept.error(),
                          {{"ledger.not_enough", "amount"}, {"ledger.not_positive", "amount"}},
                          "stream");
        return limits_page_of(visit, view);
    }
    return redirect("/finance/limits");
}

Result<Response> set_code(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    const auto stream = visit.form.text("code_stream", 100, "Choose a stream");
    const auto text = visit.form.text("code", 30, "Enter the code");
    if (!visit.form.is_good()) {
        return limits_page_of(visit, view);
    }
    const Outcome kept = casework::set_ledger_code(visit.desk, *stream, *text);
    if (!kept) {
        visit.form.refuse(kept.error(), {{"casework.stream_unknown", "code_stream"}}, "code");
        return limits_page_of(visit, view);
    }
    return redirect("/finance/limits");
}

Result<Response> set_account(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    const auto account = payments::BankAccount::make(
        visit.form.value("sort_code"), visit.form.value("number"), visit.form.value("name"));
    if (!account) {
        visit.form.refuse(account.error(),
                          {{"payments.sort_code", "sort_code"},
                           {"payments.account_number", "number"},
                           {"payments.account_name", "name"}},
                          "name");
        return limits_page_of(visit, view);
    }
    TRY_DONE(casework::set_council_account(visit.desk, *account));
    return redirect("/finance/limits");
}

// --- a bill paid another way than by bank --------------------------------------------------------

Result<casework::OpenInvoice> open_invoice(Visit& visit) {
    TRY(const FinanceView view, casework::see_finance(visit.desk));
    for (const casework::OpenInvoice& each : view.open_invoices) {
        if (each.invoice.id == visit.id<InvoiceId>("invoice")) {
            return each;
        }
    }
    return Error{"casework.invoice_unknown",
                 "Nothing is to be paid of this bill. Look at the list again."};
}

Response bill_form(const Visit& visit, const casework::OpenInvoice& open) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Bill " << open.invoice.reference
         << "</h1><p class=\"govuk-body\">" << open.due.for_people()
         << " is still to be paid. What comes by bank with the reference is matched there. Write "
            "down here only what came another way.</p>"
         << form_open(visit, "/finance/invoices/" + open.invoice.id.to_text() + "/paid")
         << money_field(visit.form, {.name = "amount",
                                     .label = "How much was paid?",
                                     .classes = "govuk-input--width-10"})
         << date_field(visit.form, {.name = "on", .legend = "When?"})
         << text_field(visit.form, {.name = "how",
                                    .label = "How did the money come?",
                                    .hint = "For example, cheque 000123"})
         << submit_button("Write it down") << form_close();
    return show(visit, {.title = "Bill paid",
                        .main = std::move(main),
                        .back_href = "/finance",
                        .help = "finance"});
}

Result<Response> bill_page(Visit& visit) {
    TRY(const casework::OpenInvoice open, open_invoice(visit));
    visit.form.fill("amount", open.due.to_text());
    return bill_form(visit, open);
}

Result<Response> bill_paid(Visit& visit) {
    TRY(const casework::OpenInvoice open, open_invoice(visit));
    Form& form = visit.form;
    const auto amount = form.money("amount", "Enter how much was paid");
    const auto on = form.date("on", "Enter the day it was paid");
    const auto how = form.text("how", 200, "Write how the money came");
    if (form.is_good()) {
        const Outcome kept =
            casework::receive_payment(visit.desk, open.invoice.id, *on, *amount, *how);
        if (kept) {
            return redirect("/finance");
        }
        form.refuse(kept.error(),
                    {{"casework.day_ahead", "on"}, {"casework.reasons_missing", "how"}}, "amount");
    }
    return bill_form(visit, open);
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/finance", may::see_finance, today_page,
         "Money today: instalments, the run in preparation, exceptions, streams against their "
         "limit"},
        {POST, "/finance/due", may::prepare_pay_run, do_due, "Does what is due by today"},
        {GET, "/finance/limits", may::see_finance, limits_page,
         "Cash limits, ledger codes and the council's own account"},
        {POST, "/finance/limits", may::record_cash_limit, record_limit, "Records a cash limit"},
        {POST, "/finance/codes", may::record_cash_limit, set_code, "Sets a stream's ledger code"},
        {POST, "/finance/account", may::record_cash_limit, set_account,
         "Sets the account that payments go from"},
        {GET, "/finance/invoices/{invoice}/paid", may::match_statement, bill_page,
         "Asks what came for a bill in another way than by bank"},
        {POST, "/finance/invoices/{invoice}/paid", may::match_statement, bill_paid,
         "Writes down what came for a bill"},
        {GET,
         "/finance/entries.csv",
         may::see_finance,
         entries_csv,
         "Every entry for a spreadsheet, of one stream or all",
         {"from", "until", "stream"}},
        {GET, "/finance/streams/{stream}", may::see_finance, stream_page,
         "The account of one stream for any dates", period_parameters()},
        {GET,
         "/finance/streams/{stream}/statement.csv",
         may::see_finance,
         stream_csv,
         "The account of one stream for a spreadsheet",
         {"from", "until"}},
    };
    return all;
}

}  // namespace

std::span<const Route> finance_routes() {
    return routes();
}

}  // namespace web
