#pragma once
// A person's own money beside public money, for an order or a line of her plan that costs more than
// her funds may pay (a top-up). The funds pay all they can first; she pays exactly the rest,
// straight to the provider, as each part of the support comes. Of an order for a line she adds to,
// she pays what the plan says, and the funds the rest. Only where the policy package says so of
// every fund that pays: the parameter `top_up_<fund>` is 1 on the day. Her money is never a
// stream's: it has entries of its own, and stands apart on every statement.

#include <vector>

#include "budget/budget.h"
#include "budget/draw_down.h"
#include "casework/desk.h"
#include "ledger/entry.h"
#include "market/delivery.h"
#include "market/purchase.h"

namespace casework {

// How the price of an order is paid.
struct PaidBy {
    std::vector<ledger::Portion> portions;  // public money, fund by fund
    Money own;                              // hers; nought where the funds pay all
    Money planned;                          // of hers, what her plan says she adds
};

// What she adds, or could add, to a line of a plan.
struct OwnPart {
    PlanLineId line;
    Money least;                 // for one unit: with it the funds pay the rest
    std::string not_allowed_by;  // the fund that forbids it, by name; empty: none does
};

// Finds it for each line of a plan that she adds to or that no fund pays in full. Lines that her
// own money would not help are left out.
Result<std::vector<OwnPart>> own_parts_of(const Desk& desk, const policy::Package& package,
                                          const budget::SupportPlan& plan,
                                          const std::vector<budget::StreamRule>& rules);

// Checks what she adds to the lines of a plan or budget, as the funds pay them.
// Refuses: casework.top_up_not_allowed, naming line and fund.
Outcome check_own_allowed(const Desk& desk, const policy::Package& package,
                          const budget::PlanLine& line,
                          const std::vector<ledger::Portion>& portions,
                          const std::vector<budget::StreamRule>& rules);

// Checks a whole plan that is funded: each fund allows it, and she adds no more than is needed.
// Refuses: casework.top_up_not_allowed, budget.own_part_not_needed.
Outcome check_own_parts(const Desk& desk, const policy::Package& package,
                        const budget::SupportPlan& plan,
                        const std::vector<budget::StreamRule>& rules);

// Gives what her plan says she adds to an order for one of its lines. Where the order costs less
// than the line, she adds less; where it costs more, no more.
Money planned_own_part(const budget::PlanLine& line, const market::Purchase& purchase);

// Splits the price less what her plan says she adds, as far as the funds go. Refuses:
// budget.not_enough where she may not add the rest herself, and what budget::draw_down refuses.
Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules);

// Splits it with what she agreed to add. Refuses: budget.not_enough, casework.own_part_changed (the
// rest is not what she was shown), casework.top_up_not_allowed (a fund that would pay forbids it,
// named), casework.top_up_alone (no fund pays any of it: buy it without the council).
Result<PaidBy> split_price(const Desk& desk, store::View& view, const market::Purchase& purchase,
                           const std::vector<budget::StreamRule>& rules, Money own);

// Gives her part of what so many units cost, so that the parts of all deliveries add up.
Money own_part_of(Money own, std::int64_t quantity, std::int64_t before, std::int64_t count);

// Records her part of a confirmed delivery: put in by her, and spent with the provider.
// `before` units were confirmed before it.
Outcome spend_own_part(const Desk& desk, store::Tx& tx, const market::Purchase& purchase,
                       const market::Delivery& delivery, std::int64_t before, const PayeeId& payee);

// Takes that back, where the confirmation was a mistake.
Outcome take_back_own_part(const Desk& desk, store::Tx& tx, const market::Delivery& delivery);

}  // namespace casework
