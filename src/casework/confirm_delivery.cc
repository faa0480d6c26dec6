#include "casework/confirm_delivery.h"

#include "base/text.h"
#include "budget/budget.h"
#include "casework/end_orders.h"
#include "casework/last_day.h"
#include "casework/own_money.h"
#include "store/ledger.h"
#include "store/market.h"
#include "store/people.h"

namespace casework {

namespace {

using market::DeliveryStatus;
using people::Action;

Error delivery_unknown() {
    return {"market.delivery_unknown", "This delivery does not exist. Go back to the list."};
}

Result<market::Delivery> delivery_of(store::View& view, PersonId person, DeliveryId id) {
    std::optional<market::Delivery> delivery = store::find_delivery(view, id);
    if (!delivery || delivery->person != person) {
        return delivery_unknown();
    }
    return std::move(*delivery);
}

ledger::Entry hold_of(store::View& view, const market::Purchase& purchase) {
    std::optional<ledger::Entry> hold =
        store::find_entry_by_cause(view, "hold:" + purchase.id.to_text());
    CHECK(hold.has_value());
    return std::move(*hold);
}

std::vector<ledger::Portion> held_by(const ledger::Entry& hold) {
    std::vector<ledger::Portion> portions;
    for (const ledger::Posting& posting : hold.postings()) {
        if (posting.account.kind == ledger::AccountKind::held) {
            portions.push_back({posting.account.stream, posting.amount});
        }
    }
    return portions;
}

// Settles the part of the hold that belongs to this delivery's units, after those settled before
// it.
Outcome settle(const Desk& desk, store::Tx& tx, const market::Purchase& purchase,
               const market::Delivery& delivery) {
    const std::optional<store::Payee> payee = store::find_payee_of_provider(tx, purchase.provider);
    CHECK(payee.has_value());
    const std::int64_t before =
        market::quantity_confirmed(store::load_deliveries_of(tx, purchase.id), purchase.id);
    const ledger::Entry hold = hold_of(tx, purchase);
    const std::vector<ledger::Portion> portions =
        budget::portions_of_units(held_by(hold), purchase.quantity, before, delivery.quantity);
    ledger::Act entry;
    entry.on = hold.year().not_before(desk.today);
    entry.year = hold.year();
    entry.recorded = desk.now;
    entry.cause = "settle:" + delivery.id.to_text();
    entry.person = purchase.person;
    entry.about = purchase.id.to_text();
    entry.line = purchase.line;
    TRY(const ledger::Entry settled, ledger::settle(entry, payee->id, portions));
    TRY_DONE(store::append(tx, settled));
    return spend_own_part(desk, tx, purchase, delivery, before, payee->id);
}

// After an answer, nothing more is needed of a promise whose order has ended.
Outcome free_if_ended(Desk& desk, store::Tx& tx, PurchaseId order) {
    const std::optional<market::Purchase> purchase = store::find_purchase(tx, order);
    CHECK(purchase.has_value());
    return free_ended(desk, tx, *purchase);
}

// Keeps the answer and what it makes of the order.
Outcome keep_answer(store::Tx& tx, const market::Delivery& delivery,
                    const market::Purchase& purchase) {
    store::keep(tx, delivery);
    const market::PurchaseStatus status =
        market::status_after(purchase, store::load_deliveries_of(tx, purchase.id));
    if (status != purchase.status) {
        TRY(const market::Purchase moved, market::become(purchase, status));
        store::keep(tx, moved);
    }
    return Done{};
}

Outcome answer_no(Desk& desk, PersonId person, DeliveryId id, const std::string& why,
                  DeliveryStatus status, const std::string& name, const std::string& detail) {
    return act(
        desk, {name, Action::answer_delivery, {.person = person}, detail},
        [&](Acting& acting) -> Outcome {
            TRY(market::Delivery delivery, delivery_of(acting.tx, person, id));
            TRY(delivery.answer, base::plain_text(why, 1000));
            if (delivery.answer.empty()) {
                return Error{"casework.reasons_missing", "Say in a few words what happened."};
            }
            TRY(const market::Delivery answered, market::become(std::move(delivery), status));
            store::keep(acting.tx, answered);
            acting.about = id.to_text();
            return free_if_ended(desk, acting.tx, answered.purchase);
        });
}

}  // namespace

Result<DeliveryId> report_delivery(Desk& desk, ProviderId provider, PurchaseId order,
                                   const market::DeliveryReport& wanted) {
    market::DeliveryReport report = wanted;
    report.id = desk.new_id<DeliveryId>();
    return act(
        desk,
        {"report_delivery", Action::report_delivery, {.provider = provider}, "Reported a delivery"},
        [&](Acting& acting) -> Result<DeliveryId> {
            const std::optional<market::Purchase> purchase = store::find_purchase(acting.tx, order);
            if (!purchase || purchase->provider != provider) {
                return Error{"market.order_unknown",
                             "This order does not exist. Go back to the list of orders."};
            }
            TRY(report.note, base::plain_text(wanted.note, 500));
            TRY(const market::Delivery delivery,
                market::report_delivery(*purchase, store::load_deliveries_of(acting.tx, order),
                                        report, desk.today));
            store::keep(acting.tx, delivery);
            return delivery.id;
        });
}

Outcome withdraw_delivery(Desk& desk, ProviderId provider, DeliveryId id) {
    return act(desk,
               {"withdraw_delivery",
                Action::report_delivery,
                {.provider = provider},
                "Took a report back"},
               [&](Acting& acting) -> Outcome {
                   const std::optional<market::Delivery> delivery =
                       store::find_delivery(acting.tx, id);
                   if (!delivery || delivery->provider != provider) {
                       return delivery_unknown();
                   }
                   TRY(const market::Delivery withdrawn,
                       market::become(*delivery, DeliveryStatus::withdrawn));
                   store::keep(acting.tx, withdrawn);
                   acting.about = id.to_text();
                   return free_if_ended(desk, acting.tx, withdrawn.purchase);
               });
}

namespace {

// Makes the debt, and what it makes of the order.
Outcome confirm(Desk& desk, store::Tx& tx, const people::Person& record,
                market::Delivery delivery) {
    const std::optional<Date> last = last_day_of(record);
    if (last && delivery.on > *last) {
        return Error{"casework.service_after_end",
                     "This support is dated after the record ended. It cannot be paid. Ask the "
                     "council."};
    }
    const std::optional<market::Purchase> purchase = store::find_purchase(tx, delivery.purchase);
    CHECK(purchase.has_value());
    TRY(const market::Delivery confirmed,
        market::become(std::move(delivery), DeliveryStatus::confirmed));
    TRY_DONE(settle(desk, tx, *purchase, confirmed));
    return keep_answer(tx, confirmed, *purchase);
}

}  // namespace

Outcome answer_delivery_after_end(Desk& desk, PersonId person, DeliveryId id, bool came,
                                  const std::string& evidence) {
    return act(
        desk, {"answer_delivery_after_end", Action::answer_question_case, {.person = person}, {}},
        [&](Acting& acting) -> Outcome {
            TRY(const std::string seen, base::plain_text(evidence, 1000));
            if (seen.empty()) {
                return Error{"casework.reasons_missing",
                             "Write what you have seen: who was asked, which paper, and when."};
            }
            TRY(market::Delivery delivery, delivery_of(acting.tx, person, id));
            TRY(const people::Person record, store::load_person(acting.tx, person));
            if (!record.died_on) {
                return Error{"casework.person_answers",
                             "The person answers this, or somebody who helps. A worker can only "
                             "answer after a death."};
            }
            acting.about = id.to_text();
            acting.detail = (came ? "It came: " : "It did not come: ") + seen;
            delivery.answer = seen;
            if (came) {
                TRY_DONE(confirm(desk, acting.tx, record, std::move(delivery)));
                return Done{};
            }
            TRY(const market::Delivery refused,
                market::become(std::move(delivery), DeliveryStatus::refused));
            store::keep(acting.tx, refused);
            return free_if_ended(desk, acting.tx, refused.purchase);
        });
}

Outcome confirm_delivery(Desk& desk, PersonId person, DeliveryId id) {
    return act(
        desk,
        {"confirm_delivery", Action::answer_delivery, {.person = person}, "Confirmed a delivery"},
        [&](Acting& acting) -> Outcome {
            TRY(market::Delivery delivery, delivery_of(acting.tx, person, id));
            TRY(const people::Person record, store::load_person(acting.tx, person));
            TRY_DONE(confirm(desk, acting.tx, record, std::move(delivery)));
            acting.about = id.to_text();
            return Done{};
        });
}

Outcome refuse_delivery(Desk& desk, PersonId person, DeliveryId id, const std::string& why) {
    return answer_no(desk, person, id, why, DeliveryStatus::refused, "refuse_delivery",
                     "Said it did not happen");
}

Outcome dispute_delivery(Desk& desk, PersonId person, DeliveryId id, const std::string& why) {
    return answer_no(desk, person, id, why, DeliveryStatus::disputed, "dispute_delivery",
                     "Disagreed with a delivery");
}

Outcome correct_delivery(Desk& desk, PersonId person, DeliveryId id, const std::string& why) {
    return act(
        desk,
        {"correct_delivery",
         Action::answer_question_case,
         {.person = person},
         "Corrected a delivery"},
        [&](Acting& acting) -> Outcome {
            TRY(acting.detail, base::plain_text(why, 500));
            if (acting.detail.empty()) {
                return Error{"casework.reasons_missing", "Say why the confirmation was a mistake."};
            }
            TRY(market::Delivery delivery, delivery_of(acting.tx, person, id));
            const std::optional<ledger::Entry> settled =
                store::find_entry_by_cause(acting.tx, "settle:" + id.to_text());
            TRY(const market::Delivery corrected,
                market::become(std::move(delivery), DeliveryStatus::corrected));
            CHECK(settled.has_value());
            ledger::Act entry;
            entry.on = desk.today;
            entry.recorded = desk.now;
            entry.cause = "correct:" + id.to_text();
            entry.person = person;
            entry.about = settled->facts().about;
            entry.line = settled->facts().line;
            TRY(const ledger::Entry reversal, ledger::reverse(entry, *settled));
            TRY_DONE(store::append(acting.tx, reversal));
            TRY_DONE(take_back_own_part(desk, acting.tx, corrected));
            store::keep(acting.tx, corrected);
            acting.about = id.to_text();
            return free_if_ended(desk, acting.tx, corrected.purchase);
        });
}

}  // namespace casework
