#include "market/price.h"

namespace market {

namespace {

Error ended() {
    return {"market.offer_ended", "This offer has ended. Add a new offer instead."};
}

bool is_over(const Offer& offer, Date today) {
    return offer.until && *offer.until <= today;
}

}  // namespace

Offer priced_on(Offer offer, const std::vector<DatedPrice>& prices, Date on) {
    const DatedPrice* latest = nullptr;
    for (const DatedPrice& price : prices) {
        if (price.offer == offer.id && price.from <= on &&
            (latest == nullptr || latest->from < price.from)) {
            latest = &price;
        }
    }
    if (latest != nullptr) {
        offer.price = latest->price;
    }
    return offer;
}

Outcome check_price(const Offer& offer, const std::vector<DatedPrice>& prices,
                    const DatedPrice& wanted, Date today) {
    if (is_over(offer, today) || (offer.until && *offer.until <= wanted.from)) {
        return ended();
    }
    if (!wanted.price.is_positive()) {
        return Error{"market.price_not_positive",
                     "Give a price above nought, everything included."};
    }
    if (wanted.from < today) {
        return Error{"market.price_in_past",
                     "A price cannot change for days that have passed. Enter today or a later "
                     "day."};
    }
    if (priced_on(offer, prices, wanted.from).price == wanted.price) {
        return Error{
            "market.price_unchanged",
            "This is the price already on " + wanted.from.for_people() + ". Enter another one."};
    }
    return Done{};
}

Result<Offer> end_offer(Offer offer, Date until, Date today) {
    if (is_over(offer, today)) {
        return ended();
    }
    if (until < today) {
        return Error{"market.end_in_past",
                     "An offer cannot end on a day that has passed. Enter today or a later day."};
    }
    if (until <= offer.from) {
        return Error{"market.offer_ends_before_it_starts",
                     "The offer starts on " + offer.from.for_people() + ". Enter a later day."};
    }
    offer.until = until;
    return offer;
}

}  // namespace market
