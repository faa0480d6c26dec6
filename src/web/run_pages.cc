#include "web/run_pages.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "casework/pay_providers.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "payments/pay_run_json.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"

namespace web {

namespace {

using casework::RunView;
using payments::PayRunStatus;

template <typename Key>
std::string name_in(const std::vector<std::pair<Key, std::string>>& names, const Key& key) {
    for (const auto& each : names) {
        if (each.first == key) {
            return each.second;
        }
    }
    return {};
}

std::string path_of(const RunView& view) {
    return "/finance/runs/" + view.run.id.to_text();
}

bool is_allowed(const Visit& visit, people::Action action) {
    return people::decide(*visit.who, action, {}, visit.desk.today).has_value();
}

FoldingTable streams_table(const RunView& view) {
    FoldingTable table{.caption = "By stream", .columns = {{"Stream"}, {"Sum", true}}, .rows = {}};
    for (const payments::StreamSum& each : view.summary.streams) {
        table.rows.push_back({{.text = name_in(view.stream_names, each.stream)},
                              {.text = each.amount.for_people()}});
    }
    return table;
}

FoldingTable new_payees_table(const RunView& view) {
    FoldingTable table{.caption = "Paid for the first time", .columns = {}, .rows = {}};
    table.columns = {{"Payee"}, {"Account"}, {"Sum", true}};
    for (const payments::Payment& payment : view.run.payments) {
        if (std::find(view.summary.new_payees.begin(), view.summary.new_payees.end(), payment.id) !=
            view.summary.new_payees.end()) {
            table.rows.push_back({{.text = payment.payee_name},
                                  {.text = payment.account ? payment.account->name.text() + ", " +
                                                                 payment.account->number.masked()
                                                           : ""},
                                  {.text = payment.amount().for_people()}});
        }
    }
    return table;
}

FoldingTable changes_table(const RunView& view) {
    FoldingTable table{.caption = "Changed since the run before", .columns = {}, .rows = {}};
    table.columns = {{"Payee"}, {"Before", true}, {"Now", true}, {"Account"}};
    for (const payments::RunChange& each : view.summary.changes) {
        table.rows.push_back({{.text = name_in(view.payee_names, each.payee)},
                              {.text = each.before ? each.before->for_people() : "nothing"},
                              {.text = each.now ? each.now->for_people() : "nothing"},
                              {.text = each.is_other_account ? "another account" : "the same"}});
    }
    return table;
}

FoldingTable stopped_table(const RunView& view) {
    FoldingTable table{.caption = "Stopped; it stays owed", .columns = {}, .rows = {}};
    table.columns = {{"Payee"}, {"Stream"}, {"Days"}, {"Sum", true}, {"Why"}};
    for (const payments::StoppedLine& each : view.summary.stopped) {
        table.rows.push_back({{.text = name_in(view.payee_names, each.owed.payee)},
                              {.text = name_in(view.stream_names, each.owed.stream)},
                              {.text = each.owed.service.from.for_people() + " to " +
                                       each.owed.service.last_day().for_people()},
                              {.text = each.owed.amount.for_people()},
                              {.text = std::string(payments::for_people(each.reason))}});
    }
    return table;
}

FoldingTable payments_table(const Visit& visit, const RunView& view, bool can_take_out) {
    FoldingTable table{.caption = "Every payment", .columns = {}, .rows = {}};
    table.columns = {{"Payee"}, {"Sum", true}, {"Lines"}, {"State"}};
    if (can_take_out) {
        table.columns.push_back({"Take out"});
    }
    for (const payments::Payment& payment : view.run.payments) {
        std::vector<govuk::Content> cells = {
            {.text = payment.payee_name},
            {.text = payment.amount().for_people()},
            {.text = std::to_string(payment.lines.size())},
            {.text = std::string(payments::to_text(payment.status))}};
        if (can_take_out) {
            Html out;
            if (payment.status == payments::PaymentStatus::prepared) {
                out << form_open(visit, path_of(view) + "/take-out")
                    << hidden_field("payment", payment.id.to_text())
                    << govuk::Button{.html = Html()
                                             << "Take out <span "
                                                "class=\"govuk-visually-hidden\">the payment to "
                                             << payment.payee_name << "</span>",
                                     .classes = "govuk-button--secondary",
                                     .prevent_double_click = true}
                    << form_close();
            } else {
                out << "stopped";
            }
            cells.push_back({.html = std::move(out)});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

// The figures, the same for who prepares and who releases.
void write_figures(Html& main, const RunView& view) {
    main << "<p class=\"govuk-body-l\">" << view.summary.total.for_people() << " in "
         << base::counted(view.summary.count, "payment") << ", to be paid on "
         << view.run.pay_on.for_people() << ". "
         << (view.summary.stopped.empty()
                 ? std::string("Nothing is stopped.")
                 : view.summary.stopped_total.for_people() + " is stopped.")
         << "</p>" << folding_table(new_payees_table(view)) << folding_table(changes_table(view))
         << folding_table(stopped_table(view)) << folding_table(streams_table(view));
}

Result<Response> run_page(Visit& visit) {
    TRY(const RunView view, casework::see_run(visit.desk, visit.id<PayRunId>("run")));
    const bool is_waiting = view.run.status == PayRunStatus::prepared;
    const bool prepares = is_allowed(visit, people::Action::prepare_pay_run);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Pay run, "
         << std::string(payments::for_people(view.run.status)) << "</h1>"
         << "<p class=\"govuk-body\">Prepared by " << view.prepared_by << " on "
         << view.run.prepared_at.date_utc().for_people() << "."
         << (view.released_by.empty() ? std::string()
                                      : " Released by " + view.released_by + " on " +
                                            view.run.released_at->date_utc().for_people() + ".")
         << "</p>";
    write_figures(main, view);
    main << folding_table(payments_table(visit, view, is_waiting && prepares));
    if (view.may_release) {
        main << govuk::Button{.text = "Check and release", .href = path_of(view) + "/release"};
    }
    if (view.has_file) {
        main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << path_of(view)
             << "/file\">Download the bank file</a></li></ul>";
    }
    if (is_waiting && prepares) {
        main << form_open(visit, path_of(view) + "/cancel")
             << govuk::Button{.text = "Give this run up",
                              .classes = "govuk-button--warning",
                              .prevent_double_click = true}
             << form_close();
    }
    return show(visit, {.title = "Pay run",
                        .main = std::move(main),
                        .back_href = "/finance/runs",
                        .help = "finance",
                        .is_wide = true});
}

Result<Response> release_page(Visit& visit) {
    TRY(const RunView view, casework::see_run(visit.desk, visit.id<PayRunId>("run")));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Release this pay run?</h1>";
    write_figures(main, view);
    if (view.may_release) {
        main << "<p class=\"govuk-body\">When you release it, the bank file is made and "
             << view.summary.total.for_people() << " is on its way. This cannot be undone here.</p>"
             << form_open(visit, path_of(view) + "/release")
             << govuk::Button{.text = "Release " + view.summary.total.for_people(),
                              .prevent_double_click = true}
             << form_close();
    } else {
        main << govuk::InsetText{
            .text = view.run.status == PayRunStatus::prepared
                        ? "You prepared this run, or you do not release payments. Somebody else "
                          "releases it."
                        : "This run does not wait for a release any more."};
    }
    main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << path_of(view)
         << "\">Do not release it now</a></p>";
    return show(visit, {.title = "Release a pay run",
                        .main = std::move(main),
                        .back_href = path_of(view),
                        .help = "finance",
                        .is_wide = true});
}

Response runs_page_of(const Visit& visit, const std::vector<RunView>& runs) {
    FoldingTable table{.caption = "Pay runs, latest first", .columns = {}, .rows = {}};
    table.columns = {{"Prepared"}, {"State"}, {"Payments"}, {"Total", true}, {"Stopped", true}};
    for (const RunView& view : runs) {
        Html link;
        link << "<a class=\"govuk-link\" href=\"" << path_of(view) << "\">"
             << view.run.prepared_at.date_utc().for_people()
             << "<span class=\"govuk-visually-hidden\">, " << view.summary.total.for_people()
             << "</span></a>";
        table.rows.push_back({{.html = std::move(link)},
                              {.text = std::string(payments::for_people(view.run.status))},
                              {.text = std::to_string(view.summary.count)},
                              {.text = view.summary.total.for_people()},
                              {.text = view.summary.stopped_total.for_people()}});
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Pay runs</h1>";
    if (is_allowed(visit, people::Action::prepare_pay_run)) {
        main << form_open(visit, "/finance/runs")
             << date_field(visit.form, {.name = "pay_on", .legend = "Prepare a run, to be paid on"})
             << submit_button("Prepare a pay run") << form_close();
    }
    main << folding_table(table);
    return show(visit, {.title = "Pay runs",
                        .main = std::move(main),
                        .back_href = "/finance",
                        .help = "finance",
                        .is_wide = true});
}

Result<Response> runs_page(Visit& visit) {
    TRY(const std::vector<RunView> runs, casework::see_runs(visit.desk));
    fill_date(visit.form, "pay_on", visit.desk.today);
    return runs_page_of(visit, runs);
}

Result<Response> prepare(Visit& visit) {
    const auto pay_on = visit.form.date("pay_on", "Enter the day to pay on");
    if (visit.form.is_good()) {
        const auto run = casework::prepare_run(visit.desk, *pay_on);
        if (run) {
            return redirect("/finance/runs/" + run->to_text());
        }
        visit.form.refuse(run.error(), {{"casework.pay_day_past", "pay_on"}}, "pay_on");
    }
    TRY(const std::vector<RunView> runs, casework::see_runs(visit.desk));
    return runs_page_of(visit, runs);
}

Result<Response> take_out(Visit& visit) {
    const auto payment = visit.form.id<PaymentId>("payment", "Choose a payment of the run");
    if (!payment) {
        return Error{"payments.unknown_payment",
                     "This pay run has no such payment. Open the run again."};
    }
    TRY_DONE(casework::take_out_of_run(visit.desk, visit.id<PayRunId>("run"), *payment));
    return redirect("/finance/runs/" + visit.word("run"));
}

Result<Response> cancel(Visit& visit) {
    TRY_DONE(casework::cancel_run(visit.desk, visit.id<PayRunId>("run")));
    return redirect("/finance/runs/" + visit.word("run"));
}

Result<Response> release(Visit& visit) {
    TRY_DONE(casework::release_run(visit.desk, visit.id<PayRunId>("run")));
    return redirect("/finance/runs/" + visit.word("run"));
}

Result<Response> bank_file(Visit& visit) {
    TRY(casework::FileView file, casework::see_bank_file(visit.desk, visit.id<PayRunId>("run")));
    return download(std::move(file.name), "application/xml", std::move(file.bytes));
}

Result<Response> run_json(Visit& visit) {
    TRY(const RunView view, casework::see_run(visit.desk, visit.id<PayRunId>("run")));
    return json_response(base::pretty_json(payments::to_json(view.run)));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/finance/runs", may::see_finance, runs_page, "Every pay run, latest first"},
        {POST, "/finance/runs", may::prepare_pay_run, prepare,
         "Prepares a pay run of all that is owed"},
        {GET, "/finance/runs/{run}", may::see_finance, run_page,
         "What a pay run pays, what is stopped and why"},
        {GET, "/finance/runs/{run}/release", may::see_finance, release_page,
         "The same figures for the person who releases"},
        {POST, "/finance/runs/{run}/release", may::release_pay_run, release,
         "Releases a pay run that somebody else prepared"},
        {POST, "/finance/runs/{run}/take-out", may::prepare_pay_run, take_out,
         "Takes one payment out of a waiting run"},
        {POST, "/finance/runs/{run}/cancel", may::prepare_pay_run, cancel,
         "Gives a waiting run up"},
        {GET, "/finance/runs/{run}/file", may::see_finance, bank_file,
         "The bank file of a released run"},
        {GET, "/finance/runs/{run}/run.json", may::see_finance, run_json, "A pay run as data"},
    };
    return all;
}

}  // namespace

std::span<const Route> run_routes() {
    return routes();
}

}  // namespace web
