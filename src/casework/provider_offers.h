#pragma once
// A provider keeps its own details and offers. The council opens a provider's record, so that it
// can be paid; what it sells and for how much is its own to say.

#include <vector>

#include "casework/desk.h"
#include "market/offer.h"
#include "market/provider.h"

namespace casework {

// The provider writes its details anew; the day counts as the day they were checked.
// Refuses: market.provider_unknown, market.provider_without_name.
Outcome save_provider(Desk& desk, const market::Provider& provider);

// The provider adds an offer. Its words are changed in offer_words.h, its price and its days in
// offer_terms.h. Refuses: casework.purpose_unknown, what market::check_offer refuses.
Result<OfferId> save_offer(Desk& desk, ProviderId provider, market::Offer offer);

// Everything a person searches in, at today's prices.
struct Market {
    std::vector<market::Provider> providers;
    std::vector<market::Offer> offers;
};
Market load_market(Desk& desk);

// One offer and who makes it. Refuses: market.offer_unknown.
struct Listing {
    market::Offer offer;
    market::Provider provider;
};
Result<Listing> find_listing(Desk& desk, OfferId offer);

}  // namespace casework
