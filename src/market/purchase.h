#pragma once
// A Purchase is an order a person placed: an offer, how many, on which days, at the price of that
// day and in the words of that day. Neither moves after it was placed. Its status makes only the
// moves of one table; money is held before it is placed and settled as deliveries are confirmed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "market/offer.h"

namespace market {

enum class PurchaseStatus {
    draft,
    placed,          // held and sent to the provider
    accepted,        // the provider will do it
    declined,        // the provider will not; the hold is released
    part_delivered,  // some of it is confirmed
    delivered,       // all of it is confirmed
    closed,          // nothing more is to come; what was not delivered is released
    cancelled,
};

std::string_view to_text(PurchaseStatus status);
std::optional<PurchaseStatus> purchase_status_from_text(std::string_view text);
std::string_view words(PurchaseStatus status);

// Whether the one table of moves has this one.
bool may_become(PurchaseStatus from, PurchaseStatus to);

// What a person fills in.
struct Order {
    PurchaseId id = {};
    PersonId person = {};
    std::int64_t quantity = 0;
    Period dates = {};
    std::optional<PlanLineId> line = {};
    std::string note = {};
};

struct Purchase {
    PurchaseId id = {};
    PersonId person = {};
    OfferId offer = {};
    ProviderId provider = {};
    std::optional<PlanLineId> line = {};
    std::string what = {};
    std::string purpose = {};
    Spending spending = Spending::revenue;
    Unit unit = Unit::visit;
    std::int64_t quantity = 0;
    Money price = {};  // for one unit, as it was when ordered
    Period dates = {};
    Date placed_on = {};
    std::string note = {};
    PurchaseStatus status = PurchaseStatus::draft;
    // The words of the offer as they were when ordered, as `what` is.
    std::string included = {};
    std::string cancellation = {};
    std::vector<std::string> places = {};
    std::vector<std::string> languages = {};

    // The price of `count` units.
    Money price_of(std::int64_t count) const;
    // The price of all.
    Money amount() const { return price_of(quantity); }

    friend bool operator==(const Purchase&, const Purchase&) = default;
};

// Makes a draft purchase of an offer as it stands on a day.
// Refuses: market.offer_not_open, market.quantity_not_positive, market.quantity_too_large,
// market.no_dates, market.dates_outside_offer.
Result<Purchase> order(const Offer& offer, const Order& wanted, Date on);

// Moves a purchase to another status. Refuses: market.status_not_allowed.
Result<Purchase> become(Purchase purchase, PurchaseStatus status);

}  // namespace market
