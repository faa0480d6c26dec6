#include <charconv>

#include "base/text.h"
#include "casework/reconcile_bank.h"
#include "govuk/button.h"
#include "govuk/notification_banner.h"
#include "web/bank_pages.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"

namespace web {

namespace {

using casework::BankView;

std::vector<govuk::Content> line_cells(const payments::BankLine& line) {
    std::string reference = line.end_to_end_id;
    for (const std::string& each : line.references) {
        reference += (reference.empty() ? "" : ", ") + each;
    }
    return {{.text = line.booked.for_people()},
            {.text = line.direction == payments::Direction::in ? "in" : "out"},
            {.text = line.amount.for_people()},
            {.text = line.party},
            {.text = reference}};
}

std::vector<Column> line_columns() {
    return {{"Date"}, {"Way"}, {"Sum", true}, {"Name"}, {"Reference"}};
}

Html small_form(const Visit& visit, const std::string& action, const std::string& text,
                const std::string& hidden) {
    Html out;
    out << form_open(visit, action)
        << govuk::Button{.html = Html() << text << " <span class=\"govuk-visually-hidden\">"
                                        << hidden << "</span>",
                         .classes = "govuk-button--secondary",
                         .prevent_double_click = true}
        << form_close();
    return out;
}

FoldingTable unmatched_table(const BankView& view, bool may_match) {
    FoldingTable table{.caption = "Not matched", .columns = line_columns(), .rows = {}};
    table.columns.push_back({"Why, and what to do"});
    for (const BankView::Waiting& each : view.unmatched) {
        std::vector<govuk::Content> cells = line_cells(each.line);
        Html why;
        why << each.unmatched.message;
        if (may_match && each.line.direction == payments::Direction::in) {
            why << "<br><a class=\"govuk-link\" href=\"/finance/bank/" << each.line.id.to_text()
                << "/returned\">A holder gave this money back<span "
                   "class=\"govuk-visually-hidden\">: "
                << each.line.amount.for_people() << " of " << each.line.booked.for_people()
                << "</span></a>";
        }
        cells.push_back({.html = std::move(why)});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

FoldingTable proposed_table(const Visit& visit, const BankView& view, bool may_match) {
    FoldingTable table{.caption = "Proposed", .columns = line_columns(), .rows = {}};
    table.columns.push_back({"Why"});
    table.columns.push_back({"Accept"});
    for (const BankView::Proposed& each : view.proposed) {
        std::vector<govuk::Content> cells = line_cells(each.line);
        cells.push_back({.text = each.match.reason});
        cells.push_back(
            {.html = may_match
                         ? small_form(visit, "/finance/bank/" + each.line.id.to_text() + "/accept",
                                      "Accept", "the match of " + each.line.amount.for_people())
                         : Html() << "by finance"});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

FoldingTable matched_table(const Visit& visit, const BankView& view, bool may_match) {
    constexpr std::size_t rows_max = 100;
    FoldingTable table{.caption = "Matched, latest first", .columns = line_columns(), .rows = {}};
    table.columns.push_back({"Why"});
    table.columns.push_back({"Take back"});
    for (const BankView::Matched& each : view.matched) {
        if (table.rows.size() == rows_max) {
            table.caption = "Matched, the latest " + std::to_string(rows_max) + " of " +
                            std::to_string(view.matched.size());
            break;
        }
        std::vector<govuk::Content> cells = line_cells(each.line);
        cells.push_back({.text = each.match.match.reason});
        cells.push_back(
            {.html = may_match
                         ? small_form(visit,
                                      "/finance/bank/matches/" + std::to_string(each.match.id) +
                                          "/reverse",
                                      "Take back", "the match of " + each.line.amount.for_people())
                         : Html() << "by finance"});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

FoldingTable imports_table(const BankView& view) {
    FoldingTable table{.caption = "Statements taken in", .columns = {}, .rows = {}};
    table.columns = {{"Statement"}, {"Taken in"}, {"Records read"}, {"New movements"}};
    for (const store::BankImport& each : view.imports) {
        table.rows.push_back({{.text = each.statement},
                              {.text = each.at.date_utc().for_people()},
                              {.text = std::to_string(each.records)},
                              {.text = std::to_string(each.lines)}});
    }
    return table;
}

Response bank_page_of(const Visit& visit, const BankView& view) {
    const bool may_match =
        people::decide(*visit.who, people::Action::match_statement, {}, visit.desk.today)
            .has_value();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Bank</h1><p class=\"govuk-body-l\">"
         << base::counted(view.proposed.size(), "movement") << " to accept, "
         << view.unmatched.size() << " not matched, " << view.matched.size() << " matched.</p>";
    if (may_match) {
        main << form_open_upload(visit, "/finance/bank")
             << upload_field(visit.form,
                             {.name = "statement",
                              .label = "Take in a bank statement",
                              .hint = "The camt.053 file as the bank sent it. It is taken in whole "
                                      "or not at all; the same file again changes nothing."})
             << submit_button("Take it in") << form_close();
    }
    main << folding_table(unmatched_table(view, may_match))
         << folding_table(proposed_table(visit, view, may_match))
         << folding_table(matched_table(visit, view, may_match))
         << folding_table(imports_table(view));
    return show(visit, {.title = "Bank",
                        .main = std::move(main),
                        .back_href = "/finance",
                        .help = "finance",
                        .is_wide = true});
}

Result<Response> bank_page(Visit& visit) {
    TRY(const BankView view, casework::see_bank(visit.desk));
    return bank_page_of(visit, view);
}

Result<Response> take_in(Visit& visit) {
    const Upload* upload = visit.request.upload("statement");
    if (upload == nullptr || upload->bytes.empty()) {
        visit.form.refuse("statement", "Choose the statement file");
    } else {
        const auto imported = casework::import_statement(visit.desk, upload->bytes);
        if (imported) {
            return redirect("/finance/bank");
        }
        const Error& error = imported.error();
        visit.form.refuse("statement", (error.place.empty() ? "" : error.place + ": ") +
                                           error.message + " Nothing was taken in.");
    }
    TRY(const BankView view, casework::see_bank(visit.desk));
    return bank_page_of(visit, view);
}

Result<Response> accept(Visit& visit) {
    TRY_DONE(casework::accept_match(visit.desk, visit.id<BankLineId>("bank_line")));
    return redirect("/finance/bank");
}

std::vector<Choice> holders_of(const casework::ReturnedView& view) {
    std::vector<Choice> choices;
    for (const casework::HolderReturn& each : view.holders) {
        if (each.due() >= view.line.amount) {
            choices.push_back({.value = each.holder.to_text(),
                               .text = each.name + " for " + each.person_reference,
                               .hint = "Up to " + each.due().for_people() +
                                       ". Reference to write: " + each.reference + "."});
        }
    }
    return choices;
}

Response returned_page_of(const Visit& visit, const casework::ReturnedView& view) {
    const std::vector<Choice> choices = holders_of(view);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Who gave " << view.line.amount.for_people()
         << " back?</h1><p class=\"govuk-body\">It came on " << view.line.booked.for_people()
         << (view.line.party.empty() ? std::string() : " from " + view.line.party) << ".</p>";
    if (choices.empty()) {
        main << "<p class=\"govuk-body\">Nobody holds so much of a person's money. Find out who "
                "paid and why.</p>";
    } else {
        main << "<p class=\"govuk-body\">The money goes back to the streams that paid it. The "
                "person reads it on her statement.</p>"
             << form_open(visit, "/finance/bank/" + view.line.id.to_text() + "/returned")
             << radios_field(
                    visit.form,
                    {.name = "holder", .legend = "Who held the money?", .choices = choices})
             << submit_button("The money was given back") << form_close();
    }
    return show(visit, {.title = "Money given back",
                        .main = std::move(main),
                        .back_href = "/finance/bank",
                        .help = "finance"});
}

Result<Response> returned_page(Visit& visit) {
    TRY(const casework::ReturnedView view,
        casework::see_returned(visit.desk, visit.id<BankLineId>("bank_line")));
    return returned_page_of(visit, view);
}

Result<Response> say_returned(Visit& visit) {
    TRY(const casework::ReturnedView view,
        casework::see_returned(visit.desk, visit.id<BankLineId>("bank_line")));
    const auto holder =
        visit.form.choice("holder", values_of(holders_of(view)), "Choose who held the money");
    if (!visit.form.is_good()) {
        return returned_page_of(visit, view);
    }
    const Outcome said = casework::say_returned(visit.desk, view.line.id, *PayeeId::parse(*holder));
    if (!said) {
        visit.form.refuse(said.error(), {}, "holder");
        return returned_page_of(visit, view);
    }
    return redirect("/finance/bank");
}

Result<Response> reverse(Visit& visit) {
    const std::string text = visit.word("match");
    std::int64_t id = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (fault != std::errc() || end != text.data() + text.size()) {
        return Error{"casework.match_unknown",
                     "This match does not stand any more. Look at the list again."};
    }
    TRY_DONE(casework::reverse_match(visit.desk, id));
    return redirect("/finance/bank");
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/finance/bank", may::see_finance, bank_page,
         "The bank's movements: matched, proposed and not known, each with its reason"},
        {POST,
         "/finance/bank",
         may::import_statement,
         take_in,
         "Takes a bank statement in",
         {},
         Intake::upload},
        {POST, "/finance/bank/{bank_line}/accept", may::match_statement, accept,
         "Accepts a proposed match"},
        {GET, "/finance/bank/{bank_line}/returned", may::match_statement, returned_page,
         "Asks which holder gave money back"},
        {POST, "/finance/bank/{bank_line}/returned", may::match_statement, say_returned,
         "Says that a movement is money a holder gave back"},
        {POST, "/finance/bank/matches/{match}/reverse", may::match_statement, reverse,
         "Takes a match back"},
    };
    return all;
}

}  // namespace

std::span<const Route> bank_routes() {
    return routes();
}

}  // namespace web
