#pragma once
// Keeps and loads what a person adds of her own money to an order.

#include "base/money.h"
#include "store/store.h"

namespace store {

// Keeps it when the order is placed; once.
void keep_own_part(Tx& tx, PurchaseId order, Money amount);
// Gives it; nought where the public money pays all.
Money load_own_part(View& view, PurchaseId order);

}  // namespace store
