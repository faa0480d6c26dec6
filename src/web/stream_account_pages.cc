#include "web/stream_account_pages.h"

#include "base/csv.h"
#include "base/json.h"
#include "casework/see_finance.h"
#include "casework/statement_json.h"
#include "web/folding_table.h"
#include "web/form_fields.h"
#include "web/layout.h"
#include "web/money_words.h"
#include "web/period_form.h"

namespace web {

namespace {

using casework::StreamAccountView;

std::string reference(const StreamAccountView& view, PersonId person) {
    const auto found = view.references.find(person);
    return found == view.references.end() ? std::string() : found->second;
}

// The calendar year in which a year of the council begins; empty for own money.
std::string year_text(CouncilYear year) {
    return year.is_none() ? "" : std::to_string(year.begins_in);
}

// One year's money, or that of all dates where no year is told.
std::vector<ledger::OwnerYear> years_of(const StreamAccountView& view) {
    if (!view.statement.years.empty()) {
        return view.statement.years;
    }
    return {{{},
             view.statement.at_start,
             view.statement.moved,
             view.statement.at_end,
             view.statement.persons}};
}

std::string of_year(const std::string& caption, const ledger::OwnerYear& year) {
    return year.year.is_none() ? caption : caption + ", money for " + year.year.for_people();
}

FoldingTable figures_table(const StreamAccountView& view, const ledger::OwnerYear& year) {
    FoldingTable table{.caption = of_year("The stream", year), .columns = {}, .rows = {}};
    table.columns = {{"When"},
                     {"Cash limit", true},
                     {"Awarded and had", true},
                     {"Promised", true},
                     {"Spent", true},
                     {"Left with people", true},
                     {"Not awarded", true},
                     {"Contributions received", true}};
    const auto row = [&](const std::string& when, const ledger::OwnerFigures& figures) {
        table.rows.push_back({{.text = when},
                              {.text = figures.cash_limit.for_people()},
                              {.text = figures.people.have().for_people()},
                              {.text = figures.people.promised().for_people()},
                              {.text = figures.people.spent.for_people()},
                              {.text = figures.people.left().for_people()},
                              {.text = figures.not_awarded.for_people()},
                              {.text = figures.people.contributed.for_people()}});
    };
    const Period& period = view.statement.period;
    row("Before " + period.from.for_people(), year.at_start);
    row("At the end of " + period.last_day().for_people(), year.at_end);
    return table;
}

FoldingTable people_table(const StreamAccountView& view, const ledger::OwnerYear& year) {
    FoldingTable table{.caption = of_year("By person", year), .columns = {}, .rows = {}};
    table.columns = {
        {"Reference"}, {"Has", true}, {"Promised", true}, {"Spent", true}, {"Left", true}};
    for (const ledger::PersonRow& row : year.persons) {
        table.rows.push_back({{.text = reference(view, row.person)},
                              {.text = row.at_end.have().for_people()},
                              {.text = row.at_end.promised().for_people()},
                              {.text = row.at_end.spent.for_people()},
                              {.text = row.at_end.left().for_people()}});
    }
    return table;
}

FoldingTable lines_table(const StreamAccountView& view) {
    FoldingTable table{.caption = "Every line", .columns = {}, .rows = {}};
    table.columns = {{"Date"}, {"Reference"}, {"What"}, {"Sum", true}};
    constexpr std::size_t rows_max = 500;
    for (const ledger::StatementLine& line : view.statement.lines) {
        if (table.rows.size() == rows_max) {
            break;
        }
        table.rows.push_back({{.text = line.on.for_people()},
                              {.text = reference(view, line.person)},
                              {.text = line.words},
                              {.text = line.amount.for_people()}});
    }
    if (view.statement.lines.size() > rows_max) {
        table.caption = "The first " + std::to_string(rows_max) + " lines of " +
                        std::to_string(view.statement.lines.size()) +
                        ": the spreadsheet has all of them";
    }
    return table;
}

Result<Response> own_page(Visit& visit) {
    if (!visit.who->stream) {
        return Error{"people.not_allowed",
                     "You cannot see this here. It is for the owner of a stream. Look under "
                     "Money instead."};
    }
    return redirect("/streams/" + *visit.who->stream + "/statement");
}

Result<Response> statement_page(Visit& visit) {
    const StreamId stream = visit.word("stream");
    return stream_account_page(visit, stream, "/streams/" + stream + "/statement");
}

Result<Response> statement_csv(Visit& visit) {
    return stream_account_csv(visit, visit.word("stream"));
}

Result<Response> statement_json(Visit& visit) {
    TRY(const Period period, linked_period(visit));
    TRY(const StreamAccountView view,
        casework::see_stream_account(visit.desk, visit.word("stream"), period));
    return json_response(base::pretty_json(casework::to_json(view)));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/stream", may::see_stream_account, own_page, "The account of the owner's stream"},
        {GET, "/streams/{stream}/statement", may::see_stream_account, statement_page,
         "The statement of a stream's owner for any dates", period_parameters()},
        {GET,
         "/streams/{stream}/statement.csv",
         may::see_stream_account,
         statement_csv,
         "The owner's statement for a spreadsheet",
         {"from", "until"}},
        {GET,
         "/streams/{stream}/statement.json",
         may::see_stream_account,
         statement_json,
         "The owner's statement as data",
         {"from", "until"}},
    };
    return all;
}

}  // namespace

std::span<const Route> stream_account_routes() {
    return routes();
}

Result<Response> stream_account_page(Visit& visit, const StreamId& stream,
                                     const std::string& path) {
    const Period period = asked_period(visit, visit.form);
    TRY(const StreamAccountView view, casework::see_stream_account(visit.desk, stream, period));
    const std::string dates =
        "?from=" + period.from.to_text() + "&until=" + period.last_day().to_text();
    const bool is_finance = path.starts_with("/finance/");
    Html main;
    main << "<p class=\"govuk-caption-l\">" << view.owner << "</p><h1 class=\"govuk-heading-l\">"
         << view.name << "</h1><p class=\"govuk-body-l\">" << period.from.for_people() << " to "
         << period.last_day().for_people()
         << (view.ledger_code.empty() ? std::string() : ". Ledger code " + view.ledger_code)
         << "</p>";
    for (const ledger::OwnerYear& year : years_of(view)) {
        main << money_bar(year.at_end.people, of_year("What people have of this stream", year))
             << money_key(year.at_end.people)
             << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
             << of_year("The stream", year) << "\">" << folding_table(figures_table(view, year))
             << "</div>" << folding_table(people_table(view, year));
    }
    main << folding_table(lines_table(view))
         << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\""
         << (is_finance ? path + "/statement.csv" : path + ".csv") << dates
         << "\">Download for a spreadsheet (CSV)</a></li></ul>" << period_form(visit.form, path);
    return show(visit, {.title = view.name,
                        .main = std::move(main),
                        .back_href = is_finance ? "/finance" : "/stream/referrals",
                        .help = is_finance ? "finance" : "stream-owner",
                        .is_wide = true});
}

Result<Response> stream_account_csv(Visit& visit, const StreamId& stream) {
    TRY(const Period period, linked_period(visit));
    TRY(const StreamAccountView view, casework::see_stream_account(visit.desk, stream, period));
    std::string csv;
    base::append_csv_row(csv, {"date", "reference", "what", "from", "to", "sum", "entry", "year"});
    for (const ledger::StatementLine& line : view.statement.lines) {
        base::append_csv_row(
            csv, {line.on.to_text(), reference(view, line.person), line.words,
                  std::string(ledger::to_text(line.from)), std::string(ledger::to_text(line.to)),
                  line.amount.to_text(), line.entry.to_text(), year_text(line.year)});
    }
    return download("stream-" + period.from.to_text() + ".csv", "text/csv; charset=utf-8",
                    std::move(csv));
}

}  // namespace web
