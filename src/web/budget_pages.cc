#include "web/budget_pages.h"

#include "base/csv.h"
#include "base/json.h"
#include "budget/holding.h"
#include "casework/see_budget.h"
#include "casework/statement_json.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "web/contribution_words.h"
#include "web/easy_read.h"
#include "web/folding_table.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/money_easy_read.h"
#include "web/money_words.h"
#include "web/navigation.h"
#include "web/period_form.h"
#include "web/recovery_pages.h"
#include "web/speaking.h"
#include "web/statement_changes.h"
#include "web/ways_out.h"

namespace web {

namespace {

using casework::BudgetView;
using casework::StreamMoney;

std::string base_path(const BudgetView& view) {
    return "/people/" + view.person.id.to_text();
}

// "You have" to her, "Ann has" to anybody else.
std::string who_has(const Speaking& speaking) {
    return speaking.You() + " " + speaking.have();
}

// On a telephone a row folds, and each sum says its column.
govuk::TableCell money_cell(const std::string& column, Money amount) {
    return {.text = amount.for_people(),
            .format = "numeric",
            .classes = "op-money",
            .attributes = {{"data-label", column}}};
}

govuk::TableRow money_row(std::string_view name, std::string_view use,
                          const ledger::Standing& figures) {
    Html first;
    first << std::string(name);
    if (!use.empty()) {
        first << "<br><span class=\"govuk-hint\">For " << use << "</span>";
    }
    return {{.html = std::move(first)},
            money_cell("Have", figures.have()),
            money_cell("Promised", figures.promised()),
            money_cell("Spent", figures.spent),
            money_cell("Left", figures.left())};
}

govuk::Table money_table(const BudgetView& view, const Speaking& speaking) {
    govuk::Table table;
    table.caption = speaking.Your() + " money by who pays";
    table.caption_classes = "govuk-table__caption--m";
    table.first_cell_is_header = true;
    table.head = {{.text = "Who pays"},
                  {.text = "Have", .format = "numeric"},
                  {.text = "Promised", .format = "numeric"},
                  {.text = "Spent", .format = "numeric"},
                  {.text = "Left", .format = "numeric"}};
    for (const StreamMoney& stream : view.streams) {
        // Hers is named for whoever reads.
        table.rows.push_back(
            money_row(stream.stream.empty() ? speaking.Your() + " own money" : stream.name,
                      purposes_words(stream.purposes), stream.figures));
    }
    table.rows.push_back(money_row("All together", "", view.total));
    return table;
}

// A payment to come; or one whose day has passed, said as it is.
void write_payment(Html& main, const BudgetView& view, const Visit& visit) {
    const budget::Instalment& payment = *view.next_payment;
    const std::string sum = payment.net().for_people();
    if (!view.payment_waits.empty()) {
        main << "<li>A payment in advance of " << sum << " from " << payment.due.for_people()
             << " waits. " << view.payment_waits << "</li>";
    } else if (payment.due < visit.desk.today) {
        main << "<li>A payment in advance of " << sum << " was due on " << payment.due.for_people()
             << ". The council has not paid it yet.";
        if (may_ask(visit)) {
            main << " You can <a class=\"govuk-link\" href=\"" << base_path(view)
                 << "/questions/new?about=budget&amp;ask=help\">ask why</a>.";
        }
        main << "</li>";
    } else {
        main << "<li>Next payment in advance: " << sum << " on " << payment.due.for_people()
             << ".</li>";
    }
}

void write_next_steps(Html& main, const BudgetView& view, const Visit& visit) {
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
        write_payment(main, view, visit);
        anything = true;
    }
    for (const market::Purchase& order : view.open_orders) {
        main << "<li><a class=\"govuk-link\" href=\"" << base_path(view) << "/orders/"
             << order.id.to_text() << "\">" << order.what << "</a>: ordered for "
             << order.dates.from.for_people() << " to " << order.dates.last_day().for_people()
             << ".</li>";
        anything = true;
    }
    for (const std::string& stream : view.waiting_for) {
        main << "<li>" << stream
             << ": not decided yet. This money cannot be spent until its owner decides.</li>";
        anything = true;
    }
    if (!anything) {
        main << "<li>Nothing is waiting now.</li>";
    }
    main << "</ul>";
}

// With whom the money is that was paid out: her own account, or somebody who holds it for her.
void write_paid_out(Html& main, const BudgetView& view, const Speaking& speaking) {
    for (const casework::WithHolder& holder : view.with_holders) {
        main << "<p class=\"govuk-body\">Of what is left, " << holder.amount.for_people();
        if (holder.is_hers) {
            main << " was paid to " << speaking.you() << " already. "
                 << (speaking.to_her() ? std::string("Tell us when it is spent.")
                                       : speaking.You() + " tells us when it is spent.")
                 << "</p>";
        } else {
            main << " was paid to " << holder.name << ", who holds it for " << speaking.you()
                 << ". They tell us when it is spent.</p>";
        }
    }
}

// The year before, while something of it is not done with; and the next, once it is agreed.
void write_other_years(Html& main, const BudgetView& view, const Speaking& speaking) {
    if (view.next) {
        main << govuk::InsetText{
            .text = "From " + view.next->period.from.for_people() + " " + speaking.you() + " " +
                    std::string(speaking.have()) + " " + view.next->total.have().for_people() +
                    ". It is for support until " + view.next->period.last_day().for_people() +
                    ". Support for those days can be ordered now."};
    }
    if (view.before.promised().is_zero() && view.before.left().is_zero()) {
        return;
    }
    const Period year = CouncilYear{view.year.begins_in - 1}.period();
    main << "<p class=\"govuk-body\">Of the money until " << year.last_day().for_people() << ", "
         << view.before.promised().for_people() << " is still promised and "
         << view.before.left().for_people()
         << " was not used. It is for support until that day only. See <a class=\"govuk-link\" "
            "href=\""
         << base_path(view) << "/statement?from=" << year.from.to_text()
         << "&amp;until=" << year.last_day().to_text() << "\">the statement of that year</a>.</p>";
}

// "for this year", or from when it is there.
std::string when_words(const BudgetView& view, Date today) {
    return view.budget->period.from >= CouncilYear::of(today).period().until
               ? " from " + view.budget->period.from.for_people()
               : std::string(" for this year");
}

void write_contribution(Html& main, const BudgetView& view, const Speaking& speaking, Date today) {
    for (const budget::ContributionTerms& terms : view.contributions) {
        const budget::ContributionTerm* term = terms.on(today);
        if (term != nullptr && term->weekly.is_positive()) {
            main << govuk::InsetText{
                .text = speaking.You() + (speaking.to_her() ? " pay " : " pays ") +
                        term->weekly.for_people() + " a week towards " +
                        (speaking.to_her() ? "your" : "the") + " support, from " +
                        term->from.for_people() + ". " + std::string(way_words(term->collected))};
        }
    }
    // Why there is less than the plan gave, where it is seen.
    if (view.kept_back.is_positive()) {
        main << "<p class=\"govuk-body\">" << view.kept_back.for_people()
             << " was kept back from the payments so far, because " << speaking.you()
             << (speaking.to_her() ? govuk::Literal(" pay") : govuk::Literal(" pays"))
             << " it into the account of the support. So " << speaking.you() << " "
             << speaking.have() << " " << view.kept_back.for_people()
             << " less here than was agreed.</p>";
    }
}

// What was spent of her own money: from then on it is in the sums of the budget.
Money own_spent(const BudgetView& view) {
    for (const StreamMoney& stream : view.streams) {
        if (stream.stream.empty()) {
            return stream.figures.have();
        }
    }
    return {};
}

// What she adds to lines of the budget, which is in none of its sums until it is spent.
Money own_parts(const BudgetView& view) {
    Money sum;
    for (const budget::BudgetLine& line : view.budget->lines) {
        sum += line.plan.own_cost();
    }
    return sum;
}

std::string own_counted(Money spent, const Speaking& speaking) {
    const std::string have = speaking.you() + " " + speaking.have();
    return spent.is_zero()
               ? "It is not part of what " + have + "."
               : "Own money is counted in what " + have +
                     " only once it is spent. So far that is " + spent.for_people() + ".";
}

void write_own_parts(Html& main, const BudgetView& view, const Speaking& speaking) {
    if (own_parts(view).is_zero()) {
        return;
    }
    main << "<h2 class=\"govuk-heading-m\">What " << speaking.you() << " "
         << std::string(speaking.to_her() ? "add" : "adds")
         << "</h2><p class=\"govuk-body\">The plan says that " << speaking.you()
         << std::string(speaking.to_her() ? " pay " : " pays ") << own_parts(view).for_people()
         << " of " << std::string(speaking.to_her() ? "your" : "their")
         << " own money, straight to the providers. " << own_counted(own_spent(view), speaking)
         << "</p><ul class=\"govuk-list govuk-list--bullet\">";
    for (const budget::BudgetLine& line : view.budget->lines) {
        if (line.plan.own.is_positive()) {
            main << "<li>" << line.plan.what << ": " << line.plan.own.for_people() << " for each "
                 << market::to_text(line.plan.unit) << ", " << line.plan.own_cost().for_people()
                 << " from " << line.plan.dates.from.for_people() << " to "
                 << line.plan.dates.last_day().for_people() << "</li>";
        }
    }
    main << "</ul>";
}

// Whether she pays a contribution into the account of her support.
bool pays_in(const BudgetView& view) {
    for (const budget::ContributionTerms& terms : view.contributions) {
        for (const budget::ContributionTerm& term : terms.terms) {
            if (term.collected == budget::Collected::net && term.weekly.is_positive()) {
                return true;
            }
        }
    }
    return false;
}

// Only what this visitor may do: a helper or a worker is offered less than the person.
void write_links(Html& main, const Visit& visit, const BudgetView& view, const Speaking& speaking) {
    const std::string path = base_path(view);
    const auto link = [&](std::string_view tail, const std::string& words) {
        if (can_open(visit, path + std::string(tail))) {
            main << "<li><a class=\"govuk-link\" href=\"" << path << tail << "\">" << words
                 << "</a></li>";
        }
    };
    main << "<h2 class=\"govuk-heading-m\">More about this budget</h2><ul class=\"op-links\">";
    link("/why", "Why this amount?");
    link("/contribution",
         "What " + speaking.you() + (speaking.to_her() ? " pay" : " pays") + ", and why");
    link("/who", "Who can see this?");
    link("/statement", "Statement");
    link("/plan", speaking.Your() + " plan");
    link("/orders", speaking.Your() + " orders");
    link("/next", "What happened, and what comes next");
    link("/spending/new", "Report what " + speaking.you() + " spent");
    link("/spending", "What was reported as spent");
    if (pays_in(view)) {
        link("/contribution/paid", "Say what " + speaking.you() + " paid in");
    }
    link("/budget/easy", "Easy Read");
    main << "</ul>" << ways_out_part(visit, "budget", speaking.your() + " budget");
}

Response nothing_yet(Visit& visit, const BudgetView& view) {
    const Speaking speaking(visit, view.person);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << who_has(speaking) << " no agreed budget yet</h1>"
         << "<p class=\"govuk-body\">First come the questions. Then the sums are decided. Then "
         << speaking.you() << " " << speaking.does("make")
         << " a plan and both sides agree to it.</p>";
    for (const std::string& stream : view.waiting_for) {
        main << "<p class=\"govuk-body\">" << stream << " is still being decided by its owner.</p>";
    }
    main << govuk::Button{.text = "See what comes next", .href = base_path(view) + "/next"};
    main << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << base_path(view)
         << "/assessment\">" << speaking.Your()
         << " questions and answers</a></li><li><a class=\"govuk-link\" href=\"" << base_path(view)
         << "/why\">What was worked out so far</a></li><li><a class=\"govuk-link\" href=\""
         << base_path(view) << "/plan\">" << speaking.Your() << " plan</a></li></ul>";
    return show(visit, {.title = "No budget yet", .main = std::move(main), .help = "budget"});
}

Result<Response> budget_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    if (!view.budget) {
        return nothing_yet(visit, view);
    }
    const Period period = view.budget->period;
    const Speaking speaking(visit, view.person);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << who_has(speaking) << " "
         << view.total.have().for_people() << when_words(view, visit.desk.today) << ". "
         << view.total.left().for_people() << " is left.</h1>"
         << "<p class=\"govuk-body-l\">"
         << weekly_words(view.total.left(), visit.desk.today, period.until) << "</p>"
         << mark_note(view.marks.weakest, base_path(view) + "/why")
         << money_bar(view.total, "All " + speaking.your() + " money") << money_key(view.total);
    write_paid_out(main, view, speaking);
    write_other_years(main, view, speaking);
    if (visit.is_self()) {
        main << account_news(visit);
    }
    main << "<div class=\"op-folding\">" << money_table(view, speaking) << "</div>";
    main << "<p class=\"govuk-body\">This budget is for " << period.from.for_people() << " to "
         << period.last_day().for_people() << ".</p>";
    write_contribution(main, view, speaking, visit.desk.today);
    write_own_parts(main, view, speaking);
    write_next_steps(main, view, visit);
    if (can_open(visit, base_path(view) + "/support")) {
        main << govuk::Button{.text = "Find support", .href = base_path(view) + "/support"};
    }
    write_links(main, visit, view, speaking);
    return show(visit, {.title = speaking.Your() + " budget",
                        .main = std::move(main),
                        .help = "budget",
                        .is_wide = true});
}

// --- Easy Read
// -------------------------------------------------------------------------------------

Result<Response> easy_budget_page(Visit& visit) {
    TRY(const BudgetView view, casework::see_budget(visit.desk, visit.id<PersonId>("person")));
    const Speaking speaking(visit, view.person);
    const std::string title = speaking.Your() + " money in Easy Read";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>"
         << easy_budget(visit, view,
                        view.budget ? OwnMoney{own_parts(view), own_spent(view)} : OwnMoney{},
                        speaking);
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = base_path(view) + "/budget",
                        .help = "budget"});
}

// --- the statement -------------------------------------------------------------------------------

std::string name_of(const std::vector<std::pair<StreamId, std::string>>& names,
                    const StreamId& stream) {
    for (const auto& each : names) {
        if (each.first == stream) {
            return each.second;
        }
    }
    return stream.empty() ? "Own money" : stream;
}

std::string payee_of(const casework::StatementView& view, const PayeeId& payee) {
    for (const auto& each : view.payee_names) {
        if (each.first == payee) {
            return each.second;
        }
    }
    return {};
}

govuk::Table figures_table(const casework::StatementView& view, const std::string& caption,
                           const std::vector<ledger::StreamFigures>& streams,
                           const ledger::StreamFigures& total) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-table__caption--m";
    table.first_cell_is_header = true;
    table.head = {{.text = "Who pays"},
                  {.text = "Have", .format = "numeric"},
                  {.text = "Promised", .format = "numeric"},
                  {.text = "Spent", .format = "numeric"},
                  {.text = "Left", .format = "numeric"}};
    for (const ledger::StreamFigures& stream : streams) {
        table.rows.push_back(
            money_row(name_of(view.stream_names, stream.stream), "", stream.at_end));
    }
    table.rows.push_back(money_row("All together", "", total.at_end));
    return table;
}

// One picture and table for each year's money: last year's is never added to this year's.
Html figures_of_years(const casework::StatementView& view, const Speaking& speaking) {
    const std::string all = "All " + speaking.your() + " money";
    const std::string when = "At the end of these dates";
    const auto part = [&](const std::string& caption, const std::string& label,
                          const std::vector<ledger::StreamFigures>& streams,
                          const ledger::StreamFigures& total) {
        return Html() << money_bar(total.at_end, label) << money_key(total.at_end)
                      << "<div class=\"op-folding\">"
                      << figures_table(view, caption, streams, total) << "</div>";
    };
    const std::vector<ledger::PersonYear>& years = view.statement.years;
    if (years.empty()) {
        return part(when, all, view.statement.streams, view.statement.total);
    }
    Html out;
    for (const ledger::PersonYear& year : years) {
        const std::string whose = "Money for " + year.year.for_people();
        out << part(years.size() == 1 ? when : whose, years.size() == 1 ? all : whose, year.streams,
                    year.total);
    }
    return out;
}

// "by Jo Field for Ann" where somebody else than she reported it, and what it was for.
std::string reported_words(const casework::StatementView& view, const ledger::StatementLine& line) {
    const casework::SpendingReport* report = view.report_of(line);
    if (report == nullptr) {
        return "";
    }
    return ". " + report->what +
           (report->by.empty()
                ? ""
                : ", by " + report->by + " for " + std::string(view.person.first_name()));
}

FoldingTable lines_table(const casework::StatementView& view) {
    FoldingTable table{.caption = "Every line",
                       .columns = {{"Date"}, {"What"}, {"Who pays"}, {"Sum", true}},
                       .rows = {}};
    for (const ledger::StatementLine& line : view.statement.lines) {
        const std::string payee = payee_of(view, line.payee);
        table.rows.push_back(
            {{.text = line.on.for_people()},
             {.text =
                  line.words + (payee.empty() ? "" : ": " + payee) + reported_words(view, line)},
             {.text = name_of(view.stream_names, line.stream) +
                      (view.statement.years.size() > 1 && !line.year.is_none()
                           ? ", money until " + line.year.period().last_day().for_people()
                           : "")},
             {.text = line.amount.for_people()}});
    }
    return table;
}

Result<Response> statement_page(Visit& visit) {
    const Period period = asked_period(visit, visit.form);
    const PersonId person = visit.id<PersonId>("person");
    TRY(const casework::StatementView view, casework::see_statement(visit.desk, person, period));
    const std::string path = "/people/" + person.to_text();
    const std::string dates =
        "?from=" + period.from.to_text() + "&until=" + period.last_day().to_text();
    const Speaking speaking(visit, view.person);
    if (is_easy(visit) && visit.form.is_good()) {  // wrong dates are put right where they stand
        const std::string title = speaking.Your() + " statement in Easy Read";
        Html easy;
        easy << "<h1 class=\"govuk-heading-l\">" << title << "</h1>"
             << easy_statement(view, speaking)
             << other_view_link(visit, path + "/statement" + dates);
        return show(visit, {.title = title,
                            .main = std::move(easy),
                            .back_href = path + "/budget/easy",
                            .help = "statement"});
    }
    TRY(const Html changes, statement_changes(visit, person, period));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Statement for " << view.person.name
         << "</h1><p class=\"govuk-body-l\">" << period.from.for_people() << " to "
         << period.last_day().for_people() << "</p>" << figures_of_years(view, speaking)
         << mark_note(view.marks.weakest, path + "/why") << folding_table(lines_table(view))
         << changes << "<ul class=\"op-links\"><li><a class=\"govuk-link\" href=\"" << path
         << "/statement.csv" << dates
         << "\">Download for a spreadsheet (CSV)</a></li><li><a class=\"govuk-link\" href=\""
         << path << "/statement.json" << dates << "\">See it as data (JSON)</a></li></ul>"
         << other_view_link(visit, path + "/statement" + dates)
         << period_form(visit.form, path + "/statement")
         << ways_out_part(visit, "statement", "the statement");
    return show(visit, {.title = "Statement",
                        .main = std::move(main),
                        .back_href = path + "/budget",
                        .help = "statement",
                        .is_wide = true});
}

Result<Response> statement_csv(Visit& visit) {
    TRY(const Period period, linked_period(visit));
    TRY(const casework::StatementView view,
        casework::see_statement(visit.desk, visit.id<PersonId>("person"), period));
    std::string csv;
    base::append_csv_row(csv,
                         {"date", "what", "who_pays", "paid_to", "sum", "reported", "reported_by"});
    for (const ledger::StatementLine& line : view.statement.lines) {
        const casework::SpendingReport* report = view.report_of(line);
        base::append_csv_row(
            csv, {line.on.to_text(), line.words, name_of(view.stream_names, line.stream),
                  payee_of(view, line.payee), line.amount.to_text(),
                  report == nullptr ? "" : report->what,
                  report == nullptr ? "" : view.reporter(*report)});
    }
    return download("statement-" + period.from.to_text() + ".csv", "text/csv; charset=utf-8",
                    std::move(csv));
}

Result<Response> statement_json(Visit& visit) {
    TRY(const Period period, linked_period(visit));
    TRY(const casework::StatementView view,
        casework::see_statement(visit.desk, visit.id<PersonId>("person"), period));
    return json_response(base::pretty_json(casework::to_json(view)));
}

std::vector<std::string_view> statement_parameters() {
    std::vector<std::string_view> all = period_parameters();
    all.emplace_back("view");
    return all;
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/people/{person}/budget", may::see_record, budget_page,
         "What a person has, has promised, has spent and has left"},
        {GET, "/people/{person}/budget/easy", may::see_record, easy_budget_page,
         "The budget in Easy Read"},
        {GET, "/people/{person}/statement", may::see_record, statement_page,
         "A statement for any dates", statement_parameters()},
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
