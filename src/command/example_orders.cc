#include "command/example_orders.h"

#include <algorithm>

#include "casework/bank_details.h"
#include "casework/buy_support.h"
#include "casework/change_budget.h"
#include "casework/confirm_delivery.h"
#include "casework/hold_money.h"
#include "casework/report_spending.h"
#include "casework/see_budget.h"
#include "command/example_nominee.h"
#include "command/example_own_money.h"
#include "payments/bank_details.h"
#include "store/bank_details.h"
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

// Her worker looks into what she disputed and both agree: the provider takes the report back and
// reports one less, or she says yes after all. Some are not settled yet.
Outcome settle_dispute(ExampleWorld& world, const Order& order, DeliveryId delivery) {
    const std::int64_t at = world.between(1, 100);
    if (at > 90 || order.life->is_closed) {
        return Done{};
    }
    casework::Desk looking = world.desk(order.life->worker);
    TRY_DONE(casework::see_order(looking, order.life->person, order.id));
    if (at > 50 || order.quantity < 2) {
        casework::Desk desk = world.desk(order.life->account);
        return casework::confirm_delivery(desk, order.life->person, delivery);
    }
    casework::Desk back = world.desk(order.provider_account);
    TRY_DONE(casework::withdraw_delivery(back, order.provider, delivery));
    market::DeliveryReport less;
    less.on = order.dates.last_day();
    less.quantity = order.quantity - 1;
    less.note = "One was cut short. We agreed to take it off.";
    casework::Desk again = world.desk(order.provider_account);
    TRY(const DeliveryId id, casework::report_delivery(again, order.provider, order.id, less));
    casework::Desk desk = world.desk(order.life->account);
    return casework::confirm_delivery(desk, order.life->person, id);
}

// The worker answers what waits when she has died, on what the provider shows.
Outcome answer_after_death(ExampleWorld& world, const Order& order, DeliveryId delivery) {
    casework::Desk desk = world.desk(order.life->worker);
    return casework::answer_delivery_after_end(
        desk, order.life->person, delivery, order.dates.last_day() <= *order.life->died_on,
        "The provider's time sheets, seen on " + world.today().for_people());
}

// She answers what the provider reported: nearly always yes.
Outcome answer_delivery(ExampleWorld& world, const Order& order, DeliveryId delivery) {
    if (order.life->died_on) {
        return answer_after_death(world, order, delivery);
    }
    const std::int64_t at = world.between(1, 1000);
    casework::Desk desk = world.desk(who_does(world, *order.life, people::Scope::order));
    if (at <= 12) {
        return casework::refuse_delivery(desk, order.life->person, delivery,
                                         "Nobody came on two of these days.");
    }
    if (at <= 24) {
        TRY_DONE(casework::dispute_delivery(desk, order.life->person, delivery,
                                            "They left much earlier than the report says."));
        const Order kept = order;
        world.on(world.today().plus_days(world.between(4, 16)),
                 [&world, kept, delivery] { return settle_dispute(world, kept, delivery); });
        return Done{};
    }
    if (at <= 35) {
        return Done{};  // she does not answer; a reminder follows
    }
    return casework::confirm_delivery(desk, order.life->person, delivery);
}

Outcome report(ExampleWorld& world, const Order& order) {
    if (order.life->died_on) {
        return Done{};  // the order ended with her
    }
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
    if (order.life->died_on) {
        return Done{};
    }
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

// Whether an order was refused because the money is not there, or may not be added to.
bool is_short(const Error& error) {
    return error.code == "budget.not_enough" || error.code == "casework.top_up_not_allowed" ||
           error.code == "casework.top_up_alone";
}

// Where her funds cannot pay it all, she may add a little of her own money, if the rules let her.
Result<PurchaseId> buy_with_own_money(ExampleWorld& world, const SharedLife& life, AccountId orders,
                                      OfferId offer, const market::Order& wanted) {
    casework::Desk looking = world.desk(orders);
    TRY(const casework::OrderPreview preview,
        casework::preview_order(looking, life->person, offer, wanted));
    if (preview.own > Money::pence(60'00) ||
        preview.own + preview.own > preview.purchase.amount()) {
        return Error{"budget.not_enough", "It would take more of her own money than she has."};
    }
    casework::Desk desk = world.desk(orders);
    return casework::buy_support(desk, life->person, offer, wanted, preview.own);
}

Outcome order(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line,
              const Period& month) {
    if (life->is_closed) {
        return Done{};
    }
    Period dates = month;
    const auto cut = life->cut.find(line.plan.id);
    if (cut != life->cut.end()) {
        dates.until = std::min(dates.until, cut->second);
    }
    dates.until = std::min(dates.until, life->leaves_on.value_or(dates.until));
    if (dates.until <= dates.from) {
        return Done{};
    }
    std::int64_t quantity = line.plan.units_in(dates);
    if (quantity <= 0) {
        return Done{};
    }
    market::Order wanted;
    wanted.quantity = quantity;
    wanted.dates = dates;
    wanted.line = line.plan.id;
    const AccountId orders = who_does(world, *life, people::Scope::order);
    casework::Desk desk = world.desk(orders);
    Result<PurchaseId> placed = Error{"budget.not_enough", "Nothing more is wanted."};
    if (dates.until == line.plan.dates.until && world.chance(35)) {
        // She has got to know the helpers and wants a little more of it, if need be at her cost.
        market::Order more = wanted;
        more.quantity += world.between(1, 2);
        placed = buy_with_own_money(world, life, orders, *line.plan.offer, more);
        quantity = placed ? more.quantity : quantity;
    }
    if (!placed && is_short(placed.error())) {
        TRY(const Money planned, planned_for_order(world, *life, orders, line.plan, wanted));
        placed = casework::buy_support(desk, life->person, *line.plan.offer, wanted, planned);
    }
    if (!placed && (placed.error().code == "budget.not_enough" ||
                    placed.error().code == "casework.own_part_changed")) {
        placed = buy_with_own_money(world, life, orders, *line.plan.offer, wanted);
    }
    if (!placed) {
        // A declined or changed month can leave too little for the last one; she buys less then.
        return is_short(placed.error()) ? Outcome(Done{}) : Outcome(placed.error());
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
void queue_reports(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& agreed) {
    for (Date day = agreed.plan.dates.from.plus_days(25); day < agreed.plan.dates.until;
         day = day.plus_days(28)) {
        world.on(day, [&world, life, agreed]() -> Outcome {
            const budget::BudgetLine line = line_today(world, *life, agreed);
            const auto cut = life->cut.find(line.plan.id);
            const bool is_quiet = life->quiet_from && world.today() >= *life->quiet_from;
            if (life->is_closed || is_quiet ||
                (cut != life->cut.end() && world.today() >= cut->second)) {
                return Done{};
            }
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
            const Money own = own_beside(line.plan, spent, world.today());
            const std::optional<PlanLineId> part =
                own.is_positive() ? std::optional<PlanLineId>(line.plan.id) : std::nullopt;
            if (is_own) {
                TRY_DONE(casework::report_spending(desk, life->person, *line.plan.holder,
                                                   world.today(), spent, line.plan.what, part,
                                                   own));
            } else {
                TRY_DONE(casework::report_held_spending(desk, *line.plan.holder, life->person,
                                                        world.today(), spent, line.plan.what, part,
                                                        own));
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

// The budget she accepted last, as it is now.
Result<budget::Budget> budget_of(ExampleWorld& world, const Life& life) {
    const std::optional<budget::Budget> budget = world.book().read(
        [&](store::Snapshot& snapshot) { return store::find_budget(snapshot, life.budget); });
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
    TRY(const budget::Budget budget, budget_of(world, *life));
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
        const bool has_given = world.book().read([&](store::Snapshot& snapshot) {
            return !store::load_bank_details_of(snapshot, payee->id).empty();
        });
        if (has_given) {
            continue;
        }
        TRY(const payments::BankAccount drawn, draw_account(world, payee->name));
        if (payee->kind == "holder") {
            // A nominee answers for itself; somebody is named to sign in for a fund or a trust.
            AccountId user;
            if (payee->relationship) {
                user = signs_in_for(world, payee->id, life->account);
            } else {
                TRY(user, name_user(world, life->person, *payee, life->worker));
            }
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

void queue_line(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line) {
    if (is_done(line)) {
        queue_reports(world, life, line);
    } else if (line.plan.offer) {
        queue_orders(world, life, line);
    }
}

Outcome order_for_year(ExampleWorld& world, const SharedLife& life) {
    TRY(const budget::Budget budget, budget_of(world, *life));
    for (const budget::BudgetLine& line : budget.lines) {
        queue_line(world, life, line);
    }
    return Done{};
}

}  // namespace command
