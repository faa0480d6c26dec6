#pragma once
// A Delivery is what a provider reports it did for an order. Nothing is paid for it until the
// person (or somebody for her) confirms it. She can refuse it or dispute it; a disputed delivery
// freezes alone, the rest of the order goes on. A delivery nobody answers reminds the person, then
// the worker, after days that policy sets; silence never pays.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "market/purchase.h"

namespace market {

enum class DeliveryStatus {
    reported,
    confirmed,  // settled: the provider is owed
    refused,    // it did not happen; the money stays held for the order
    disputed,   // a named worker looks at it
    withdrawn,  // the provider took the report back
    corrected,  // was confirmed by mistake; its entry is reversed
};

std::string_view to_text(DeliveryStatus status);
std::optional<DeliveryStatus> delivery_status_from_text(std::string_view text);
std::string_view words(DeliveryStatus status);
bool may_become(DeliveryStatus from, DeliveryStatus to);

struct Delivery {
    DeliveryId id = {};
    PurchaseId purchase = {};
    ProviderId provider = {};
    PersonId person = {};
    Date on = {};           // the day of the support
    Date reported_on = {};  // the day the provider said so
    std::int64_t quantity = 0;
    Money amount = {};
    std::string note = {};    // the provider's words
    std::string answer = {};  // the person's words when refused or disputed
    DeliveryStatus status = DeliveryStatus::reported;

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

// Sums the units of an order already reported and not refused, withdrawn or corrected.
std::int64_t quantity_reported(const std::vector<Delivery>& deliveries, const PurchaseId& purchase);
// Sums the units of an order confirmed.
std::int64_t quantity_confirmed(const std::vector<Delivery>& deliveries,
                                const PurchaseId& purchase);

// What a provider fills in.
struct DeliveryReport {
    DeliveryId id = {};
    Date on = {};
    std::int64_t quantity = 0;
    std::string note = {};
};

// Makes a reported delivery of an order.
// Refuses: market.order_not_accepted, market.quantity_not_positive, market.more_than_ordered,
// market.delivery_outside_dates, market.delivery_in_future.
Result<Delivery> report_delivery(const Purchase& purchase, const std::vector<Delivery>& so_far,
                                 const DeliveryReport& report, Date on);

// Moves a delivery to another status. Refuses: market.status_not_allowed.
Result<Delivery> become(Delivery delivery, DeliveryStatus status);

// Gives the status of an order after its deliveries: part_delivered or delivered, or unchanged.
PurchaseStatus status_after(const Purchase& purchase, const std::vector<Delivery>& deliveries);

// How long a report may wait for an answer; parameters of the policy package.
struct AnswerTimes {
    std::int64_t remind_after_days = 0;
    std::int64_t worker_after_days = 0;
};

enum class Reminder { none, person, worker };

// Says who should be reminded of a report that nobody answered.
Reminder reminder_due(const Delivery& delivery, const AnswerTimes& times, Date on);

}  // namespace market
