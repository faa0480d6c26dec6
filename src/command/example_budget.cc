#include "command/example_budget.h"

#include "assessment/decide_stream.h"
#include "casework/change_budget.h"
#include "casework/review_support.h"
#include "casework/see_assessment.h"
#include "casework/see_budget.h"
#include "command/example_changes.h"
#include "command/example_next_year.h"
#include "command/example_orders.h"

namespace command {

namespace {

using casework::Desk;

// Sets what the means test of the rules asks for with her answers about money, as a worker would;
// chance says only how it is collected. Where it asks for nothing, nothing is set.
Outcome set_contribution(ExampleWorld& world, const SharedLife& life) {
    Desk looking = world.desk(life->worker);
    TRY(const casework::AssessmentView view,
        casework::see_assessment(looking, life->person, "contribution"));
    for (const assessment::StreamSum& sum : view.assess(world.today()).sums) {
        if (!sum.contribution || !sum.contribution->is_positive() ||
            assessment::latest(view.decisions, sum.stream.id, assessment::Stage::agreed) ==
                nullptr) {
            continue;
        }
        budget::ContributionTerm term;
        term.from = world.today().plus_days(14);
        term.weekly = *sum.contribution;
        term.collected = world.chance(60) ? budget::Collected::net : budget::Collected::gross;
        Desk desk = world.desk(life->worker);
        TRY_DONE(casework::set_contribution(
            desk, life->person, sum.stream.id, term,
            "This is what the means test asks for, worked out from income, savings and extra "
            "costs."));
    }
    return Done{};
}

// Most reviews are held near their day, and each names the next; some are late, as everywhere.
void await_review(ExampleWorld& world, const SharedLife& life, Date due) {
    const std::int64_t at = world.between(1, 100);
    if (at > 88) {
        return;  // nobody has come to it yet
    }
    const std::int64_t shift = world.between(-9, 12);
    world.on(due.plus_days(shift), [&world, life, at]() -> Outcome {
        if (life->is_closed) {
            return Done{};
        }
        Desk looking = world.desk(life->worker);
        TRY_DONE(casework::see_budget(looking, life->person));
        casework::ReviewRecord record;
        record.kind = people::ReviewKind::light;
        record.held_on = world.today();
        record.outcome =
            at > 80 ? people::ReviewOutcome::plan_changes : people::ReviewOutcome::stays;
        record.notes = at > 80 ? "The support helps. Some of it will be at other times of the day."
                               : "The support does what the plan says. Nothing changes.";
        record.next_on = world.today().plus_months(6);
        record.next_kind = people::ReviewKind::full;
        Desk desk = world.desk(life->worker);
        TRY_DONE(casework::record_review(desk, life->person, record));
        await_review(world, life, *record.next_on);
        return Done{};
    });
}

}  // namespace

Outcome live_with_budget(ExampleWorld& world, const SharedLife& life) {
    const bool goes_on = life->has_budget;  // as it was agreed for the year before
    life->has_budget = true;
    TRY_DONE(give_bank_details(world, life));
    if (goes_on) {
        return order_for_year(world, life);
    }
    TRY_DONE(set_contribution(world, life));
    Desk desk = world.desk(life->worker);
    const Date review = world.today().plus_months(4);
    TRY_DONE(casework::set_review(desk, life->person, people::ReviewKind::light, review));
    await_review(world, life, review);
    begin_changes(world, life);
    await_next_year(world, life);
    return order_for_year(world, life);
}

}  // namespace command
