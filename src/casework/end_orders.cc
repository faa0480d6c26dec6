#include "casework/end_orders.h"

#include "budget/budget.h"
#include "budget/share.h"
#include "market/delivery.h"
#include "store/ledger.h"
#include "store/market.h"

namespace casework {

namespace {

using market::PurchaseStatus;

bool has_ended(PurchaseStatus status) {
    switch (status) {
        case PurchaseStatus::declined:
        case PurchaseStatus::closed:
        case PurchaseStatus::cancelled:
            return true;
        case PurchaseStatus::draft:
        case PurchaseStatus::placed:
        case PurchaseStatus::accepted:
        case PurchaseStatus::part_delivered:
        case PurchaseStatus::delivered:
            return false;
    }
    return false;
}

bool waits_for_answer(const market::Delivery& delivery) {
    return delivery.status == market::DeliveryStatus::reported ||
           delivery.status == market::DeliveryStatus::disputed;
}

// What is promised for an order now, and what was when it was placed.
struct Promise {
    std::vector<ledger::Portion> now;
    std::vector<ledger::Portion> whole;
    std::size_t releases = 0;
    CouncilYear year = {};  // whose money was promised
};

Promise promise_of(store::View& view, const market::Purchase& purchase) {
    Promise promise;
    for (const ledger::Entry& entry : store::load_entries_about(view, purchase.id.to_text())) {
        promise.releases += entry.kind() == ledger::EntryKind::release ? 1U : 0U;
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == ledger::AccountKind::held) {
                const ledger::Portion moved{posting.account.stream, posting.amount};
                ledger::add_to(promise.now, {moved});
                if (entry.kind() == ledger::EntryKind::hold) {
                    promise.year = entry.year();
                    promise.whole.push_back(moved);
                }
            }
        }
    }
    return promise;
}

}  // namespace

bool is_open_order(PurchaseStatus status) {
    return status == PurchaseStatus::placed || status == PurchaseStatus::accepted ||
           status == PurchaseStatus::part_delivered;
}

Outcome free_ended(const Desk& desk, store::Tx& tx, const market::Purchase& purchase) {
    if (!has_ended(purchase.status)) {
        return Done{};
    }
    const Promise promise = promise_of(tx, purchase);
    const std::vector<market::Delivery> deliveries = store::load_deliveries_of(tx, purchase.id);
    std::int64_t waiting = 0;
    for (const market::Delivery& delivery : deliveries) {
        waiting += waits_for_answer(delivery) ? delivery.quantity : 0;
    }
    std::vector<ledger::Portion> rest = promise.now;
    if (waiting > 0) {
        rest = budget::difference(
            rest, budget::portions_of_units(promise.whole, purchase.quantity,
                                            market::quantity_confirmed(deliveries, purchase.id),
                                            waiting));
    }
    rest = budget::above_nought(rest);
    if (rest.empty()) {
        return Done{};
    }
    ledger::Act entry;
    entry.on = promise.year.not_before(desk.today);
    entry.year = promise.year;
    entry.recorded = desk.now;
    entry.person = purchase.person;
    entry.about = purchase.id.to_text();
    entry.line = purchase.line;
    entry.cause = "release:" + purchase.id.to_text();
    if (promise.releases > 0) {
        entry.cause += ":" + std::to_string(promise.releases + 1);
    }
    TRY(const ledger::Entry release, ledger::release(entry, rest));
    return store::append(tx, release);
}

Result<std::size_t> end_orders_after(Desk& desk, store::Tx& tx, PersonId person, Date last) {
    std::size_t ended = 0;
    for (const market::Purchase& purchase : store::load_purchases_of(tx, person)) {
        if (!is_open_order(purchase.status) || purchase.dates.last_day() <= last) {
            continue;
        }
        bool anything = false;
        for (const market::Delivery& delivery : store::load_deliveries_of(tx, purchase.id)) {
            anything = anything || waits_for_answer(delivery) ||
                       delivery.status == market::DeliveryStatus::confirmed;
        }
        TRY(const market::Purchase over,
            market::become(purchase, anything && purchase.status != PurchaseStatus::placed
                                         ? PurchaseStatus::closed
                                         : PurchaseStatus::cancelled));
        store::keep(tx, over);
        TRY_DONE(free_ended(desk, tx, over));
        ++ended;
    }
    return ended;
}

}  // namespace casework
