#include "command/example_changes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "casework/change_budget.h"
#include "casework/close_record.h"
#include "command/example_orders.h"
#include "store/plans.h"

namespace command {

namespace {

using budget::BudgetLine;
using budget::Holding;
using casework::Desk;

// Orders are placed a month at a time, so from this many days ahead on nothing is ordered yet.
constexpr std::int64_t days_ordered = 35;

std::optional<budget::Budget> budget_of(ExampleWorld& world, const Life& life) {
    return world.book().read([&](store::Snapshot& snapshot) {
        return store::find_budget_of(snapshot, life.person, world.today());
    });
}

// What a worker is told when a change cannot be made as she meant it; she leaves it then.
bool is_told(const Error& error) {
    constexpr std::array<std::string_view, 7> told = {
        "budget.not_enough",     "budget.no_cash",    "budget.cut_outside_line",
        "budget.above_limit",    "ledger.not_enough", "casework.payment_on_its_way",
        "casework.no_cash_limit"};
    return std::find(told.begin(), told.end(), error.code) != told.end();
}

Outcome leave_it(const Outcome& changed) {
    return changed || is_told(changed.error()) ? Outcome(Done{}) : changed;
}

// What she adds to a line was the least that is enough, and a nominee was chosen with care: these
// stay as they are.
bool is_settled(const Life& life, const BudgetLine& line) {
    return line.plan.own.is_positive() ||
           (life.nominee && line.plan.holding == Holding::direct_payment);
}

// A line that goes on long enough for a change to matter.
std::optional<BudgetLine> draw_line(ExampleWorld& world, const Life& life) {
    const std::optional<budget::Budget> budget = budget_of(world, life);
    std::vector<BudgetLine> lines;
    for (const BudgetLine& line : budget ? budget->lines : std::vector<BudgetLine>{}) {
        if (line.plan.frequency.every != budget::Every::once && !life.cut.contains(line.plan.id) &&
            line.plan.offer && !is_settled(life, line) && line.plan.dates.from < world.today() &&
            line.plan.dates.until > world.today().plus_days(days_ordered + 28)) {
            lines.push_back(line);
        }
    }
    return lines.empty() ? std::nullopt : std::optional<BudgetLine>(world.any_of(lines));
}

// The old line lives until the cut, the new one from then on.
Outcome go_on(ExampleWorld& world, const SharedLife& life, const budget::Budget& before,
              PlanLineId old, Date cut) {
    life->cut[old] = cut;
    TRY_DONE(give_bank_details(world, life));
    const std::optional<budget::Budget> after = budget_of(world, *life);
    for (const BudgetLine& line : after->lines) {
        if (before.find(line.plan.id) == nullptr) {
            queue_line(world, life, line);
        }
    }
    return Done{};
}

Outcome change_terms(ExampleWorld& world, const SharedLife& life, const BudgetLine& line,
                     Date cut) {
    const bool is_managed = line.plan.holding == Holding::council_managed;
    casework::LineTerms terms{line.plan.price, line.plan.frequency};
    std::string why;
    if (!is_managed && world.chance(40)) {
        terms.price = Money::pence(terms.price.in_pence() * 104 / 100);
        why = "Her assistant is paid more from this day on.";
    } else if (terms.frequency.times > 1 && world.chance(55)) {
        --terms.frequency.times;
        why = "She manages more by herself now and wants it less often.";
    } else {
        ++terms.frequency.times;
        why = "She needs this more often than we agreed.";
    }
    const std::optional<budget::Budget> before = budget_of(world, *life);
    Desk desk = world.desk(life->worker);
    Outcome changed = casework::change_line(desk, life->person, line.plan.id, cut, terms, why);
    if (!changed && (changed.error().code == "budget.above_limit" ||
                     changed.error().code == "budget.above_variance")) {
        Desk manager = world.desk(world.manager);
        changed = casework::change_line(manager, life->person, line.plan.id, cut, terms, why);
    }
    return changed ? go_on(world, life, *before, line.plan.id, cut) : leave_it(changed);
}

Outcome change_holder(ExampleWorld& world, const SharedLife& life, const BudgetLine& line,
                      Date cut) {
    const bool is_managed = line.plan.holding == Holding::council_managed;
    const Holding next = is_managed ? Holding::direct_payment : Holding::council_managed;
    const std::optional<budget::Budget> before = budget_of(world, *life);
    Desk desk = world.desk(life->worker);
    const Outcome changed = casework::change_holding(
        desk, life->person, line.plan.id, cut, next, std::nullopt,
        is_managed ? "She wants to choose and pay for this herself."
                   : "The paperwork became too much. The council pays the provider.");
    return changed ? go_on(world, life, *before, line.plan.id, cut) : leave_it(changed);
}

Outcome change_something(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed || life->leaves_on) {
        return Done{};
    }
    const std::optional<BudgetLine> line = draw_line(world, *life);
    if (!line) {
        return Done{};
    }
    // What the council manages is changed where nothing is ordered yet; what is paid in advance, in
    // the middle of a period.
    const bool is_managed = line->plan.holding == Holding::council_managed;
    const Date cut = world.today().plus_days(is_managed ? days_ordered : world.between(4, 24));
    return world.chance(60) ? change_terms(world, life, *line, cut)
                            : change_holder(world, life, *line, cut);
}

// Ends the budget; a payment on its way to the bank is waited for.
Outcome end_budget(ExampleWorld& world, const SharedLife& life, Date until,
                   const std::string& why) {
    Desk desk = world.desk(life->worker);
    Outcome ended = casework::end_budget(desk, life->person, until, why);
    if (!ended && ended.error().code == "casework.payment_on_its_way") {
        world.on(world.today().plus_days(3),
                 [&world, life, until, why] { return end_budget(world, life, until, why); });
        return Done{};
    }
    return ended;
}

Outcome die(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed || life->leaves_on) {
        return Done{};
    }
    const Date on = world.today().plus_days(-1);
    Desk looking = world.desk(life->worker);
    TRY_DONE(casework::see_closing(looking, life->person, casework::ClosedBy::death, on));
    Desk desk = world.desk(life->worker);
    TRY_DONE(casework::close_record(desk, life->person, casework::ClosedBy::death, on));
    life->is_closed = true;
    life->died_on = on;
    return end_budget(world, life, on.plus_days(1), "She died. We are sorry.");
}

Outcome move_away(ExampleWorld& world, const SharedLife& life) {
    if (life->is_closed) {
        return Done{};
    }
    const Date on = world.today();
    Desk looking = world.desk(life->worker);
    TRY_DONE(casework::see_closing(looking, life->person, casework::ClosedBy::move, on));
    Desk desk = world.desk(life->worker);
    TRY_DONE(casework::close_record(desk, life->person, casework::ClosedBy::move, on));
    life->is_closed = true;
    return end_budget(world, life, on, "She moved to her daughter in another council.");
}

}  // namespace

void begin_changes(ExampleWorld& world, const SharedLife& life) {
    const std::int64_t number = ++world.budgets_begun;
    const Date today = world.today();
    if (number % 60 == 14) {
        const Date day = today.plus_days(world.between(45, 100));
        life->quiet_from = day.plus_days(-days_ordered);
        world.on(day, [&world, life] { return die(world, life); });
    } else if (number == 10) {
        // She tells the council early, so nothing is ordered for the days after.
        world.on(today.plus_days(world.between(20, 60)), [&world, life]() -> Outcome {
            life->leaves_on = world.today().plus_days(days_ordered);
            life->quiet_from = world.today();
            world.on(*life->leaves_on, [&world, life] { return move_away(world, life); });
            return Done{};
        });
    } else if (world.chance(22)) {
        world.on(today.plus_days(world.between(40, 160)),
                 [&world, life] { return change_something(world, life); });
    }
}

}  // namespace command
