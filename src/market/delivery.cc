#include "market/delivery.h"

#include <algorithm>

#include "base/named.h"

namespace market {
namespace {

using enum DeliveryStatus;

constexpr std::array<base::Named<DeliveryStatus>, 6> statuses = {{
    {reported, "reported", "Waiting for your answer"},
    {confirmed, "confirmed", "You said it happened"},
    {refused, "refused", "You said it did not happen"},
    {disputed, "disputed", "A worker is looking at it"},
    {withdrawn, "withdrawn", "The provider took it back"},
    {corrected, "corrected", "Confirmed by mistake and put right"},
}};

struct Step {
    DeliveryStatus from;
    DeliveryStatus to;
};

constexpr std::array<Step, 8> steps = {{
    {reported, confirmed},
    {reported, refused},
    {reported, disputed},
    {reported, withdrawn},
    {disputed, confirmed},
    {disputed, refused},
    {disputed, withdrawn},
    {confirmed, corrected},
}};

bool counts(DeliveryStatus status) {
    return status == reported || status == confirmed || status == disputed;
}

bool takes_deliveries(PurchaseStatus status) {
    return status == PurchaseStatus::accepted || status == PurchaseStatus::part_delivered;
}

}  // namespace

std::string_view to_text(DeliveryStatus status) {
    return named(statuses, status).text;
}
std::optional<DeliveryStatus> delivery_status_from_text(std::string_view text) {
    return value_named(statuses, text);
}
std::string_view words(DeliveryStatus status) {
    return named(statuses, status).words;
}

bool may_become(DeliveryStatus from, DeliveryStatus to) {
    return std::any_of(steps.begin(), steps.end(),
                       [from, to](const Step& step) { return step.from == from && step.to == to; });
}

std::int64_t quantity_reported(const std::vector<Delivery>& deliveries,
                               const PurchaseId& purchase) {
    std::int64_t sum = 0;
    for (const Delivery& delivery : deliveries) {
        sum += delivery.purchase == purchase && counts(delivery.status) ? delivery.quantity : 0;
    }
    return sum;
}

std::int64_t quantity_confirmed(const std::vector<Delivery>& deliveries,
                                const PurchaseId& purchase) {
    std::int64_t sum = 0;
    for (const Delivery& delivery : deliveries) {
        sum +=
            delivery.purchase == purchase && delivery.status == confirmed ? delivery.quantity : 0;
    }
    return sum;
}

Result<Delivery> report_delivery(const Purchase& purchase, const std::vector<Delivery>& so_far,
                                 const DeliveryReport& report, Date on) {
    if (!takes_deliveries(purchase.status)) {
        return Error{"market.order_not_accepted",
                     "This order is \"" + std::string(words(purchase.status)) +
                         "\": say yes to it before you report what you did."};
    }
    if (report.quantity <= 0) {
        return Error{"market.quantity_not_positive", "Say how many you delivered: 1 or more."};
    }
    const std::int64_t left = purchase.quantity - quantity_reported(so_far, purchase.id);
    if (report.quantity > left) {
        return Error{"market.more_than_ordered",
                     "Only " + std::to_string(left) + " of this order are not reported yet."};
    }
    if (!purchase.dates.contains(report.on)) {
        return Error{"market.delivery_outside_dates",
                     "The order is for " + purchase.dates.from.for_people() + " to " +
                         purchase.dates.last_day().for_people() + "."};
    }
    if (report.on > on) {
        return Error{"market.delivery_in_future", "Report support on or after the day it happens."};
    }
    Delivery delivery;
    delivery.id = report.id;
    delivery.purchase = purchase.id;
    delivery.provider = purchase.provider;
    delivery.person = purchase.person;
    delivery.on = report.on;
    delivery.reported_on = on;
    delivery.quantity = report.quantity;
    delivery.amount = purchase.price_of(report.quantity);
    delivery.note = report.note;
    return delivery;
}

Result<Delivery> become(Delivery delivery, DeliveryStatus status) {
    if (!may_become(delivery.status, status)) {
        return Error{"market.status_not_allowed",
                     "This report is \"" + std::string(words(delivery.status)) +
                         "\" and cannot become \"" + std::string(words(status)) +
                         "\". Look at it again: somebody may have answered it."};
    }
    delivery.status = status;
    return delivery;
}

PurchaseStatus status_after(const Purchase& purchase, const std::vector<Delivery>& deliveries) {
    const bool may_change =
        takes_deliveries(purchase.status) || purchase.status == PurchaseStatus::delivered;
    if (!may_change) {
        return purchase.status;
    }
    const std::int64_t count = quantity_confirmed(deliveries, purchase.id);
    if (count == 0) {
        return PurchaseStatus::accepted;
    }
    return count >= purchase.quantity ? PurchaseStatus::delivered : PurchaseStatus::part_delivered;
}

Reminder reminder_due(const Delivery& delivery, const AnswerTimes& times, Date on) {
    if (delivery.status != reported) {
        return Reminder::none;
    }
    const std::int64_t waited = on - delivery.reported_on;
    if (waited >= times.worker_after_days) {
        return Reminder::worker;
    }
    return waited >= times.remind_after_days ? Reminder::person : Reminder::none;
}

}  // namespace market
