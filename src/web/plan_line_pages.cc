#include "web/plan_line_pages.h"

#include "casework/make_plan.h"
#include "govuk/button.h"
#include "web/layout.h"
#include "web/money_words.h"
#include "web/plan_costs.h"
#include "web/plan_line_form.h"
#include "web/speaking.h"

namespace web {

namespace {

using casework::CostedPlan;

std::string plan_path(const Visit& visit, PlanId plan) {
    return "/people/" + visit.id<PersonId>("person").to_text() + "/plan/" + plan.to_text();
}

// What a line would cost, as asked while it is written: a sentence that is read out, and the sums
// of every fund. The script puts the same parts of the server's answer in their place.
struct LineCostWords {
    std::string said =
        "Fill in the price and how often. Then you can see the cost before you save.";
    Html detail = {};
};

// A bar of one fund: what this plan takes of it, and what is left.
Html plan_bar(const budget::StreamRule& stream, Money used) {
    ledger::Standing figures;
    figures.held = used;
    figures.available = stream.available - used;
    return money_bar(figures, stream.name + ", with this support");
}

LineCostWords cost_words(const Visit& visit, const casework::LineCost& cost) {
    LineCostWords words;
    const Speaking speaking(visit);
    const budget::PlanLine& line = cost.line;
    words.said = "This costs " + line.cost().for_people() + " from " +
                 line.dates.from.for_people() + " to " + line.dates.last_day().for_people();
    if (line.frequency.every == budget::Every::week) {
        words.said += ", " +
                      Money::pence(line.price.in_pence() * line.frequency.times).for_people() +
                      " a week";
    }
    if (line.own.is_positive()) {
        words.said += ". Of that " + speaking.you() + " " + speaking.does("add") + " " +
                      line.own_cost().for_people() + " of " + speaking.their() + " own money, " +
                      line.own.for_people() + " for each " +
                      std::string(market::to_text(line.unit));
    }
    words.said += ". Who pays: " + split_words(cost.plan, line.id) + ". Nothing is saved yet.";
    write_own_advice(words.detail, cost.plan, speaking);
    write_shortfalls(words.detail, visit, cost.plan);
    words.detail << "<div class=\"op-no-print\">";
    for (const budget::StreamRule& stream : cost.plan.streams) {
        for (const ledger::Portion& portion : cost.plan.split.by_stream()) {
            if (portion.stream == stream.id && stream.available.is_positive()) {
                words.detail << "<p class=\"govuk-body\">" << stream.name << ": "
                             << portion.amount.for_people() << " of "
                             << stream.available.for_people() << "</p>"
                             << plan_bar(stream, portion.amount);
            }
        }
    }
    words.detail << "</div>";
    write_streams(words.detail, cost.plan, speaking);
    return words;
}

Html cost_block(const LineCostWords& words) {
    return Html() << "<div id=\"op-cost\"><h2 class=\"govuk-heading-m\">What this costs</h2><p "
                     "class=\"govuk-body\" id=\"op-cost-said\" role=\"status\">"
                  << words.said << "</p><div id=\"op-cost-detail\">" << words.detail
                  << "</div></div>";
}

Result<Response> line_form(Visit& visit, std::optional<PlanLineId> line,
                           const LineCostWords& cost = {}) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const CostedPlan costed, casework::cost_plan(visit.desk, person, visit.id<PlanId>("plan")));
    TRY(const PlanLineChoices choices, plan_line_choices(visit, person, costed.plan));
    if (line && !visit.form.has("what")) {
        fill_plan_line(visit.form, costed, *line);
    }
    const std::string path = plan_path(visit, costed.plan.id) + "/lines/" +
                             (line ? line->to_text() : std::string("new"));
    Html main;
    const std::string title = "Support in " + Speaking(visit).your() + " plan";
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>" << form_open(visit, path)
         << plan_line_fields(visit, choices) << cost_block(cost)
         << "<div class=\"govuk-button-group\">" << govuk::Button{.text = "Save"}
         << govuk::Button{.text = "Work out the cost",
                          .name = "act",
                          .value = "cost",
                          .classes = "govuk-button--secondary"}
         << "</div>" << form_close();
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = plan_path(visit, costed.plan.id),
                        .help = "plan"});
}

Result<Response> new_line_page(Visit& visit) {
    return line_form(visit, std::nullopt);
}

Result<Response> line_page(Visit& visit) {
    return line_form(visit, visit.id<PlanLineId>("line"));
}

// Shows the form again with what it would cost; nothing is saved.
Result<Response> show_cost(Visit& visit, std::optional<PlanLineId> line,
                           const PlanLineChoices& choices) {
    LineCostWords words;
    if (const std::optional<casework::PlanLineDraft> draft = read_plan_line(visit.form, choices)) {
        const Result<casework::LineCost> cost = casework::cost_line(
            visit.desk, visit.id<PersonId>("person"), visit.id<PlanId>("plan"), *draft, line);
        if (cost) {
            words = cost_words(visit, *cost);
        } else {
            visit.form.refuse(cost.error(), plan_line_codes(), "what");
        }
    }
    if (!visit.form.is_good()) {
        const std::string& message = visit.form.errors().front().message;
        words.said = "To see the cost: " + message + (message.ends_with('.') ? "" : ".");
    }
    return line_form(visit, line, words);
}

Result<Response> save_line_as(Visit& visit, std::optional<PlanLineId> line) {
    const PersonId person = visit.id<PersonId>("person");
    const PlanId plan = visit.id<PlanId>("plan");
    TRY(const CostedPlan costed, casework::cost_plan(visit.desk, person, plan));
    TRY(const PlanLineChoices choices, plan_line_choices(visit, person, costed.plan));
    if (visit.form.value("act") == "cost") {
        return show_cost(visit, line, choices);
    }
    if (const std::optional<casework::PlanLineDraft> draft = read_plan_line(visit.form, choices)) {
        casework::PlanLineDraft whole = *draft;
        if (const std::string holder = visit.form.value("holder_name"); !holder.empty()) {
            casework::Desk naming = visit.desk;  // without the key of this form: it is the line's
            naming.request = {};
            TRY(whole.holder, casework::add_holder(naming, person, holder));
        }
        const Result<PlanLineId> saved = casework::save_line(visit.desk, person, plan, whole, line);
        if (saved) {
            return redirect(plan_path(visit, plan));
        }
        visit.form.refuse(saved.error(), plan_line_codes(), "what");
    }
    return line_form(visit, line);
}

Result<Response> save_new_line(Visit& visit) {
    return save_line_as(visit, std::nullopt);
}

Result<Response> save_line(Visit& visit) {
    return save_line_as(visit, visit.id<PlanLineId>("line"));
}

Result<Response> remove_line_page(Visit& visit) {
    const std::string path = plan_path(visit, visit.id<PlanId>("plan"));
    return confirmation_page(
        visit,
        {.title = "Take this support out of the plan?",
         .what_happens = govuk::Literal("<p class=\"govuk-body\">You can add it again later.</p>"),
         .action = path + "/lines/" + visit.id<PlanLineId>("line").to_text() + "/remove",
         .button = "Take it out",
         .cancel_href = path,
         .help = "plan"});
}

Result<Response> remove_line(Visit& visit) {
    const PlanId plan = visit.id<PlanId>("plan");
    TRY_DONE(casework::remove_line(visit.desk, visit.id<PersonId>("person"), plan,
                                   visit.id<PlanLineId>("line")));
    return redirect(plan_path(visit, plan));
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all = {
        {GET,
         "/people/{person}/plan/{plan}/lines/new",
         may::make_plan,
         new_line_page,
         "Adds support to a plan",
         {"offer"}},
        {POST, "/people/{person}/plan/{plan}/lines/new", may::make_plan, save_new_line,
         "Keeps a new line"},
        {GET, "/people/{person}/plan/{plan}/lines/{line}", may::make_plan, line_page,
         "Changes a line of a plan"},
        {POST, "/people/{person}/plan/{plan}/lines/{line}", may::make_plan, save_line,
         "Keeps the changed line"},
        {GET, "/people/{person}/plan/{plan}/lines/{line}/remove", may::make_plan, remove_line_page,
         "Asks before a line is taken out"},
        {POST, "/people/{person}/plan/{plan}/lines/{line}/remove", may::make_plan, remove_line,
         "Takes a line out"},
    };
    return all;
}

}  // namespace

std::span<const Route> plan_line_routes() {
    return routes();
}

}  // namespace web
