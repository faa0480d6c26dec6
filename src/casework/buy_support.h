#pragma once
// A person buys support from a provider: the price is held from her budget, split over the streams
// that may pay, and the order goes to the provider; or nothing changes. The provider accepts or
// declines, either side may end it, and what will not be delivered is free again.

#include <string>
#include <vector>

#include "base/date.h"
#include "budget/draw_down.h"
#include "casework/desk.h"
#include "market/purchase.h"

namespace casework {

// Orders. `own` is what she adds of her own money, as the preview said. Refuses:
// market.offer_unknown, what market::order refuses, budget.not_enough (names each stream and why),
// casework.record_closed, budget.days_over_two_years, budget.none_for_these_days (an order is paid
// from the money of the year its days are in), market.provider_not_paid_so, casework.part_unknown
// (the order names a line that is not in her budget), casework.own_part_changed,
// casework.top_up_not_allowed, casework.top_up_alone.
Result<PurchaseId> buy_support(Desk& desk, PersonId person, OfferId offer,
                               const market::Order& wanted, Money own = {});

// What an order would cost and which stream would pay, before it is placed. Refuses as buy_support.
struct OrderPreview {
    market::Purchase purchase;
    std::vector<ledger::Portion> portions;
    std::vector<std::string> stream_names;  // one for each portion
    Money own;          // what she would add herself; nought where the funds pay all
    Money planned;      // of that, what her plan says she adds
    Money left_before;  // free in all streams that may pay
};
Result<OrderPreview> preview_order(Desk& desk, PersonId person, OfferId offer,
                                   const market::Order& wanted);

// A part of her plan that an order of an offer can be for: the council holds its money, and it is
// for what the offer is for.
struct OrderPart {
    PlanLineId line;
    std::string words;
    bool names_offer = false;  // the plan names this very offer
};
// Gives them in the order of her budgets. Refuses: market.offer_unknown.
Result<std::vector<OrderPart>> parts_to_order(Desk& desk, PersonId person, OfferId offer);

// The provider accepts, or declines and the hold is released.
// Refuses: market.order_unknown, market.status_not_allowed.
Outcome accept_order(Desk& desk, ProviderId provider, PurchaseId order);
Outcome decline_order(Desk& desk, ProviderId provider, PurchaseId order, const std::string& why);

// The person cancels, or closes an order of which no more is to come: what was not confirmed is
// released. Refuses: market.order_unknown, market.status_not_allowed, market.delivery_waiting.
Outcome cancel_order(Desk& desk, PersonId person, PurchaseId order);
Outcome close_order(Desk& desk, PersonId person, PurchaseId order);

}  // namespace casework
