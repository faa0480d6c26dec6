#include "command/example_orders.h"

#include <algorithm>

#include "casework/bank_details.h"
#include "casework/buy_support.h"
#include "casework/change_budget.h"
#include "casework/confirm_delivery.h"
#include "casework/hold_money.h"
#include "casework/report_spending.h"
#include "payments/bank_details.h"
#include "store/ledger.h"
#include "store/payee_owners.h"
#include "store/plans.h"

namespace command {

namespace {

// Sort codes that no bank has, and drawn numbers.
Result<payments::BankAccount> draw_account(ExampleWorld& world, const std::string& name) {
    return payments::BankAccount::make("9000" + std::to_string(world.between(10, 99)),
                                       std::to_string(world.between(10'000'000, 99'999'999)), name);
}

Outcome confirm(ExampleWorld& world, BankDetailsId details) {
    casework::Desk desk = world.desk(world.finance_release);
    return casework::confirm_bank_details(desk, details);
}

bool is_done(const budget::BudgetLine& line) {
    return line.plan.holding != budget::Holding::council_managed;
}

struct Order {
    SharedLife life;
    PurchaseId id;
    ProviderId provider;
    AccountId provider_account;
    std::int64_t quantity = 0;
    Period dates;
};

// She answers what the provider reported: nearly always yes.
Outcome answer_delivery(ExampleWorld& world, const Order& order, DeliveryId delivery) {
    const std::int64_t at = world.between(1, 1000);
    casework::Desk desk = world.desk(who_does(world, *order.life, people::Scope::order));
    if (at <= 12) {
        return casework::refuse_delivery(desk, order.life->person, delivery,
                                         "Nobody came on two of these days.");
    }
    if (at <= 20) {
        return casework::dispute_delivery(desk, order.life->person, delivery,
                                          "They left much earlier than the report says.");
    }
    if (at <= 35) {
        return Done{};  // she does not answer; a reminder follows
    }
    return casework::confirm_delivery(desk, order.life->person, delivery);
}

Outcome report(ExampleWorld& world, const Order& order) {
    market::DeliveryReport delivery;
    delivery.on = std::min(order.dates.last_day(), world.today());
    const bool one_missed = order.quantity > 3 && world.chance(12);
    delivery.quantity = one_missed ? order.quantity - 1 : order.quantity;
    delivery.note = one_missed ? "One was missed: our worker was ill." : "";
    casework::Desk desk = world.desk(order.provider_account);
    TRY(const DeliveryId id, casework::report_delivery(desk, order.provider, order.id, delivery));
    const Order kept = order;
    world.on(world.today().plus_days(world.between(0, 4)),
             [&world, kept, id] { return answer_delivery(world, kept, id); });
    if (one_missed) {
        world.on(world.today().plus_days(9), [&world, kept]() -> Outcome {
            casework::Desk closing = world.desk(kept.life->account);
            const Outcome closed = casework::close_order(closing, kept.life->person, kept.id);
            return Done{};  // a delivery nobody answered keeps the order open, as it should
        });
    }
    return Done{};
}

Outcome accept(ExampleWorld& world, const Order& order) {
    casework::Desk desk = world.desk(order.provider_account);
    if (world.chance(2)) {
        return casework::decline_order(desk, order.provider, order.id,
                                       "We have nobody free on these days.");
    }
    TRY_DONE(casework::accept_order(desk, order.provider, order.id));
    const Order kept = order;
    world.on(order.dates.last_day().plus_days(1), [&world, kept] { return report(world, kept); });
    return Done{};
}

Outcome order(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line,
              const Period& dates) {
    const std::int64_t quantity = line.plan.units_in(dates);
    if (quantity <= 0) {
        return Done{};
    }
    market::Order wanted;
    wanted.quantity = quantity;
    wanted.dates = dates;
    wanted.line = line.plan.id;
    casework::Desk desk = world.desk(who_does(world, *life, people::Scope::order));
    const Result<PurchaseId> placed =
        casework::buy_support(desk, life->person, *line.plan.offer, wanted);
    if (!placed) {
        // A declined or changed month can leave too little for the last one; she buys less then.
        return placed.error().code == "budget.not_enough" ? Outcome(Done{})
                                                          : Outcome(placed.error());
    }
    const ProviderId provider = *line.plan.provider;
    const Order made{life,     *placed, provider, world.provider_accounts.at(provider),
                     quantity, dates};
    world.on(world.today().plus_days(1), [&world, made] { return accept(world, made); });
    return Done{};
}

// Orders the council-managed lines a month at a time, a few days ahead.
void queue_orders(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line) {
    for (Date from = line.plan.dates.from; from < line.plan.dates.until;
         from = from.plus_days(28)) {
        const Period dates{from, std::min(from.plus_days(28), line.plan.dates.until)};
        world.on(from.plus_days(-3),
                 [&world, life, line, dates] { return order(world, life, line, dates); });
    }
}

// Who signs in for a payee: the person for her own account, for a holder whoever a worker named.
AccountId signs_in_for(ExampleWorld& world, PayeeId payee, AccountId person_account) {
    return world.book().read([&](store::Snapshot& snapshot) {
        const std::vector<store::PayeeOwner> owners = store::load_payee_owners(snapshot, payee);
        return owners.empty() ? person_account : owners.back().account;
    });
}

// A holder reports most of what it was paid, month by month.
void queue_reports(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line) {
    for (Date day = line.plan.dates.from.plus_days(25); day < line.plan.dates.until;
         day = day.plus_days(28)) {
        world.on(day, [&world, life, line]() -> Outcome {
            Money there;
            world.book().read([&](store::Snapshot& snapshot) {
                for (const ledger::Portion& portion : line.portions) {
                    there += store::load_balance(
                        snapshot, {ledger::AccountKind::paid_to_holder, portion.stream,
                                   life->person, *line.plan.holder});
                }
                return 0;
            });
            const Money spent = Money::pence(there.in_pence() * world.between(70, 98) / 100);
            if (!spent.is_positive()) {
                return Done{};
            }
            const AccountId reporter = signs_in_for(world, *line.plan.holder, life->account);
            const bool is_own = reporter == life->account;
            casework::Desk desk =
                world.desk(is_own ? who_does(world, *life, people::Scope::money) : reporter);
            if (is_own) {
                TRY_DONE(casework::report_spending(desk, life->person, *line.plan.holder,
                                                   world.today(), spent, line.plan.what));
            } else {
                TRY_DONE(casework::report_held_spending(desk, *line.plan.holder, life->person,
                                                        world.today(), spent, line.plan.what));
            }
            return Done{};
        });
    }
}

// One natural person signs in for all the money a fund or a trust holds.
Result<AccountId> name_user(ExampleWorld& world, PersonId person, const store::Payee& holder,
                            AccountId worker) {
    casework::Desk desk = world.desk(worker);
    casework::HolderUser user;
    user.evidence = "The signed agreement, seen on " + world.today().for_people();
    const auto known = world.holder_accounts.find(holder.name);
    if (known != world.holder_accounts.end()) {
        user.account = known->second;
    } else {
        user.name = holder.name.starts_with("Trust") ? "Tess Elm" : "Ward Fenn";
    }
    TRY(const casework::NamedHolderUser named,
        casework::name_holder_user(desk, person, holder.id, user));
    world.holder_accounts[holder.name] = named.account;
    return named.account;
}

Result<budget::Budget> budget_of(ExampleWorld& world, PersonId person) {
    const std::optional<budget::Budget> budget = world.book().read(
        [&](store::Snapshot& snapshot) { return store::find_budget_of(snapshot, person); });
    if (!budget) {
        return Error{"budget.no_budget", "There is no budget."};
    }
    return *budget;
}

}  // namespace

Outcome give_provider_details(ExampleWorld& world) {
    for (const ExampleProvider& provider : world.providers) {
        TRY(const payments::BankAccount account, draw_account(world, provider.facts->name));
        casework::Desk desk = world.desk(provider.account);
        TRY(const BankDetailsId id,
            casework::change_provider_bank_details(desk, provider.id, account));
        TRY_DONE(confirm(world, id));
    }
    return Done{};
}

Outcome give_bank_details(ExampleWorld& world, const SharedLife& life) {
    TRY(const budget::Budget budget, budget_of(world, life->person));
    std::vector<PayeeId> given;
    for (const budget::BudgetLine& line : budget.lines) {
        if (!is_done(line) || !line.plan.holder ||
            std::find(given.begin(), given.end(), *line.plan.holder) != given.end()) {
            continue;
        }
        given.push_back(*line.plan.holder);
        const std::optional<store::Payee> payee = world.book().read([&](store::Snapshot& snapshot) {
            return store::find_payee(snapshot, *line.plan.holder);
        });
        CHECK(payee.has_value());
        TRY(const payments::BankAccount drawn, draw_account(world, payee->name));
        if (payee->kind == "holder") {
            TRY(const AccountId user, name_user(world, life->person, *payee, life->worker));
            casework::Desk desk = world.desk(user);
            TRY(const BankDetailsId id,
                casework::change_holder_bank_details(desk, payee->id, drawn));
            TRY_DONE(confirm(world, id));
            continue;
        }
        casework::Desk desk = world.desk(life->account);
        TRY(const BankDetailsId id,
            casework::change_bank_details(desk, life->person, payee->id, drawn));
        TRY_DONE(confirm(world, id));
    }
    return Done{};
}

Outcome order_for_year(ExampleWorld& world, const SharedLife& life) {
    TRY(const budget::Budget budget, budget_of(world, life->person));
    for (const budget::BudgetLine& line : budget.lines) {
        if (is_done(line)) {
            queue_reports(world, life, line);
        } else if (line.plan.offer) {
            queue_orders(world, life, line);
        }
    }
    return Done{};
}

}  // namespace command
