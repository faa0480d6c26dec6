#include "web/contribution_pages.h"

#include "casework/change_budget.h"
#include "casework/pay_in.h"
#include "casework/see_assessment.h"
#include "casework/see_contribution.h"
#include "govuk/button.h"
#include "policy/marks.h"
#include "web/contribution_words.h"
#include "web/easy_read.h"
#include "web/form_fields.h"
#include "web/form_values.h"
#include "web/layout.h"
#include "web/mark_note.h"
#include "web/navigation.h"
#include "web/speaking.h"
#include "web/ways_out.h"

namespace web {

namespace {

using casework::AssessmentView;

// The streams whose rules ask for a contribution, with what the means test proposes.
struct Proposal {
    std::vector<Choice> streams;
    std::optional<Money> weekly;
    std::optional<policy::Mark> mark;  // of the figures it uses
};

Proposal proposal_of(const AssessmentView& view, Date today) {
    Proposal proposal;
    for (const assessment::StreamSum& sum : view.assess(today).sums) {
        if (sum.contribution) {
            proposal.streams.push_back({.value = sum.stream.id, .text = sum.stream.name});
            proposal.weekly = proposal.weekly ? proposal.weekly : sum.contribution;
            proposal.mark =
                policy::weaker(proposal.mark, policy::weakest_mark(sum.contribution_why));
        }
    }
    return proposal;
}

std::vector<Choice> ways() {
    return {{.value = "net",
             .text = "Paid into the account of the support",
             .hint = "Each payment in advance is less by it. What cannot be taken off a payment "
                     "comes as a bill."},
            {.value = "gross", .text = "The council sends a bill"}};
}

Result<AssessmentView> load(Visit& visit) {
    return casework::see_assessment(visit.desk, visit.id<PersonId>("person"), "contribution");
}

// --- what she pays, and why
// -----------------------------------------------------------------------

Result<Response> told_page(Visit& visit) {
    TRY(const casework::ContributionView view,
        casework::see_contribution(visit.desk, visit.id<PersonId>("person")));
    const Speaking speaking(visit, view.answered.person);
    const Date today = visit.desk.today;
    const bool easy = is_easy(visit);
    const std::string here = person_path(visit, "/contribution");
    const std::string title = contribution_title(view, speaking, today);
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>";
    if (!view.answered.record || view.answered.is_open()) {
        main << "<p class=\"govuk-body\">The questions come first. What " << speaking.you()
             << (speaking.to_her() ? govuk::Literal(" pay") : govuk::Literal(" pays"))
             << " is worked out from the answers about money.</p>";
    } else {
        const assessment::Assessment assessed = view.answered.assess(today);
        main << (easy ? contribution_easy(view, assessed, speaking, today)
                      : contribution_told(visit, view, assessed, speaking))
             << "<ul class=\"govuk-list\"><li><a class=\"govuk-link\" href=\"" << here
             << (easy ? govuk::Literal("\">Show the usual view")
                      : govuk::Literal("?view=easy\">Show this in Easy Read"))
             << "</a></li><li><a class=\"govuk-link\" href=\"" << person_path(visit, "/why")
             << "\">Why this amount?</a></li></ul>";
    }
    if (can_open(visit, here + "/set")) {
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << here
             << "/set\">Set what is paid</a></p>";
    }
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/budget"),
                        .help = "contribution",
                        .is_wide = !easy});
}

// --- a worker sets it
// -----------------------------------------------------------------------------

Response form_page(const Visit& visit, const AssessmentView& view, const Proposal& proposal) {
    const std::string title = "What " + std::string(view.person.first_name()) + " pays";
    Html main;
    main << "<h1 class=\"govuk-heading-l\">" << title << "</h1>";
    if (proposal.streams.empty()) {
        main << "<p class=\"govuk-body\">The rules ask for nothing, or the answers about money are "
                "not all there yet.</p>";
    } else {
        main << "<p class=\"govuk-body-l\">The means test asks for "
             << proposal.weekly->for_people() << " a week.</p>"
             << mark_note(proposal.mark, person_path(visit, "/contribution"))
             << "<p class=\"govuk-body\">You decide. The person reads the sum, the "
                "first day and how it came about.</p>"
             << form_open(visit, person_path(visit, "/contribution/set"))
             << radios_field(visit.form, {.name = "stream",
                                          .legend = "Towards which money?",
                                          .choices = proposal.streams})
             << money_field(visit.form, {.name = "weekly",
                                         .label = "How much a week",
                                         .hint = "0 ends a contribution.",
                                         .classes = "govuk-input--width-5"})
             << date_field(visit.form, {.name = "from", .legend = "From which day?"})
             << radios_field(visit.form,
                             {.name = "way", .legend = "How is it collected?", .choices = ways()})
             << area_field(visit.form, {.name = "why", .label = "How it came about"}, 1000)
             << submit_button("Set what is paid") << form_close();
    }
    return show(visit, {.title = title,
                        .main = std::move(main),
                        .back_href = person_path(visit, "/record"),
                        .help = "worker"});
}

Result<Response> contribution_page(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    const Proposal proposal = proposal_of(view, visit.desk.today);
    if (proposal.streams.size() == 1) {
        visit.form.fill("stream", proposal.streams.front().value);
    }
    if (proposal.weekly) {
        visit.form.fill("weekly", proposal.weekly->to_text());
    }
    fill_date(visit.form, "from", visit.desk.today);
    return form_page(visit, view, proposal);
}

Result<Response> set_contribution(Visit& visit) {
    TRY(const AssessmentView view, load(visit));
    const Proposal proposal = proposal_of(view, visit.desk.today);
    Form& form = visit.form;
    const auto stream = form.choice("stream", values_of(proposal.streams), "Choose which money");
    const auto weekly = form.money("weekly", "Enter how much a week; 0 if nothing");
    const auto from = form.date("from", "Enter the first day");
    const auto way = form.choice("way", values_of(ways()), "Choose how it is collected");
    const auto why = form.text("why", 1000, "Write how it came about");
    if (!form.is_good()) {
        return form_page(visit, view, proposal);
    }
    budget::ContributionTerm term;
    term.from = *from;
    term.weekly = *weekly;
    term.collected = *budget::collected_from_text(*way);
    const Outcome kept =
        casework::set_contribution(visit.desk, view.person.id, *stream, term, *why);
    if (!kept) {
        form.refuse(kept.error(), {{"casework.reasons_missing", "why"}}, "weekly");
        return form_page(visit, view, proposal);
    }
    return redirect(person_path(visit, "/record"));
}

// --- paying in -----------------------------------------------------------------------------------

std::vector<Choice> paid_choices(const std::vector<casework::PaidIn>& paid) {
    std::vector<Choice> choices;
    choices.reserve(paid.size());
    for (const casework::PaidIn& each : paid) {
        choices.push_back({.value = each.stream,
                           .text = each.name,
                           .hint = each.to_pay_in().is_positive()
                                       ? each.to_pay_in().for_people() + " is still to be paid in."
                                       : std::string("Nothing is still to be paid in.")});
    }
    return choices;
}

Response paid_form(const Visit& visit, const std::vector<casework::PaidIn>& paid) {
    Html main;
    main << "<h1 class=\"govuk-heading-l\">Say what was paid in</h1>";
    if (paid.empty()) {
        main << "<p class=\"govuk-body\">Nobody asks you to pay money into the account of your "
                "support.</p>";
    } else {
        main << "<p class=\"govuk-body\">This is your own money. You pay it into the account of "
                "your support. Tell us each time, so that the figures are right.</p>"
             << form_open(visit, person_path(visit, "/contribution/paid"))
             << radios_field(visit.form, {.name = "stream",
                                          .legend = "Towards which money?",
                                          .choices = paid_choices(paid)})
             << money_field(visit.form, {.name = "amount",
                                         .label = "How much was paid in?",
                                         .classes = "govuk-input--width-10"})
             << date_field(visit.form, {.name = "on", .legend = "When?"})
             << submit_button("Say it was paid in") << form_close();
    }
    main << ways_out_part(visit, "contribution", "what is paid in");
    return show(visit, {.title = "Say what was paid in",
                        .main = std::move(main),
                        .back_href = person_path(visit, "/budget"),
                        .help = "spending"});
}

Result<Response> paid_page(Visit& visit) {
    TRY(const std::vector<casework::PaidIn> paid,
        casework::see_paid_in(visit.desk, visit.id<PersonId>("person")));
    if (paid.size() == 1) {
        visit.form.fill("stream", paid.front().stream);
    }
    fill_date(visit.form, "on", visit.desk.today);
    return paid_form(visit, paid);
}

Result<Response> say_paid(Visit& visit) {
    const PersonId person = visit.id<PersonId>("person");
    TRY(const std::vector<casework::PaidIn> paid, casework::see_paid_in(visit.desk, person));
    Form& form = visit.form;
    const auto stream = form.choice("stream", values_of(paid_choices(paid)), "Choose which money");
    const auto amount = form.money("amount", "Enter how much was paid in, like 24.00");
    const auto on = form.date("on", "Enter the day it was paid in");
    if (form.is_good()) {
        const Outcome kept = casework::pay_in(visit.desk, person, *stream, *on, *amount);
        if (kept) {
            return redirect(person_path(visit, "/budget"));
        }
        form.refuse(kept.error(),
                    {{"casework.day_ahead", "on"}, {"casework.no_contribution", "stream"}},
                    "amount");
    }
    return paid_form(visit, paid);
}

const Route routes[] = {
    {GET, "/people/{person}/contribution/paid", may::report_spending, paid_page,
     "Asks what a person paid into the account of her support"},
    {POST, "/people/{person}/contribution/paid", may::report_spending, say_paid,
     "Says that a person paid her contribution in"},
    {GET,
     "/people/{person}/contribution",
     may::see_record,
     told_page,
     "What a person pays towards her support, and how it is worked out",
     {"view"}},
    {GET, "/people/{person}/contribution/set", may::set_contribution, contribution_page,
     "What the means test proposes that a person pays; a worker decides"},
    {POST, "/people/{person}/contribution/set", may::set_contribution, set_contribution,
     "Sets what a person pays, from a day on"},
};

}  // namespace

std::span<const Route> contribution_routes() {
    return routes;
}

}  // namespace web
