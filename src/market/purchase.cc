#include "market/purchase.h"

#include <algorithm>

#include "base/named.h"

namespace market {
namespace {

using enum PurchaseStatus;

constexpr std::array<base::Named<PurchaseStatus>, 8> statuses = {{
    {draft, "draft", "Not sent yet"},
    {placed, "placed", "Sent to the provider"},
    {accepted, "accepted", "The provider said yes"},
    {declined, "declined", "The provider said no"},
    {part_delivered, "part_delivered", "Some of it has happened"},
    {delivered, "delivered", "All of it has happened"},
    {closed, "closed", "Finished"},
    {cancelled, "cancelled", "Cancelled"},
}};

struct Step {
    PurchaseStatus from;
    PurchaseStatus to;
};

constexpr std::array<Step, 15> steps = {{
    {draft, placed},
    {draft, cancelled},
    {placed, accepted},
    {placed, declined},
    {placed, cancelled},
    {accepted, part_delivered},
    {accepted, delivered},
    {accepted, closed},
    {accepted, cancelled},
    {part_delivered, delivered},
    {part_delivered, closed},
    {part_delivered, accepted},   // a confirmation was a mistake
    {delivered, part_delivered},  // a confirmation was a mistake
    {delivered, accepted},        // the only confirmation was a mistake
    {delivered, closed},
}};

// More than this of anything in one order is a slip of the hand.
constexpr std::int64_t quantity_max = 100'000;
constexpr Money amount_max = Money::pence(1'000'000'000);

}  // namespace

std::string_view to_text(PurchaseStatus status) {
    return named(statuses, status).text;
}
std::optional<PurchaseStatus> purchase_status_from_text(std::string_view text) {
    return value_named(statuses, text);
}
std::string_view words(PurchaseStatus status) {
    return named(statuses, status).words;
}

bool may_become(PurchaseStatus from, PurchaseStatus to) {
    return std::any_of(steps.begin(), steps.end(),
                       [from, to](const Step& step) { return step.from == from && step.to == to; });
}

Money Purchase::price_of(std::int64_t count) const {
    return Money::pence(price.in_pence() * count);
}

Result<Purchase> order(const Offer& offer, const Order& wanted, Date on) {
    if (!offer.is_open_on(on)) {
        return Error{"market.offer_not_open",
                     "This offer cannot be ordered on " + on.for_people() + ". Choose another."};
    }
    if (wanted.quantity <= 0) {
        return Error{"market.quantity_not_positive", "Say how many you want: 1 or more."};
    }
    if (wanted.quantity > quantity_max ||
        wanted.quantity >
            amount_max.in_pence() / std::max<std::int64_t>(offer.price.in_pence(), 1)) {
        return Error{"market.quantity_too_large",
                     "That is more than one order may be. Ask for fewer."};
    }
    if (wanted.dates.until <= wanted.dates.from) {
        return Error{"market.no_dates", "Say from which day to which day you want it."};
    }
    if (wanted.dates.from < offer.from || (offer.until && wanted.dates.until > *offer.until)) {
        return Error{"market.dates_outside_offer",
                     "The provider does not offer this on all the days you chose."};
    }
    Purchase purchase;
    purchase.id = wanted.id;
    purchase.person = wanted.person;
    purchase.offer = offer.id;
    purchase.provider = offer.provider;
    purchase.line = wanted.line;
    purchase.what = offer.what;
    purchase.purpose = offer.purpose;
    purchase.spending = offer.spending;
    purchase.unit = offer.unit;
    purchase.quantity = wanted.quantity;
    purchase.price = offer.price;
    purchase.dates = wanted.dates;
    purchase.placed_on = on;
    purchase.note = wanted.note;
    purchase.included = offer.included;
    purchase.cancellation = offer.cancellation;
    purchase.places = offer.places;
    purchase.languages = offer.languages;
    return purchase;
}

Result<Purchase> become(Purchase purchase, PurchaseStatus status) {
    if (!may_become(purchase.status, status)) {
        return Error{"market.status_not_allowed",
                     "This order is \"" + std::string(words(purchase.status)) +
                         "\" and cannot become \"" + std::string(words(status)) +
                         "\". Look at it again: somebody may have changed it."};
    }
    purchase.status = status;
    return purchase;
}

}  // namespace market
