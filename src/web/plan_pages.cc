#include "web/plan_pages.h"

#include <algorithm>

#include "base/council_year.h"
#include "casework/agree_budget.h"
#include "casework/make_plan.h"
#include "casework/nominee_payee.h"
#include "casework/provider_offers.h"
#include "casework/see_marks.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "govuk/textarea.h"
#include "govuk/warning_text.h"
#include "web/easy_read.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/money_words.h"
#include "web/plan_costs.h"
#include "web/plan_easy_read.h"
#include "web/speaking.h"
#include "web/ways_out.h"

namespace web {

namespace {

using budget::PlanStatus;
using budget::SupportPlan;
using casework::CostedPlan;

std::string person_path(const Visit& visit) {
    return "/people/" + visit.id<PersonId>("person").to_text();
}

std::string plan_path(const Visit& visit, PlanId plan) {
    return person_path(visit) + "/plan/" + plan.to_text();
}

bool is_draft(const SupportPlan& plan) {
    return plan.status == PlanStatus::draft || plan.status == PlanStatus::returned;
}

// Whether this visitor may do something to the plan of the page.
bool may_do(const Visit& visit, people::Action action) {
    return visit.who && people::decide(*visit.who, action, {.person = visit.id<PersonId>("person")},
                                       visit.desk.today);
}

// A plan still being written, seen by somebody who may write it.
bool may_write(const Visit& visit, const SupportPlan& plan) {
    return is_draft(plan) && may_do(visit, people::Action::make_plan);
}

// What is left of the council's year on a day.
Period rest_of_year(Date day) {
    return {day, CouncilYear::of(day).period().until};
}

// In its last three months a year's plan is followed by one for the next.
bool is_time_for_next_year(Date day) {
    return day.plus_months(3) >= CouncilYear::of(day).period().until;
}

// How a plan stands on a day: an accepted one may be still to begin, or over.
std::string status_words(const SupportPlan& plan, const Visit& visit) {
    const Date today = visit.desk.today;
    if (plan.status == PlanStatus::accepted && plan.period.from > today) {
        return "Accepted. It begins on " + plan.period.from.for_people();
    }
    if (plan.status == PlanStatus::accepted && plan.period.until <= today) {
        return "It ended on " + plan.period.last_day().for_people();
    }
    const Speaking speaking(visit);
    if (!speaking.to_her() && plan.status == PlanStatus::draft) {
        return "It is being written";
    }
    if (!speaking.to_her() && plan.status == PlanStatus::returned) {
        return "Sent back to " + speaking.you() + " with reasons";
    }
    if (!speaking.to_her() && plan.status == PlanStatus::agreed) {
        return "Agreed: waiting for " + speaking.your() + " yes";
    }
    return std::string(budget::words(plan.status));
}

// The days a new plan may be for: this year's, and in its last months the next year's, once.
void write_start_forms(Html& main, const Visit& visit, const std::string& classes,
                       const std::vector<SupportPlan>& plans) {
    const Date today = visit.desk.today;
    const auto start = [&](const std::string& words, const std::string& year) {
        main << form_open(visit, person_path(visit) + "/plan")
             << "<input type=\"hidden\" name=\"year\" value=\"" << year << "\">"
             << govuk::Button{.text = words, .classes = classes} << form_close();
    };
    if (is_time_for_next_year(today)) {
        start("Start a plan until " + rest_of_year(today).last_day().for_people(), "this");
        const Period next = CouncilYear::of(today).next().period();
        const bool has_next = std::any_of(plans.begin(), plans.end(), [&](const auto& plan) {
            return plan.period.from >= next.from && plan.status != PlanStatus::ended;
        });
        if (!has_next) {
            start("Start a plan from " + next.from.for_people(), "next");
        }
    } else {
        start("Start a plan", "this");
    }
}

bool is_worker(const Visit& visit) {
    return visit.who && visit.who->staff.has_value();
}

// --- the list, and starting one ------------------------------------------------------------------

Result<Response> plans_page(Visit& visit) {
    TRY(const std::vector<SupportPlan> plans,
        casework::plans_of(visit.desk, visit.id<PersonId>("person")));
    for (const SupportPlan& plan : plans) {
        if (plan.status != PlanStatus::ended) {
            return redirect(plan_path(visit, plan.id));
        }
    }
    const Speaking speaking(visit);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">There is no plan yet</h1><p class=\"govuk-body\">A plan "
            "says what "
         << speaking.you() << " " << speaking.does("want")
         << " to change, and what support would do it. "
         << (speaking.to_her() ? std::string("You can write it yourself. Somebody can help you.")
                               : speaking.You() + " can write it, with help or without.")
         << "</p>";
    write_start_forms(main, visit, "", plans);
    if (may_ask(visit)) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << person_path(visit)
             << "/questions/new?about=plan&amp;kind=help\">Ask someone to help me</a></p>";
    }
    return show(visit, {.title = "Plan",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "plan"});
}

Result<Response> start_plan(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const Date today = visit.desk.today;
    const bool next = visit.form.value("year") == "next" && is_time_for_next_year(today);
    TRY(const PlanId plan,
        casework::start_plan(visit.desk, person,
                             next ? CouncilYear::of(today).next().period() : rest_of_year(today)));
    return redirect(plan_path(visit, plan) + "/outcomes");
}

// --- the plan page ------------------------------------------------------------------------------

// How the money of a line is held, and by whom where it is not the council or her own account.
std::string holder_words(const CostedPlan& costed, const budget::PlanLine& line,
                         const Speaking& speaking) {
    std::string way = holding_words(line.holding, speaking);
    for (const auto& [id, payee] : costed.holders) {
        if (line.holder == id && payee.kind != "person") {
            return payee.relationship ? casework::paid_to_nominee(payee.name, payee.ended_on)
                                      : way + ": " + payee.name;
        }
    }
    return way;
}

void write_line(Html& main, const Visit& visit, const CostedPlan& costed,
                const budget::PlanLine& line) {
    govuk::SummaryList list;
    list.card =
        govuk::SummaryCard{.title = govuk::SummaryCardTitle{.text = line.what, .heading_level = 3}};
    if (may_write(visit, costed.plan)) {
        const std::string path = plan_path(visit, costed.plan.id) + "/lines/" + line.id.to_text();
        list.card->actions.items = {// The card adds its title for a screen reader.
                                    {.href = path, .text = "Change"},
                                    {.href = path + "/remove", .text = "Take out"}};
    }
    list.rows = {
        {.key = {.text = "For"}, .value = {.text = purpose_words(line.purpose)}},
        {.key = {.text = "How often"},
         .value = {.text = budget::words(line.frequency) + ", at " + line.price.for_people() +
                           " each " + std::string(market::to_text(line.unit))}},
        {.key = {.text = "When"},
         .value = {.text =
                       line.dates.from.for_people() + " to " + line.dates.last_day().for_people()}},
        {.key = {.text = "Cost"}, .value = {.text = line.cost().for_people() + " for these dates"}},
        {.key = {.text = "Who pays"}, .value = {.text = split_words(costed, line.id)}},
    };
    if (line.own.is_positive()) {
        list.rows.push_back({.key = {.text = "Own money"}, .value = {.text = own_words(line)}});
    }
    list.rows.push_back({.key = {.text = "Who holds the money"},
                         .value = {.text = holder_words(costed, line, Speaking(visit))}});
    main << list;
}

void write_lines(Html& main, const Visit& visit, const CostedPlan& costed) {
    const SupportPlan& plan = costed.plan;
    const Speaking speaking(visit);
    main << "<h2 class=\"govuk-heading-m\">What " << speaking.you() << " " << speaking.does("want")
         << " to change</h2>";
    if (plan.outcomes.empty()) {
        main << "<p class=\"govuk-body\">Nothing written yet.</p>";
    }
    main << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const budget::PlanOutcome& outcome : plan.outcomes) {
        main << "<li>" << outcome.words << "</li>";
    }
    main << "</ul>";
    if (may_write(visit, plan)) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
             << plan_path(visit, plan.id) << "/outcomes\">Change these words</a></p>";
    }
    main << "<h2 class=\"govuk-heading-m\">The support</h2>";
    for (const budget::PlanLine& line : plan.lines) {
        write_line(main, visit, costed, line);
    }
    if (plan.lines.empty()) {
        main << "<p class=\"govuk-body\">No support in the plan yet.</p>";
    }
    if (may_write(visit, plan)) {
        // With nothing in it yet, adding is what the page is for; afterwards, sending is.
        main << govuk::Button{.text = "Add support",
                              .href = plan_path(visit, plan.id) + "/lines/new",
                              .classes = plan.lines.empty() ? "" : "govuk-button--secondary"};
    }
}

// A worker reads before she agrees, and until the person accepts, what money is not there yet.
void write_missing_limits(Html& main, const CostedPlan& costed) {
    for (const casework::MissingLimit& missing : costed.not_put_in) {
        main << govuk::WarningText{
            .text = missing.stream + " pays " + missing.needed.for_people() +
                    " of this plan. Its owner (" + missing.owner + ") has put in " +
                    missing.there.for_people() +
                    " that is still free. The person cannot accept the plan before the owner puts "
                    "in the rest and finance writes it down as the cash limit of " +
                    missing.stream + "."};
    }
}

void write_main_act(Html& main, const Visit& visit, const CostedPlan& costed,
                    const std::vector<SupportPlan>& plans) {
    const SupportPlan& plan = costed.plan;
    const std::string path = plan_path(visit, plan.id);
    if (is_draft(plan) && !may_write(visit, plan)) {
        main << govuk::InsetText{.text = "This plan is still being written."};
    } else if (is_draft(plan) && plan.lines.empty()) {
        main << "<p class=\"govuk-body\">When there is support in the plan, you can send it to the "
                "council.</p>";
    } else if (is_draft(plan)) {
        main << form_open(visit, path + "/send")
             << govuk::Button{.text = "Send the plan to the council"} << form_close();
    } else if (plan.status == PlanStatus::sent && is_worker(visit)) {
        main << govuk::Button{.text = "Decide on this plan", .href = path + "/decide"};
    } else if (plan.status == PlanStatus::sent) {
        main << govuk::InsetText{.text = "The council is reading this plan."};
    } else if (plan.status == PlanStatus::agreed && may_do(visit, people::Action::accept_plan)) {
        const Date today = visit.desk.today;
        const bool is_later = CouncilYear::of(plan.period.from) > CouncilYear::of(today);
        const Speaking speaking(visit);
        main << "<p class=\"govuk-body\">The council agreed this plan. If you accept it, "
             << speaking.your() << " budget begins"
             << (is_later ? " on " + plan.period.from.for_people() : std::string()) << ": "
             << plan.funded().for_people() << " for " << plan.period.from.for_people() << " to "
             << plan.period.last_day().for_people() << ".</p>";
        if (plan.own_cost().is_positive()) {
            main << "<p class=\"govuk-body\">Besides it " << speaking.you() << " "
                 << speaking.does("agree") << " to pay " << plan.own_cost().for_people() << " of "
                 << speaking.their()
                 << " own money, straight to the providers, as the support comes.</p>";
        }
        main << form_open(visit, path + "/accept") << govuk::Button{.text = "Accept the plan"}
             << form_close();
    } else if (plan.status == PlanStatus::agreed) {
        main << govuk::InsetText{.text = "Agreed. The budget begins when the person accepts it."};
    } else if (plan.status == PlanStatus::accepted && may_do(visit, people::Action::make_plan)) {
        main << "<h2 class=\"govuk-heading-m\">If something new is needed</h2><p "
                "class=\"govuk-body\">A worker can change one line at a time. For more than that, "
                "or for the next year, write a new plan. This one goes on.</p>";
        write_start_forms(main, visit, "govuk-button--secondary", plans);
    }
}

// The way to her other plans: of this year, when the next year's is open here, and back.
void write_other_plans(Html& main, const Visit& visit, const std::vector<SupportPlan>& plans,
                       PlanId here) {
    std::vector<const SupportPlan*> others;
    for (const SupportPlan& plan : plans) {
        if (plan.id != here && plan.status != PlanStatus::ended) {
            others.push_back(&plan);
        }
    }
    if (others.empty()) {
        return;
    }
    main << "<h2 class=\"govuk-heading-m\">Other plans</h2><ul class=\"op-links\">";
    for (const SupportPlan* plan : others) {
        main << "<li><a class=\"govuk-link\" href=\"" << plan_path(visit, plan->id)
             << "\">The plan for " << plan->period.from.for_people() << " to "
             << plan->period.last_day().for_people() << "</a>: " << status_words(*plan, visit)
             << "</li>";
    }
    main << "</ul>";
}

// After the whole cost: who bears it, where she pays a part herself.
std::string whole_words(const SupportPlan& plan) {
    return plan.own_cost().is_zero() ? "."
                                     : ": " + plan.funded().for_people() + " from the funds, " +
                                           plan.own_cost().for_people() + " of own money.";
}

// The plan one idea a line; what can be done with it stands below, as on the usual page.
Result<Response> easy_plan_page(Visit& visit, const CostedPlan& costed) {
    const PersonId person = visit.id<PersonId>("person");
    const SupportPlan& plan = costed.plan;
    const Speaking speaking(visit);
    const std::string title = speaking.Your() + " plan in Easy Read";
    TRY(const casework::SumMarks marks, casework::see_marks(visit.desk, person, "plan"));
    TRY(const std::vector<SupportPlan> plans, casework::plans_of(visit.desk, person));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>"
         << easy_plan(costed, marks.weakest, speaking, visit.desk.today);
    write_main_act(main, visit, costed, plans);
    main << other_view_link(visit, plan_path(visit, plan.id));
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget/easy",
                        .help = "plan"});
}

Result<Response> plan_page(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const CostedPlan costed, casework::cost_plan(visit.desk, person, visit.id<PlanId>("plan")));
    const SupportPlan& plan = costed.plan;
    if (is_easy(visit)) {
        return easy_plan_page(visit, costed);
    }
    Html main;
    main << "<h1 class=\"govuk-heading-l\">The plan costs " << plan.cost().for_people()
         << whole_words(plan) << " There is " << costed.decided_total.for_people()
         << " to plan with.</h1><p class=\"govuk-body-l\">" << plan.period.from.for_people()
         << " to " << plan.period.last_day().for_people() << ". " << status_words(plan, visit)
         << ".</p>";
    if (!costed.reasons.empty()) {
        main << govuk::InsetText{.text = "The council says: " + costed.reasons};
    }
    TRY(const casework::SumMarks marks, casework::see_marks(visit.desk, person, "plan"));
    main << mark_note(marks.weakest, person_path(visit) + "/why");
    if (plan.status == PlanStatus::agreed && is_worker(visit)) {
        write_missing_limits(main, costed);
    }
    write_own_advice(main, costed, Speaking(visit));
    write_shortfalls(main, visit, costed);
    write_lines(main, visit, costed);
    write_streams(main, costed, Speaking(visit));
    TRY(const std::vector<SupportPlan> plans, casework::plans_of(visit.desk, person));
    write_main_act(main, visit, costed, plans);
    write_other_plans(main, visit, plans, plan.id);
    main << other_view_link(visit, plan_path(visit, plan.id))
         << ways_out_part(visit, "plan", "this plan");
    return show(visit, {.title = "Plan",
                        .main = std::move(main),
                        .back_href = person_path(visit) + "/budget",
                        .help = "plan"});
}

// --- outcomes -----------------------------------------------------------------------------------

Response outcomes_form(Visit& visit, const SupportPlan& plan) {
    std::string typed = visit.form.value("outcomes");
    if (!visit.form.has("outcomes")) {
        for (const budget::PlanOutcome& outcome : plan.outcomes) {
            typed += outcome.words + "\n";
        }
    }
    const Speaking speaking(visit);
    Html main;
    main << form_open(visit, plan_path(visit, plan.id) + "/outcomes")
         << govuk::Textarea{.id = "outcomes",
                            .name = "outcomes",
                            .rows = 6,
                            .value = typed,
                            .label = {.text = speaking.to_her()
                                                  ? "What do you want to change in your life?"
                                                  : "What does " + speaking.you() +
                                                        " want to change in their life?",
                                      .is_page_heading = true,
                                      .classes = "govuk-label--l"},
                            .hint = {.text = "One thing on each line, in " + speaking.your() +
                                             " own words."},
                            .error_message = visit.form.error("outcomes")}
         << govuk::Button{.text = "Save"} << form_close();
    return show(visit,
                {.title = "What " + speaking.you() + " " + speaking.does("want") + " to change",
                 .main = std::move(main),
                 .back_href = plan_path(visit, plan.id),
                 .help = "plan"});
}

Result<Response> outcomes_page(Visit& visit) {
    TRY(const CostedPlan costed,
        casework::cost_plan(visit.desk, visit.id<PersonId>("person"), visit.id<PlanId>("plan")));
    return outcomes_form(visit, costed.plan);
}

Result<Response> save_outcomes(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanId plan = visit.id<PlanId>("plan");
    const std::optional<std::string> typed =
        visit.form.text("outcomes", 5000, "Write at least one thing you want to change");
    if (visit.form.is_good()) {
        std::vector<std::string> lines;
        std::string line;
        for (const char c : *typed + "\n") {
            if (c == '\n') {
                lines.push_back(line);
                line.clear();
            } else {
                line += c;
            }
        }
        const Outcome saved = casework::save_outcomes(visit.desk, person, plan, lines);
        if (saved) {
            return redirect(plan_path(visit, plan));
        }
        visit.form.refuse(saved.error(), {}, "outcomes");
    }
    TRY(const CostedPlan costed, casework::cost_plan(visit.desk, person, plan));
    return outcomes_form(visit, costed.plan);
}

// --- sending, deciding, accepting ---------------------------------------------------------------

Result<Response> send_plan(Visit& visit) {
    const PlanId plan = visit.id<PlanId>("plan");
    TRY_DONE(casework::send_plan(visit.desk, visit.id<PersonId>("person"), plan));
    return redirect(plan_path(visit, plan));
}

// What she adds herself, line by line: the worker agrees to it too.
Html own_lines(const SupportPlan& plan) {
    if (plan.own_cost().is_zero()) {
        return Html();
    }
    Html items;
    for (const budget::PlanLine& line : plan.lines) {
        if (line.own.is_positive()) {
            items << "<li>" << line.what << ": " << own_words(line) << "</li>";
        }
    }
    return Html()
           << "<p class=\"govuk-body\">The funds pay " << plan.funded().for_people()
           << " of it. The person adds " << plan.own_cost().for_people()
           << " of their own money, which counts towards no limit:</p><ul class=\"govuk-list "
              "govuk-list--bullet\">"
           << items << "</ul>";
}

Result<Response> decide_form(Visit& visit, const CostedPlan& costed) {
    const std::string path = plan_path(visit, costed.plan.id);
    TRY(const casework::SumMarks marks,
        casework::see_marks(visit.desk, visit.id<PersonId>("person"), "plan"));
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Decide on a plan of " << costed.plan.cost().for_people()
         << "</h1>"
         << "<p class=\"govuk-body\">Decided or put forward for these dates: "
         << costed.decided_total.for_people() << ".</p>" << own_lines(costed.plan)
         << mark_note(marks.weakest, person_path(visit) + "/why");
    write_two_funds(main, costed);
    write_own_advice(main, costed, Speaking(visit));
    write_shortfalls(main, visit, costed);
    write_missing_limits(main, costed);
    write_streams(main, costed, Speaking(visit));
    main << form_open(visit, path + "/decide")
         << govuk::Textarea{.id = "reasons",
                            .name = "reasons",
                            .rows = 5,
                            .value = visit.form.value("reasons"),
                            .label = {.text = "Your reasons", .classes = "govuk-label--m"},
                            .hint = {.text = "The person reads these words. Say how the plan meets "
                                             "the needs, or what is "
                                             "missing."},
                            .error_message = visit.form.error("reasons")}
         << "<div class=\"govuk-button-group\">"
         << govuk::Button{.text = "Agree the plan", .name = "answer", .value = "agree"}
         << govuk::Button{.text = "Send it back",
                          .name = "answer",
                          .value = "return",
                          .classes = "govuk-button--secondary"}
         << "</div>" << form_close();
    return show(
        visit,
        {.title = "Decide on a plan", .main = std::move(main), .back_href = path, .help = "plan"});
}

Result<Response> decide_page(Visit& visit) {
    TRY(const CostedPlan costed,
        casework::cost_plan(visit.desk, visit.id<PersonId>("person"), visit.id<PlanId>("plan")));
    return decide_form(visit, costed);
}

Result<Response> decide(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanId plan = visit.id<PlanId>("plan");
    const std::optional<std::string> reasons =
        visit.form.text("reasons", 2000, "Write your reasons");
    const std::optional<std::string> answer = visit.form.choice(
        "answer", {"agree", "return"}, "Choose to agree the plan or to send it back");
    if (visit.form.is_good()) {
        const Outcome decided = *answer == "agree"
                                    ? casework::agree_plan(visit.desk, person, plan, *reasons)
                                    : casework::return_plan(visit.desk, person, plan, *reasons);
        if (decided) {
            return redirect(plan_path(visit, plan));
        }
        visit.form.refuse(decided.error(), {}, "reasons");
    }
    TRY(const CostedPlan costed, casework::cost_plan(visit.desk, person, plan));
    return decide_form(visit, costed);
}

Result<Response> accept_plan(Visit& visit) {
    TRY_DONE(
        casework::accept_plan(visit.desk, visit.id<PersonId>("person"), visit.id<PlanId>("plan")));
    return redirect(person_path(visit) + "/budget");
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET, "/people/{person}/plan", may::see_record, plans_page,
         "The plan a person is writing or has agreed"},
        {POST, "/people/{person}/plan", may::make_plan, start_plan, "Starts a plan"},
        {GET,
         "/people/{person}/plan/{plan}",
         may::see_record,
         plan_page,
         "A plan with its cost against each fund",
         {"view"}},
        {GET, "/people/{person}/plan/{plan}/outcomes", may::make_plan, outcomes_page,
         "What the person wants to change, in her words"},
        {POST, "/people/{person}/plan/{plan}/outcomes", may::make_plan, save_outcomes,
         "Keeps those words"},
        {POST, "/people/{person}/plan/{plan}/send", may::make_plan, send_plan,
         "Sends the plan to the council"},
        {GET, "/people/{person}/plan/{plan}/decide", may::agree_plan, decide_page,
         "A worker decides on a plan"},
        {POST, "/people/{person}/plan/{plan}/decide", may::agree_plan, decide,
         "Agrees a plan or sends it back with reasons"},
        {POST, "/people/{person}/plan/{plan}/accept", may::accept_plan, accept_plan,
         "The person accepts the plan; the budget begins"},
    };
    return all;
}

}  // namespace

std::span<const Route> plan_routes() {
    return routes();
}

}  // namespace web
