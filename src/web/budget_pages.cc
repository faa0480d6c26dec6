#include "web/budget_pages.h"

#include "base/csv.h"
#include "base/json.h"
#include "budget/holding.h"
#include "casework/see_budget.h"
#include "govuk/button.h"
#include "govuk/date_input.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "web/easy_read.h"
#include "web/layout.h"
#include "web/money_words.h"

namespace web {

namespace {

using casework::BudgetView;
using casework::StreamMoney;

std::string base_path(const BudgetView& view) {
    return "/people/" + view.person.id.to_text();
}

// "You have" to her, "Ann has" to anybody else.
std::string who_has(const Visit& visit, const BudgetView& view) {
    return visit.is_self() ? "You have" : std::string(view.person.first_name()) + " has";
}

govuk::TableCell money_cell(Money amount) {
    return {.text = amount.for_people(), .format = "numeric", .classes = "op-money"};
}

govuk::TableRow money_row(std::string_view name, std::string_view use,
                          const ledger::Figures& figures) {
    Html first;
    first << std::string(name);
    if (!use.empty()) {
        first << "<br><span class=\"govuk-hint\">For " << use << "</span>";
    }
    return {{.html = std::move(first)},
            money_cell(figures.have()),
            money_cell(figures.promised()),
            money_cell(figures.spent),
            money_cell(figures.left())};
}

govuk::Table money_table(const BudgetView& view) {
    govuk::Table table;
    table.caption = "Your money by who pays";
    table.caption_classes = "govuk-table__caption--m";
    table.first_cell_is_header = true;
    table.head = {{.text = "Who pays"},
                  {.text = "Have", .format = "numeric"},
                  {.text = "Promised", .format = "numeric"},
                  {.text = "Spent", .format = "numeric"},
                  {.text = "Left", .format = "numeric"}};
    for (const StreamMoney& stream : view.streams) {
        table.rows.push_back(
            money_row(stream.name, purposes_words(stream.purposes), stream.figures));
    }
    table.rows.push_back(money_row("All together", "", view.total));
    return table;
}

void write_next_steps(Html& main, const BudgetView& view) {
    main << "<h2 class=\"govuk-heading-m\">What happens next</h2><ul class=\"govuk-list "
            "govuk-list--bullet\">";
    bool anything = false;
    for (const market::Delivery& delivery : view.to_answer) {
        main << "<li><a class=\"govuk-link\" href=\"" << base_path(view) << "/orders/"
             << delivery.purchase.to_text() << "\">Say if the support of "
             << delivery.on.for_people() << " came</a>. The provider says it did ("
             << delivery.amount.for_people() << ").</li>";
        anything = true;
    }
    if (view.next_payment) {
        main << "<li>Next payment in advance: " << view.next_payment->net().for_people() << " on "
             << view.next_payment->due.for_people() << ".</li>";
        anything = true;
    }
    for (std::size_t i = 0; i < view.open_orders.size() && i < 5; ++i) {
        const market::Purchase& order = view.open_orders[i];
        main << "<li><a class=\"govuk-link\" href=\"" << base_path(view) << "/orders/"
             << order.id.to_text() << "\">" << order.what << "</a>: ordered for "
             << order.dates.from.for_people() << " to " << order.dates.last_day().for_people()
             << ".</li>";
        anything = true;
    }
    for (const std::string& stream : view.waiting_for) {
        main << "<li>" << stream
             << ": not decided yet. You cannot spend this money until its owner decides.</li>";
        anything = true;
    }
    if (!anything) {
        main << "<li>Nothing is waiting for you.</li>";
    }
    main << "</ul>";
}

void write_contribution(Html& main, const BudgetView& view, Date today) {
    for (const budget::ContributionTerms& terms : view.contributions) {
        const budget::ContributionTerm* term = terms.on(today);
        if (term != nullptr && term->weekly.is_positive()) {
            const bool net = term->collected == budget::Collected::net;
            main << govuk::InsetText{.text = "You pay " + term->weekly.for_people() +
                                             " a week towards your support, from " +
                                             term->from.for_people() + ". " +
                                             (net ? "You pay it into the account of your support. "
                                                    "Each payment to you is less by it."
                                                  : "The council sends you a bill for it.")};
        }
    }
}

void write_links(Html& main, const BudgetView& view) {
    const std::string path = base_path(view);
    main << "<h2 class=\"govuk-heading-m\">More about this budget</h2><ul class=\"op-links\">"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/why\">Why this amount?</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/who\">Who can see this?</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/statement\">Statement</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/plan\">Your plan</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/orders\">Your orders</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path
         << "/spending/new\">Report what you spent</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path << "/budget/easy\">Easy Read</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path
         << "/questions/new?about=budget&amp;kind=disagree\">I "
            "disagree</a></li>"
         << "<li><a class=\"govuk-link\" href=\"" << path
         << "/questions/new?about=budget&amp;kind=help\">Ask someone to "
            "help me</a></li></ul>";
}

Response nothing_yet(Visit& visit, const BudgetView& view) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << who_has(visit, view) << " no agreed budget yet</h1>"
         << "<p class=\"govuk-body\">First come the questions. Then the sums are decided. Then you "
            "make a plan and both "
            "sides agree to it.</p>";
    for (const std::string& stream : view.waiting_for) {
        main << "<p class=\"govuk-body\">" << stream << " is still being decided by its owner.</p>";
    }
    main << govuk::Button{.text = "Answer the questions", .href = base_path(view) + "/assessment"};
    main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << base_path(view)
         << "/why\">What was worked out so far</a></li><li><a class=\"govuk-link\" href=\""
         << base_path(view) << "/plan\">Your plan</a></li></ul>";
    return show(visit, {.title = "No budget yet", .main = std::move(main), .help = "budget"});
}

Result<Response> budget_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    if (!view.budget) {
        return nothing_yet(visit, view);
    }
    const Period period = view.budget->period;
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << who_has(visit, view) << " "
         << view.total.have().for_people() << " for this year. " << view.total.left().for_people()
         << " is left.</h1>"
         << "<p class=\"govuk-body-l\">"
         << weekly_words(view.total.left(), visit.desk.today, period.until) << "</p>"
         << money_bar(view.total, "All your money") << money_key(view.total);
    if (view.total.paid_to_holder.is_positive()) {
        main << "<p class=\"govuk-body\">Of what is left, "
             << view.total.paid_to_holder.for_people()
             << " was paid out already. Tell us when it is spent.</p>";
    }
    main << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Your money by "
            "who pays\">"
         << money_table(view) << "</div>";
    main << "<p class=\"govuk-body\">This budget is for " << period.from.for_people() << " to "
         << period.last_day().for_people() << ".</p>";
    write_contribution(main, view, visit.desk.today);
    write_next_steps(main, view);
    main << govuk::Button{.text = "Find support", .href = base_path(view) + "/support"};
    write_links(main, view);
    return show(
        visit,
        {.title = "Your budget", .main = std::move(main), .help = "budget", .is_wide = true});
}

// --- Easy Read
// -------------------------------------------------------------------------------------

Result<Response> easy_budget_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    const std::string have =
        visit.is_self() ? "You have " : std::string(view.person.first_name()) + " has ";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Your money in Easy Read</h1>" << easy_read_open();
    if (!view.budget) {
        write_easy_line(main, "calendar", "Your money is not decided yet.");
        write_easy_line(main, "help", "You can ask your worker about it.");
    } else {
        write_easy_line(main, "money",
                        have + view.total.have().for_people() + " for your support.");
        write_easy_line(
            main, "calendar",
            "It is for the time until " + view.budget->period.last_day().for_people() + ".");
        write_easy_line(main, "ok", view.total.spent.for_people() + " is spent.");
        write_easy_line(main, "order",
                        view.total.promised().for_people() +
                            " is promised. It waits for support that will come.");
        write_easy_line(main, "plan", view.total.left().for_people() + " is left.");
        write_easy_line(main, "help", "You can ask someone to help you.");
        write_easy_line(main, "no", "You can say if you think it is wrong.");
    }
    main << easy_read_close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
         << base_path(view) << "/budget\">See it with all the figures</a></p>";
    return show(visit, {.title = "Your money in Easy Read",
                        .main = std::move(main),
                        .back_href = base_path(view) + "/budget",
                        .help = "budget"});
}

// --- the statement -------------------------------------------------------------------------------

// The dates asked for, or the council's year that today is in (1 April to 31 March).
Result<Period> statement_period(const Visit& visit) {
    if (visit.query("from").empty() && visit.query("until").empty()) {
        const Date today = visit.desk.today;
        const std::int64_t year = today.month() >= 4 ? today.year() : today.year() - 1;
        return Period{*Date::make(year, 4, 1), *Date::make(year + 1, 4, 1)};
    }
    TRY(const Date from, Date::parse(visit.query("from")));
    TRY(const Date until, Date::parse(visit.query("until")));
    return Period::make(from, until.plus_days(1));
}

std::string name_of(const std::vector<std::pair<StreamId, std::string>>& names,
                    const StreamId& stream) {
    for (const auto& each : names) {
        if (each.first == stream) {
            return each.second;
        }
    }
    return stream.empty() ? "Your own money" : stream;
}

std::string payee_of(const casework::StatementView& view, const PayeeId& payee) {
    for (const auto& each : view.payee_names) {
        if (each.first == payee) {
            return each.second;
        }
    }
    return {};
}

govuk::Table figures_table(const casework::StatementView& view) {
    govuk::Table table;
    table.caption = "At the end of these dates";
    table.caption_classes = "govuk-table__caption--m";
    table.first_cell_is_header = true;
    table.head = {{.text = "Who pays"},
                  {.text = "Have", .format = "numeric"},
                  {.text = "Promised", .format = "numeric"},
                  {.text = "Spent", .format = "numeric"},
                  {.text = "Left", .format = "numeric"}};
    for (const ledger::StreamFigures& stream : view.statement.streams) {
        table.rows.push_back(
            money_row(name_of(view.stream_names, stream.stream), "", stream.at_end));
    }
    table.rows.push_back(money_row("All together", "", view.statement.total.at_end));
    return table;
}

govuk::Table lines_table(const casework::StatementView& view) {
    govuk::Table table;
    table.caption = "Every line";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {{.text = "Date"},
                  {.text = "What"},
                  {.text = "Who pays"},
                  {.text = "Sum", .format = "numeric"}};
    for (const ledger::StatementLine& line : view.statement.lines) {
        const std::string payee = payee_of(view, line.payee);
        table.rows.push_back({{.text = line.on.for_people()},
                              {.text = line.words + (payee.empty() ? "" : ": " + payee)},
                              {.text = name_of(view.stream_names, line.stream)},
                              money_cell(line.amount)});
    }
    return table;
}

Result<Response> statement_page(Visit& visit) {
    TRY(const Period period, statement_period(visit));
    const PersonId person = visit.id<PersonId>("person");
    TRY(const casework::StatementView view, casework::see_statement(visit.desk, person, period));
    const std::string path = "/people/" + person.to_text();
    const std::string dates =
        "?from=" + period.from.to_text() + "&until=" + period.last_day().to_text();
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Statement for " << view.person.name
         << "</h1><p class=\"govuk-body-l\">" << period.from.for_people() << " to "
         << period.last_day().for_people() << "</p>"
         << money_bar(view.statement.total.at_end, "All your money")
         << money_key(view.statement.total.at_end)
         << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Sums by who "
            "pays\">"
         << figures_table(view) << "</div>"
         << "<div class=\"op-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Every line\">"
         << lines_table(view) << "</div>"
         << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << path << "/statement.csv"
         << dates
         << "\">Download for a spreadsheet (CSV)</a></li><li><a class=\"govuk-link\" href=\""
         << path << "/statement.json" << dates << "\">See it as data (JSON)</a></li></ul>"
         << "<h2 class=\"govuk-heading-m\">Other dates</h2><form action=\"" << path
         << "/statement\" method=\"get\"><div class=\"govuk-form-group\"><label "
            "class=\"govuk-label\" for=\"from\">From "
            "(like 2006-04-01)</label><input class=\"govuk-input govuk-input--width-10\" "
            "id=\"from\" name=\"from\" "
            "value=\""
         << period.from.to_text()
         << "\"></div><div class=\"govuk-form-group\"><label class=\"govuk-label\" "
            "for=\"until\">To and with (like "
            "2007-03-31)</label><input class=\"govuk-input govuk-input--width-10\" id=\"until\" "
            "name=\"until\" value=\""
         << period.last_day().to_text() << "\"></div>"
         << govuk::Button{.text = "Show these dates", .classes = "govuk-button--secondary"}
         << "</form>";
    return show(visit, {.title = "Statement",
                        .main = std::move(main),
                        .back_href = path + "/budget",
                        .help = "statement",
                        .is_wide = true});
}

Result<Response> statement_csv(Visit& visit) {
    TRY(const Period period, statement_period(visit));
    TRY(const casework::StatementView view,
        casework::see_statement(visit.desk, visit.id<PersonId>("person"), period));
    std::string csv;
    base::append_csv_row(csv, {"date", "what", "who_pays", "paid_to", "sum"});
    for (const ledger::StatementLine& line : view.statement.lines) {
        base::append_csv_row(
            csv, {line.on.to_text(), line.words, name_of(view.stream_names, line.stream),
                  payee_of(view, line.payee), line.amount.to_text()});
    }
    return download("statement-" + period.from.to_text() + ".csv", "text/csv; charset=utf-8",
                    std::move(csv));
}

json::object figures_json(const ledger::Figures& figures) {
    return {{"have", figures.have().to_text()},
            {"promised", figures.promised().to_text()},
            {"spent", figures.spent.to_text()},
            {"left", figures.left().to_text()},
            {"paid_to_you_and_not_reported", figures.paid_to_holder.to_text()}};
}

Result<Response> statement_json(Visit& visit) {
    TRY(const Period period, statement_period(visit));
    TRY(const casework::StatementView view,
        casework::see_statement(visit.desk, visit.id<PersonId>("person"), period));
    json::array streams;
    for (const ledger::StreamFigures& stream : view.statement.streams) {
        json::object each = figures_json(stream.at_end);
        each["stream"] = stream.stream;
        streams.push_back(std::move(each));
    }
    json::array lines;
    for (const ledger::StatementLine& line : view.statement.lines) {
        lines.push_back({{"on", line.on.to_text()},
                         {"what", line.words},
                         {"stream", line.stream},
                         {"sum", line.amount.to_text()}});
    }
    return json_response(
        base::pretty_json(json::object{{"from", period.from.to_text()},
                                       {"until", period.last_day().to_text()},
                                       {"total", figures_json(view.statement.total.at_end)},
                                       {"streams", std::move(streams)},
                                       {"lines", std::move(lines)}}));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/people/{person}/budget", may::see_record, budget_page,
         "What a person has, has promised, has spent and has left"},
        {GET, "/people/{person}/budget/easy", may::see_record, easy_budget_page,
         "The budget in Easy Read"},
        {GET,
         "/people/{person}/statement",
         may::see_record,
         statement_page,
         "A statement for any dates",
         {"from", "until"}},
        {GET,
         "/people/{person}/statement.csv",
         may::see_record,
         statement_csv,
         "The statement for a spreadsheet",
         {"from", "until"}},
        {GET,
         "/people/{person}/statement.json",
         may::see_record,
         statement_json,
         "The statement as data",
         {"from", "until"}},
    };
    return all;
}

}  // namespace

std::span<const Route> budget_routes() {
    return routes();
}

}  // namespace web
