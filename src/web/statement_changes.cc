#include "web/statement_changes.h"

#include "web/folding_table.h"

namespace web {

namespace {

using govuk::Html;

std::string dates_words(Date from, Date until) {
    return from.for_people() + " to " + until.plus_days(-1).for_people();
}

std::string difference_words(Money difference) {
    return difference.is_negative() ? (-difference).for_people() + " less"
                                    : difference.for_people() + " more";
}

FoldingTable invoices_table(const std::vector<casework::NamedInvoice>& invoices) {
    FoldingTable table{.caption = "Bills for what you pay", .columns = {}, .rows = {}};
    table.columns = {{"Bill"}, {"Of"}, {"Towards"}, {"For"}, {"Sum", true}, {"Paid", true}};
    for (const casework::NamedInvoice& each : invoices) {
        const store::Invoice& invoice = each.invoice;
        table.rows.push_back({{.text = invoice.reference},
                              {.text = invoice.issued_on.for_people()},
                              {.text = each.stream},
                              {.text = dates_words(invoice.period.from, invoice.period.until) +
                                       (invoice.correction.is_zero()
                                            ? std::string()
                                            : ", with " + difference_words(invoice.correction) +
                                                  " for earlier days")},
                              {.text = invoice.amount().for_people()},
                              {.text = each.paid.for_people()}});
    }
    return table;
}

}  // namespace

Html deltas_table(const std::string& caption, const std::vector<casework::NamedDelta>& rows) {
    FoldingTable table{.caption = caption, .columns = {}, .rows = {}};
    table.columns = {{"Support"},      {"Days"},        {"Who pays"},
                     {"Before", true}, {"After", true}, {"Difference", true}};
    for (const casework::NamedDelta& row : rows) {
        table.rows.push_back({{.text = row.what},
                              {.text = dates_words(row.delta.from, row.delta.until)},
                              {.text = row.stream},
                              {.text = row.delta.before.for_people()},
                              {.text = row.delta.after.for_people()},
                              {.text = difference_words(row.delta.difference())}});
    }
    Html html;
    html << folding_table(table);
    return html;
}

Result<Html> statement_changes(Visit& visit, PersonId person, const Period& period) {
    TRY(const casework::StatementChanges seen, casework::see_changes(visit.desk, person, period));
    Html html;
    if (!seen.changes.empty()) {
        html << "<h2 class=\"govuk-heading-m\">What changed in the budget</h2>";
    }
    for (const casework::BudgetChange& change : seen.changes) {
        html << "<p class=\"govuk-body\"><strong>" << change.on.for_people()
             << "</strong>: " << change.why << "</p>";
        if (!change.deltas.empty()) {
            html << deltas_table("What this changed on " + change.on.for_people(), change.deltas);
        }
    }
    if (!seen.invoices.empty()) {
        html << folding_table(invoices_table(seen.invoices));
    }
    return html;
}

}  // namespace web
