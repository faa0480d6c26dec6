#pragma once
// What becomes of an order that ends before all of it came: its promise is freed, except for what a
// provider has reported and nobody has answered, which stays promised until the answer. A record
// that closes ends the orders that run past its last day. Used inside the acts of other journeys;
// nothing here is an act of its own.

#include <cstddef>

#include "base/date.h"
#include "casework/desk.h"
#include "market/purchase.h"
#include "store/store.h"

namespace casework {

// Whether something may still come of an order.
bool is_open_order(market::PurchaseStatus status);

// Frees what is promised for an order that ended and is not waiting for an answer; nothing for an
// order that goes on. Called again after every answer. Refuses: ledger.*.
Outcome free_ended(const Desk& desk, store::Tx& tx, const market::Purchase& purchase);

// Ends the person's open orders that run past a day, and frees what they no longer need; gives how
// many. Refuses: ledger.*.
Result<std::size_t> end_orders_after(Desk& desk, store::Tx& tx, PersonId person, Date last);

}  // namespace casework
