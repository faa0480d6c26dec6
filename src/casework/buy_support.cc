#include "casework/buy_support.h"

#include <algorithm>

#include "base/text.h"
#include "budget/budget.h"
#include "casework/end_orders.h"
#include "casework/held_parts.h"
#include "casework/offer_terms.h"
#include "casework/own_money.h"
#include "casework/stream_rules.h"
#include "market/delivery.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/own_parts.h"
#include "store/people.h"
#include "store/plans.h"

namespace casework {

namespace {

using market::PurchaseStatus;
using people::Action;

Error order_unknown() {
    return {"market.order_unknown", "This order does not exist. Go back to the list of orders."};
}

Result<market::Purchase> draft_of(Desk& desk, store::View& view, PersonId person, OfferId offer_id,
                                  market::Order wanted) {
    const std::optional<market::Offer> offer = offer_on(view, offer_id, desk.today);
    if (!offer) {
        return Error{"market.offer_unknown",
                     "This offer is not there any more. Choose another one."};
    }
    const std::optional<market::Provider> provider = store::find_provider(view, offer->provider);
    CHECK(provider.has_value());
    const bool council_may_pay = std::find(provider->accepts.begin(), provider->accepts.end(),
                                           market::Payer::council) != provider->accepts.end();
    if (!council_may_pay) {
        return Error{"market.provider_not_paid_so",
                     provider->name +
                         " does not take payment from the council. You can buy from "
                         "them with money that you hold yourself."};
    }
    if (wanted.line && !find_line_of(view, person, *wanted.line)) {
        return Error{"casework.part_unknown",
                     "Choose which part of your plan this is for from the list."};
    }
    TRY(wanted.note, base::plain_text(wanted.note, 500));
    wanted.person = person;
    TRY(market::Purchase purchase, market::order(*offer, wanted, desk.today));
    purchase.places = market::places_of(*offer, *provider);
    purchase.languages = market::languages_of(*offer, *provider);
    return purchase;
}

ledger::Act entry_act(Desk& desk, const market::Purchase& purchase, CouncilYear year) {
    ledger::Act entry;
    entry.id = desk.new_id<EntryId>();
    entry.on = year.not_before(desk.today);
    entry.year = year;
    entry.recorded = desk.now;
    entry.person = purchase.person;
    entry.about = purchase.id.to_text();
    entry.line = purchase.line;
    return entry;
}

std::string name_of(const std::vector<budget::StreamRule>& rules, const StreamId& stream) {
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const auto& each) { return each.id == stream; });
    return rule == rules.end() ? stream : rule->name;
}

Result<market::Purchase> order_of_provider(store::View& view, ProviderId provider, PurchaseId id) {
    std::optional<market::Purchase> purchase = store::find_purchase(view, id);
    if (!purchase || purchase->provider != provider) {
        return order_unknown();
    }
    return std::move(*purchase);
}

Outcome end_order(Desk& desk, PersonId person, PurchaseId id, PurchaseStatus status,
                  const std::string& name) {
    return act(
        desk, {name, Action::place_order, {.person = person}, "Ended an order"},
        [&](Acting& acting) -> Outcome {
            const std::optional<market::Purchase> found = store::find_purchase(acting.tx, id);
            if (!found || found->person != person) {
                return order_unknown();
            }
            for (const market::Delivery& delivery : store::load_deliveries_of(acting.tx, id)) {
                if (delivery.status == market::DeliveryStatus::reported ||
                    delivery.status == market::DeliveryStatus::disputed) {
                    return Error{"market.delivery_waiting",
                                 "The provider says something was done. Answer that first, then "
                                 "end the order."};
                }
            }
            TRY(const market::Purchase ended, market::become(*found, status));
            TRY_DONE(free_ended(desk, acting.tx, ended));
            store::keep(acting.tx, ended);
            acting.about = id.to_text();
            return Done{};
        });
}

}  // namespace

Result<PurchaseId> buy_support(Desk& desk, PersonId person, OfferId offer,
                               const market::Order& wanted, Money own) {
    market::Order order = wanted;
    order.id = desk.new_id<PurchaseId>();
    return act(
        desk, {"buy_support", Action::place_order, {.person = person}, "Ordered support"},
        [&](Acting& acting) -> Result<PurchaseId> {
            TRY(const people::Person record, store::load_person(acting.tx, person));
            if (!record.is_open_on(desk.today)) {
                return Error{"casework.record_closed",
                             "This record is closed. Nothing new can begin on it."};
            }
            TRY(const market::Purchase draft, draft_of(desk, acting.tx, person, offer, order));
            TRY(const CouncilYear year, year_for(acting.tx, person, draft.dates));
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, record));
            TRY(const std::vector<budget::StreamRule> rules,
                rules_for_ordering(*package, acting.tx, person, year, draft.dates, desk.today));
            TRY(const PaidBy paid, split_price(desk, acting.tx, draft, rules, own));
            ledger::Act entry = entry_act(desk, draft, year);
            entry.cause = "hold:" + draft.id.to_text();
            TRY(const ledger::Entry hold, ledger::hold(entry, paid.portions));
            TRY_DONE(store::append(acting.tx, hold));
            TRY(const market::Purchase placed, market::become(draft, PurchaseStatus::placed));
            store::keep(acting.tx, placed);
            if (paid.own.is_positive()) {
                store::keep_own_part(acting.tx, placed.id, paid.own);
            }
            return placed.id;
        });
}

Result<OrderPreview> preview_order(Desk& desk, PersonId person, OfferId offer,
                                   const market::Order& wanted) {
    return look(desk, person, Action::place_order, "order",
                [&](store::Snapshot& snapshot) -> Result<OrderPreview> {
                    OrderPreview preview;
                    market::Order order = wanted;
                    order.id = desk.new_id<PurchaseId>();
                    TRY(preview.purchase, draft_of(desk, snapshot, person, offer, order));
                    TRY(const CouncilYear year, year_for(snapshot, person, preview.purchase.dates));
                    TRY(const std::shared_ptr<const policy::Package> package,
                        package_of(desk.shelf, snapshot, person));
                    TRY(const std::vector<budget::StreamRule> rules,
                        rules_for_ordering(*package, snapshot, person, year, preview.purchase.dates,
                                           desk.today));
                    TRY(PaidBy paid, split_price(desk, snapshot, preview.purchase, rules));
                    preview.portions = std::move(paid.portions);
                    for (const ledger::Portion& portion : preview.portions) {
                        preview.stream_names.push_back(name_of(rules, portion.stream));
                    }
                    preview.own = paid.own;
                    preview.planned = paid.planned;
                    for (const budget::StreamRule& rule : rules) {
                        const bool may_pay =
                            std::find(rule.purposes.begin(), rule.purposes.end(),
                                      preview.purchase.purpose) != rule.purposes.end();
                        preview.left_before += may_pay ? rule.available : Money();
                    }
                    return preview;
                });
}

Result<std::vector<OrderPart>> parts_to_order(Desk& desk, PersonId person, OfferId id) {
    return look(
        desk, person, Action::place_order, "order",
        [&](store::Snapshot& snapshot) -> Result<std::vector<OrderPart>> {
            const std::optional<market::Offer> offer = offer_on(snapshot, id, desk.today);
            if (!offer) {
                return Error{"market.offer_unknown",
                             "This offer is not there any more. Choose another one."};
            }
            std::vector<OrderPart> parts;
            for (const BudgetId& each : store::find_budgets_of(snapshot, person)) {
                const std::optional<budget::Budget> budget = store::find_budget(snapshot, each);
                for (const budget::BudgetLine& line : budget->lines) {
                    const bool fits = line.plan.holding == budget::Holding::council_managed &&
                                      line.plan.purpose == offer->purpose &&
                                      line.plan.dates.until > desk.today;
                    if (fits) {
                        parts.push_back(
                            {line.plan.id, part_words(line.plan), line.plan.offer == id});
                    }
                }
            }
            return parts;
        });
}

Outcome accept_order(Desk& desk, ProviderId provider, PurchaseId id) {
    return act(
        desk,
        {"accept_order", Action::report_delivery, {.provider = provider}, "Accepted an order"},
        [&](Acting& acting) -> Outcome {
            TRY(market::Purchase purchase, order_of_provider(acting.tx, provider, id));
            TRY(const market::Purchase accepted,
                market::become(std::move(purchase), PurchaseStatus::accepted));
            store::keep(acting.tx, accepted);
            acting.about = id.to_text();
            return Done{};
        });
}

Outcome decline_order(Desk& desk, ProviderId provider, PurchaseId id, const std::string& why) {
    return act(
        desk,
        {"decline_order", Action::report_delivery, {.provider = provider}, "Declined an order"},
        [&](Acting& acting) -> Outcome {
            TRY(acting.detail, base::plain_text(why, 500));
            TRY(market::Purchase purchase, order_of_provider(acting.tx, provider, id));
            TRY(const market::Purchase declined,
                market::become(std::move(purchase), PurchaseStatus::declined));
            TRY_DONE(free_ended(desk, acting.tx, declined));
            store::keep(acting.tx, declined);
            acting.about = id.to_text();
            return Done{};
        });
}

Outcome cancel_order(Desk& desk, PersonId person, PurchaseId id) {
    return end_order(desk, person, id, PurchaseStatus::cancelled, "cancel_order");
}

Outcome close_order(Desk& desk, PersonId person, PurchaseId id) {
    return end_order(desk, person, id, PurchaseStatus::closed, "close_order");
}

}  // namespace casework
