#pragma once
// A provider reports what it did; the person (or somebody for her) says whether it happened. Only a
// yes makes a debt: the price of what came moves from promised to owed. A no leaves the money
// promised to the order; a disagreement freezes that one delivery and a named worker looks at it.
// Silence never pays.

#include <string>

#include "casework/desk.h"
#include "market/delivery.h"

namespace casework {

// Refuses: market.order_unknown, what market::report_delivery refuses.
Result<DeliveryId> report_delivery(Desk& desk, ProviderId provider, PurchaseId order,
                                   const market::DeliveryReport& report);

// Refuses: market.delivery_unknown, market.status_not_allowed.
Outcome withdraw_delivery(Desk& desk, ProviderId provider, DeliveryId delivery);

// Refuses: market.delivery_unknown, market.status_not_allowed, casework.service_after_end (the day
// of the support lies after she died or moved).
Outcome confirm_delivery(Desk& desk, PersonId person, DeliveryId delivery);

// Says it did not happen, or that something is wrong with it; her words are kept.
// Refuses: market.delivery_unknown, market.status_not_allowed, casework.reasons_missing.
Outcome refuse_delivery(Desk& desk, PersonId person, DeliveryId delivery, const std::string& why);
Outcome dispute_delivery(Desk& desk, PersonId person, DeliveryId delivery, const std::string& why);

// After a death a worker answers a report that waits, on evidence, so that a provider is paid for
// what was done before it. Refuses: market.delivery_unknown, market.status_not_allowed,
// casework.person_answers (she is alive: the answer is hers), casework.reasons_missing,
// casework.service_after_end.
Outcome answer_delivery_after_end(Desk& desk, PersonId person, DeliveryId delivery, bool came,
                                  const std::string& evidence);

// A worker takes back a confirmation made by mistake: the debt becomes a promise again, by
// reversal. Refuses: market.delivery_unknown, market.status_not_allowed, ledger.not_enough (already
// in a pay run).
Outcome correct_delivery(Desk& desk, PersonId person, DeliveryId delivery, const std::string& why);

}  // namespace casework
