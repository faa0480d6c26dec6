#pragma once
// A provider changes the price of an offer from a day on, or ends the offer. Neither touches an
// order: it keeps the price of the day on which it was placed, and is still to be done. Everything
// that reads an offer to sell it reads it here, at the price of the day.

#include <optional>
#include <vector>

#include "casework/desk.h"
#include "market/offer.h"
#include "market/price.h"

namespace casework {

// Gives an offer, or all, at the price of a day.
std::optional<market::Offer> offer_on(store::View& view, OfferId offer, Date on);
std::vector<market::Offer> offers_on(store::View& view, Date on);

// Gives a provider's own offer as it was made. Refuses: market.offer_unknown, also another's.
Result<market::Offer> own_offer(store::View& view, ProviderId provider, OfferId offer);

// Sets the price from a day on, in place of prices said before for that day and later ones.
// Refuses: market.offer_unknown, what market::check_price refuses.
Outcome change_price(Desk& desk, ProviderId provider, OfferId offer, Date from, Money price);

// Ends an offer: `until` is the first day on which it cannot be ordered any more.
// Refuses: market.offer_unknown, what market::end_offer refuses.
Outcome end_offer(Desk& desk, ProviderId provider, OfferId offer, Date until);

// An offer as its provider sees it.
struct OwnOffer {
    market::Offer offer;                    // at today's price
    std::vector<market::DatedPrice> later;  // prices to come, the earliest first
    std::size_t open_orders = 0;            // placed, and not finished
};
// Gives a provider's offers, those that have ended last.
Result<std::vector<OwnOffer>> see_own_offers(Desk& desk, ProviderId provider);

}  // namespace casework
