#pragma once
// What a provider was paid and when: each payment of each pay run that went to the bank, the day
// the bank paid it, and the deliveries it is for. Only what the provider did itself; of the person
// the name that stands on its order.

#include <optional>
#include <string>
#include <vector>

#include "casework/desk.h"
#include "payments/pay_run.h"

namespace casework {

struct PaidDelivery {
    DeliveryId delivery;
    PurchaseId order;
    Date on;  // the day of the support
    std::string what;
    std::string person_name;
    std::int64_t quantity = 0;
    Money amount;
};

struct ProviderPayment {
    PaymentId id;
    std::string reference;  // as the bank tells it to the provider
    payments::PaymentStatus status = payments::PaymentStatus::in_file;
    Date sent_on;  // the pay day asked of the bank
    std::optional<Date>
        paid_on;  // the day the bank booked it; none: not confirmed yet, or sent back
    Money amount;
    std::vector<PaidDelivery> deliveries;  // by the day of the support
};

// Gives the payments to a provider, the latest first.
Result<std::vector<ProviderPayment>> see_provider_payments(Desk& desk, ProviderId provider);

}  // namespace casework
