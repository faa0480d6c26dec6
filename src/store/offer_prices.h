#pragma once
// Keeps and loads the prices of offers after their first, each from a day on.

#include <vector>

#include "market/price.h"
#include "store/store.h"

namespace store {

// Keeps a price; prices of the offer that were said for that day or later days are dropped.
void keep(Tx& tx, const market::DatedPrice& price);
// Load prices, the earliest first: of every offer, or of one.
std::vector<market::DatedPrice> load_prices(View& view);
std::vector<market::DatedPrice> load_prices_of(View& view, OfferId offer);

}  // namespace store
