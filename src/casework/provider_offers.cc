#include "casework/provider_offers.h"

#include <algorithm>

#include "base/text.h"
#include "casework/offer_terms.h"
#include "casework/offer_words.h"
#include "store/market.h"

namespace casework {

namespace {

using people::Action;

Result<market::Provider> plain(market::Provider provider) {
    TRY(provider.name, base::plain_text(provider.name, 100));
    TRY(provider.what_they_do, base::plain_text(provider.what_they_do, 500));
    if (provider.name.empty()) {
        return Error{"market.provider_without_name", "Write the name of the provider."};
    }
    return provider;
}

bool some_stream_buys(const Shelf& shelf, const std::string& purpose) {
    return std::any_of(shelf.begin(), shelf.end(), [&](const auto& each) {
        const std::vector<policy::Stream>& streams = each.second->all_streams();
        return std::any_of(streams.begin(), streams.end(),
                           [&](const policy::Stream& stream) { return stream.may_buy(purpose); });
    });
}

}  // namespace

Outcome save_provider(Desk& desk, const market::Provider& wanted) {
    return act(desk,
               {"save_provider",
                Action::manage_offers,
                {.provider = wanted.id},
                "Changed a provider's details"},
               [&](Acting& acting) -> Outcome {
                   TRY(market::Provider provider, plain(wanted));
                   if (!store::find_provider(acting.tx, provider.id)) {
                       return Error{"market.provider_unknown", "This provider has no record here."};
                   }
                   provider.details_checked = desk.today;
                   store::keep(acting.tx, provider);
                   acting.about = provider.id.to_text();
                   return Done{};
               });
}

Result<OfferId> save_offer(Desk& desk, ProviderId provider, market::Offer offer) {
    offer.id = desk.new_id<OfferId>();
    offer.provider = provider;
    return act(desk,
               {"save_offer", Action::manage_offers, {.provider = provider}, "Wrote an offer"},
               [&](Acting& acting) -> Result<OfferId> {
                   TRY(const market::OfferWords words, plain_words(market::words_of(offer)));
                   offer = market::with_words(offer, words);
                   offer.words_from.reset();
                   TRY_DONE(market::check_offer(offer));
                   if (!some_stream_buys(desk.shelf, offer.purpose)) {
                       return Error{"casework.purpose_unknown",
                                    "Choose what the offer is for from the list."};
                   }
                   store::keep(acting.tx, offer);
                   return offer.id;
               });
}

Market load_market(Desk& desk) {
    return desk.store.read([&](store::Snapshot& snapshot) {
        return Market{store::load_providers(snapshot), offers_on(snapshot, desk.today)};
    });
}

Result<Listing> find_listing(Desk& desk, OfferId id) {
    return desk.store.read([&](store::Snapshot& snapshot) -> Result<Listing> {
        const std::optional<market::Offer> offer = offer_on(snapshot, id, desk.today);
        if (!offer) {
            return Error{"market.offer_unknown",
                         "This offer is not there any more. Choose another one."};
        }
        const std::optional<market::Provider> provider =
            store::find_provider(snapshot, offer->provider);
        CHECK(provider.has_value());
        return Listing{*offer, *provider};
    });
}

}  // namespace casework
