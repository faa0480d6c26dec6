#include "command/example_nominee.h"

#include <algorithm>

#include "casework/arrange_help.h"
#include "casework/caseload.h"
#include "casework/change_budget.h"
#include "casework/report_spending.h"
#include "command/example_help.h"
#include "command/example_orders.h"
#include "store/due.h"
#include "store/ledger.h"
#include "store/plans.h"

namespace command {

namespace {

using budget::Holding;
using casework::Desk;
using people::Scope;

// By then it is known who of the people moves away.
constexpr std::int64_t days_until_end = 80;

bool is_direct(const casework::PlanLineDraft& line) {
    return line.holding == Holding::direct_payment;
}

std::optional<store::Payee> payee_of(ExampleWorld& world, const HelpInLife& nominee) {
    return world.book().read([&](store::Snapshot& snapshot) {
        return store::find_payee_of_nominee(snapshot, nominee.id);
    });
}

// What of her money is with a payee, or on its way there.
Money money_of(ExampleWorld& world, const Life& life, PayeeId payee,
               std::initializer_list<ledger::AccountKind> kinds) {
    const std::vector<ledger::Balance> balances = world.book().read(
        [&](store::Snapshot& snapshot) { return store::load_balances_of(snapshot, life.person); });
    Money sum;
    for (const ledger::Balance& balance : balances) {
        if (balance.account.payee == payee &&
            std::find(kinds.begin(), kinds.end(), balance.account.kind) != kinds.end()) {
            sum += balance.amount;
        }
    }
    return sum;
}

budget::Budget latest_budget(ExampleWorld& world, const Life& life) {
    const std::optional<budget::Budget> found = world.book().read(
        [&](store::Snapshot& snapshot) { return store::find_budget(snapshot, life.budget); });
    CHECK(found.has_value());
    return *found;
}

// The first day of a line for which nobody was paid.
Date first_day_not_paid(ExampleWorld& world, const Life& life, const budget::BudgetLine& line) {
    Date day = line.plan.dates.from;
    const std::vector<store::MadeInstalment> made =
        world.book().read([&](store::Snapshot& snapshot) {
            return store::load_instalments_of(snapshot, life.person);
        });
    for (const store::MadeInstalment& instalment : made) {
        if (instalment.line == line.plan.id) {
            day = std::max(day, instalment.covers.until);
        }
    }
    return day;
}

// A former nominee reports what was spent of the rest, and has nothing more to sign in for.
Outcome account_for_rest(ExampleWorld& world, const SharedLife& life, PayeeId payee,
                         AccountId account) {
    const Money rest = money_of(world, *life, payee, {ledger::AccountKind::paid_to_holder});
    if (life->is_closed || life->quiet_from || !rest.is_positive()) {
        return Done{};
    }
    Desk desk = world.desk(account);
    TRY_DONE(casework::report_held_spending(desk, payee, life->person, world.today(), rest,
                                            "The rest, as long as it was with me"));
    return Done{};
}

// Her worker answers what waits: each line goes on as a direct payment to her own account.
Outcome pay_to_herself(ExampleWorld& world, const SharedLife& life, PayeeId payee,
                       AccountId account) {
    if (life->is_closed || life->leaves_on) {
        return Done{};
    }
    Desk looking = world.desk(life->worker);
    TRY(const casework::RecordOverview record, casework::open_record(looking, life->person));
    Date last_paid = world.today();
    for (const casework::WorkItem& item : record.waiting) {
        const std::optional<PlanLineId> id = PlanLineId::parse(item.about);
        const budget::Budget before = latest_budget(world, *life);
        const budget::BudgetLine* line = id ? before.find(*id) : nullptr;
        if (item.waiting != people::Waiting::nominee_ended || line == nullptr) {
            continue;
        }
        const Date cut = first_day_not_paid(world, *life, *line);
        Desk desk = world.desk(life->worker);
        TRY_DONE(casework::change_holding(
            desk, life->person, *id, cut, Holding::direct_payment, std::nullopt,
            "The nominee ended. From now on the payments go to the person’s own account."));
        for (const budget::BudgetLine& after : latest_budget(world, *life).lines) {
            if (before.find(after.plan.id) == nullptr) {
                life->goes_on_as[*id] = {cut, after.plan.id};
            }
        }
        last_paid = std::max(last_paid, cut);
    }
    TRY_DONE(give_bank_details(world, life));
    world.on(last_paid, [&world, life, payee, account] {
        return account_for_rest(world, life, payee, account);
    });
    return Done{};
}

// One person ends it herself, when nothing is on its way.
Outcome end_nominee(ExampleWorld& world, const SharedLife& life) {
    if (world.has_nominee_ended || life->is_closed || life->leaves_on || life->quiet_from ||
        !life->nominee) {
        return Done{};
    }
    const HelpInLife nominee = *life->nominee;
    const std::optional<store::Payee> payee = payee_of(world, nominee);
    if (!payee || !life->has_budget) {
        return Done{};
    }
    using ledger::AccountKind;
    if (!money_of(world, *life, payee->id, {AccountKind::owed, AccountKind::clearing}).is_zero() ||
        money_of(world, *life, payee->id, {AccountKind::paid_to_holder}).is_zero()) {
        world.on(world.today().plus_days(1), [&world, life] { return end_nominee(world, life); });
        return Done{};
    }
    Desk desk = world.desk(life->account);
    TRY_DONE(casework::end_helper(desk, life->person, nominee.id));
    life->nominee.reset();
    world.has_nominee_ended = true;
    const PayeeId id = payee->id;
    const AccountId account = nominee.account;
    world.on(world.today().plus_days(world.between(1, 3)),
             [&world, life, id, account] { return pay_to_herself(world, life, id, account); });
    return Done{};
}

Outcome record_nominee(ExampleWorld& world, const SharedLife& life) {
    casework::HelpOffer offer;
    offer.name = world.any_of(world.council().first_names) +
                 life->name.substr(life->name.rfind(' '));  // somebody of her family
    offer.kind = "nominee";
    offer.scopes = {Scope::see, Scope::money};
    offer.from = world.today();
    offer.evidence = "The signed nominee form, seen on " + world.today().for_people();
    Desk desk = world.desk(life->worker);
    TRY(const casework::ArrangedHelp arranged, casework::record_helper(desk, life->person, offer));
    TRY(life->nominee, helper_of(world, *life, arranged.relationship));
    return Done{};
}

}  // namespace

Outcome name_nominee(ExampleWorld& world, const SharedLife& life,
                     std::vector<casework::PlanLineDraft>& lines) {
    // Of those who do not come to a budget nobody would see it.
    const bool is_first = !life->has_budget && life->stops_at > 6;
    if (!is_first || std::none_of(lines.begin(), lines.end(), is_direct)) {
        return Done{};
    }
    const std::int64_t number = ++world.direct_payment_plans;
    if (number % 20 == 2 || number == 5) {
        ++world.nominees_to_come;
    }
    if (world.nominees_to_come == 0 || (life->help && life->help->scopes.contains(Scope::money))) {
        return Done{};
    }
    --world.nominees_to_come;
    const ExampleWorld::Aside aside(world);
    TRY_DONE(record_nominee(world, life));
    for (casework::PlanLineDraft& line : lines) {
        if (is_direct(line)) {
            line.nominee = life->nominee->id;
        }
    }
    // The first goes on, also in the smallest example; of the others one ends.
    if (++world.nominees_named > 1) {
        world.on(world.today().plus_days(days_until_end),
                 [&world, life] { return end_nominee(world, life); });
    }
    return Done{};
}

budget::BudgetLine line_today(ExampleWorld& world, const Life& life,
                              const budget::BudgetLine& line) {
    const auto next = life.goes_on_as.find(line.plan.id);
    if (next == life.goes_on_as.end() || world.today() < next->second.first) {
        return line;
    }
    const budget::Budget budget = latest_budget(world, life);
    const budget::BudgetLine* found = budget.find(next->second.second);
    return found == nullptr ? line : *found;
}

}  // namespace command
