#include "casework/offer_terms.h"

#include <algorithm>

#include "store/market.h"
#include "store/offer_prices.h"

namespace casework {

namespace {

using people::Action;

bool is_open(const market::Purchase& purchase) {
    return purchase.status == market::PurchaseStatus::placed ||
           purchase.status == market::PurchaseStatus::accepted ||
           purchase.status == market::PurchaseStatus::part_delivered;
}

}  // namespace

Result<market::Offer> own_offer(store::View& view, ProviderId provider, OfferId id) {
    std::optional<market::Offer> offer = store::find_offer(view, id);
    if (!offer || offer->provider != provider) {
        return Error{"market.offer_unknown", "This offer is not there any more."};
    }
    return std::move(*offer);
}

std::optional<market::Offer> offer_on(store::View& view, OfferId id, Date on) {
    const std::optional<market::Offer> offer = store::find_offer(view, id);
    if (!offer) {
        return std::nullopt;
    }
    return market::priced_on(*offer, store::load_prices_of(view, id), on);
}

std::vector<market::Offer> offers_on(store::View& view, Date on) {
    std::vector<market::Offer> offers = store::load_offers(view);
    const std::vector<market::DatedPrice> prices = store::load_prices(view);
    for (market::Offer& offer : offers) {
        offer = market::priced_on(std::move(offer), prices, on);
    }
    return offers;
}

Outcome change_price(Desk& desk, ProviderId provider, OfferId id, Date from, Money price) {
    return act(desk,
               {"change_price",
                Action::manage_offers,
                {.provider = provider},
                "Changed the price of an offer from " + from.for_people()},
               [&](Acting& acting) -> Outcome {
                   TRY(const market::Offer offer, own_offer(acting.tx, provider, id));
                   const market::DatedPrice wanted{id, from, price};
                   TRY_DONE(market::check_price(offer, store::load_prices_of(acting.tx, id), wanted,
                                                desk.today));
                   store::keep(acting.tx, wanted);
                   acting.about = id.to_text();
                   return Done{};
               });
}

Outcome end_offer(Desk& desk, ProviderId provider, OfferId id, Date until) {
    return act(desk, {"end_offer", Action::manage_offers, {.provider = provider}, "Ended an offer"},
               [&](Acting& acting) -> Outcome {
                   TRY(market::Offer offer, own_offer(acting.tx, provider, id));
                   TRY(const market::Offer ended,
                       market::end_offer(std::move(offer), until, desk.today));
                   store::keep(acting.tx, ended);
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<std::vector<OwnOffer>> see_own_offers(Desk& desk, ProviderId provider) {
    return consult(
        desk, Action::manage_offers, {.provider = provider},
        [&](store::Snapshot& snapshot) -> Result<std::vector<OwnOffer>> {
            const std::vector<market::Purchase> orders =
                store::load_purchases_of_provider(snapshot, provider);
            std::vector<OwnOffer> all;
            for (const market::Offer& offer : store::load_offers_of(snapshot, provider)) {
                OwnOffer own;
                for (market::DatedPrice& price : store::load_prices_of(snapshot, offer.id)) {
                    if (desk.today < price.from) {
                        own.later.push_back(price);
                    }
                }
                own.offer = *offer_on(snapshot, offer.id, desk.today);
                own.open_orders = static_cast<std::size_t>(
                    std::count_if(orders.begin(), orders.end(), [&](const market::Purchase& order) {
                        return order.offer == offer.id && is_open(order);
                    }));
                all.push_back(std::move(own));
            }
            std::stable_partition(all.begin(), all.end(), [&](const OwnOffer& own) {
                return !own.offer.until || desk.today < *own.offer.until;
            });
            return all;
        });
}

}  // namespace casework
