#include "command/example_next_year.h"

#include <algorithm>

#include "casework/make_plan.h"
#include "casework/record_cash_limit.h"
#include "casework/review_support.h"
#include "casework/see_budget.h"
#include "command/example_plan.h"
#include "store/ledger.h"
#include "store/plans.h"

namespace command {

namespace {

using casework::Desk;

constexpr std::int64_t limits_days_before = 35;
// Owners give a little more than for a year in which most budgets began late.
constexpr std::int64_t limits_percent = 120;

Outcome record_limits(ExampleWorld& world) {
    const CouncilYear next = CouncilYear::of(world.council().year.from).next();
    for (const auto& [stream, amount] : world.council().cash_limits) {
        Desk desk = world.desk(world.finance);
        TRY_DONE(casework::record_cash_limit(
            desk, stream, Money::pence(amount.in_pence() * limits_percent / 100),
            "The owner's letter about the next year, seen on " + world.today().for_people(), next));
    }
    return Done{};
}

bool is_paid_to(ExampleWorld& world, const budget::BudgetLine& line, const HelpInLife& nominee) {
    const std::optional<store::Payee> payee = world.book().read([&](store::Snapshot& snapshot) {
        return store::find_payee_of_nominee(snapshot, nominee.id);
    });
    return payee && line.plan.holder == payee->id;
}

// What of the support goes on: each line that runs to the year's end, for the next one.
std::vector<casework::PlanLineDraft> lines_that_go_on(ExampleWorld& world, const Life& life,
                                                      const budget::Budget& budget,
                                                      const Period& period) {
    std::vector<casework::PlanLineDraft> lines;
    for (const budget::BudgetLine& line : budget.lines) {
        const bool goes_on = line.plan.dates.until == world.council().year.until &&
                             line.plan.frequency.every != budget::Every::once;
        if (!goes_on) {
            continue;
        }
        casework::PlanLineDraft draft;
        draft.outcome = 0;
        draft.what = line.plan.what;
        draft.offer = line.plan.offer;
        draft.purpose = line.plan.purpose;
        draft.spending = line.plan.spending;
        draft.unit = line.plan.unit;
        draft.frequency = line.plan.frequency;
        if (draft.frequency.times > 1 && world.chance(15)) {
            --draft.frequency.times;  // she manages more by herself now
        }
        draft.price = line.plan.price;
        draft.own = line.plan.own;
        draft.dates = period;
        draft.holding = line.plan.holding;
        if (line.plan.holding != budget::Holding::direct_payment) {
            draft.holder = line.plan.holder;
        } else if (life.nominee && is_paid_to(world, line, *life.nominee)) {
            draft.nominee = life.nominee->id;
        }
        lines.push_back(std::move(draft));
    }
    return lines;
}

Outcome plan_next_year(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed || life->leaves_on) {
        return Done{};
    }
    const std::optional<budget::Budget> budget = world.book().read([&](store::Snapshot& snapshot) {
        return store::find_budget_of(snapshot, life->person, world.today());
    });
    CHECK(budget.has_value());
    const Period year = CouncilYear::of(world.council().year.from).next().period();
    const Period period{std::max(world.today(), year.from), year.until};
    const std::vector<casework::PlanLineDraft> lines =
        lines_that_go_on(world, *life, *budget, period);
    return lines.empty() ? Outcome(Done{}) : write_plan(world, life, period, lines);
}

Outcome review_for_next_year(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed || life->leaves_on) {
        return Done{};
    }
    Desk looking = world.desk(life->worker);
    TRY_DONE(casework::see_budget(looking, life->person));
    casework::ReviewRecord record;
    record.kind = people::ReviewKind::full;
    record.held_on = world.today();
    record.outcome = people::ReviewOutcome::stays;
    record.notes = "We looked back on the year. The support helps and goes on in the next one.";
    record.next_on = world.today().plus_months(6);
    record.next_kind = people::ReviewKind::light;
    Desk desk = world.desk(life->worker);
    TRY_DONE(casework::record_review(desk, life->person, record));
    world.on(world.today().plus_days(world.between(1, 5)),
             [&world, life] { return plan_next_year(world, life); });
    return Done{};
}

}  // namespace

void prepare_next_year(ExampleWorld& world) {
    world.on(world.council().year.until.plus_days(-limits_days_before),
             [&world] { return record_limits(world); });
}

void await_next_year(ExampleWorld& world, const SharedLife& life) {
    const Date end = world.council().year.until;
    const std::optional<budget::Budget> budget = world.book().read(
        [&](store::Snapshot& snapshot) { return store::find_budget(snapshot, life->budget); });
    if (!budget || budget->period.until > end) {
        return;  // her first budget is for the next year already
    }
    // About three of four in time; the others are reviewed when the new year has begun.
    const Date day = end.plus_days(-world.between(world.chance(76) ? 8 : -20, 34));
    world.on(std::max(day, world.today().plus_days(14)),
             [&world, life] { return review_for_next_year(world, life); });
}

}  // namespace command
