#pragma once
// An offer's price has a day from which it holds, and no past day's price ever changes: an order
// keeps the price of the day on which it was placed. A provider says a new price today or earlier
// than it holds, and ends an offer from a day on; what was ordered before is still to be done.

#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "market/offer.h"

namespace market {

// A price of an offer after its first.
struct DatedPrice {
    OfferId offer = {};
    Date from = {};
    Money price = {};

    friend bool operator==(const DatedPrice&, const DatedPrice&) = default;
};

// Gives the offer at the price that holds on a day; `prices` may be of many offers, in any order.
Offer priced_on(Offer offer, const std::vector<DatedPrice>& prices, Date on);

// Checks a new price that a provider says on a day.
// Refuses: market.offer_ended, market.price_not_positive, market.price_in_past,
// market.price_unchanged.
Outcome check_price(const Offer& offer, const std::vector<DatedPrice>& prices,
                    const DatedPrice& wanted, Date today);

// Ends an offer: `until` is the first day on which it cannot be ordered any more.
// Refuses: market.offer_ended, market.end_in_past, market.offer_ends_before_it_starts.
Result<Offer> end_offer(Offer offer, Date until, Date today);

}  // namespace market
