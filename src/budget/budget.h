#pragma once
// A Budget is an agreed plan with its money: each line, who holds it, and how much each stream pays
// of it, which is all but what she adds herself. Lines held in advance are promised in full when
// she accepts; what the council manages stays available until it is ordered. Made only by `agree`,
// from a plan and the decided awards. `accrued` gives the part of a line and stream that belongs to
// some dates; parts add up to the penny, which is what a change, a start or an end in mid-period is
// computed with.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "budget/draw_down.h"
#include "budget/support_plan.h"
#include "ledger/book.h"
#include "ledger/entry.h"
#include "market/purchase.h"

namespace budget {

struct BudgetLine {
    PlanLine plan = {};
    std::vector<ledger::Portion> portions = {};  // they sum to plan.funded()
    // Set by a change, so that what was cut adds up to what there was, stream by stream: the
    // portions of the line before any change cut it (empty: nothing did) and its first day.
    std::vector<ledger::Portion> split = {};
    std::optional<Date> split_from = {};

    friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

struct Budget {
    BudgetId id = {};
    PersonId person = {};
    PlanId plan = {};
    Period period = {};
    std::vector<BudgetLine> lines = {};

    Money total() const;
    std::vector<ledger::Portion> by_stream() const;
    const BudgetLine* find(const PlanLineId& line) const;

    friend bool operator==(const Budget&, const Budget&) = default;
};

// Gives the part of a line that belongs to some dates, one portion for each of the line's. The
// portions sum to what the funds pay of those dates; the parts of all dates add up to the line's.
std::vector<ledger::Portion> accrued(const BudgetLine& line, const Period& dates);
// Gives one stream's portion of it.
Money accrued(const BudgetLine& line, const StreamId& stream, const Period& dates);

// Turns a line into a need for draw_down.
Need need_of(const PlanLine& line);
// Turns a plan's lines into needs for draw_down, in the plan's order.
std::vector<Need> needs_of(const SupportPlan& plan);

// Limits within which one worker may agree a plan.
struct SignOffLimit {
    std::optional<Money> amount_max = {};                   // of the plan's whole cost
    std::optional<std::int64_t> variance_max_percent = {};  // above the indicative sum
};

// Checks that a plan's cost is within a worker's limit.
// Refuses: budget.above_limit, budget.above_variance.
Outcome check_sign_off(Money plan_cost, Money indicative, const SignOffLimit& limit);

struct Agreement {
    Budget budget = {};
    std::vector<ledger::Entry> entries = {};  // one hold for each line paid in advance
};

// Makes the budget of a plan that both sides agreed, and the holds of its lines paid in advance.
// `act` gives dates; its cause and line are set for each entry ("hold:lin_...").
// Refuses: budget.plan_not_agreed, what draw_down_in_full refuses.
Result<Agreement> agree(const BudgetId& id, const SupportPlan& plan,
                        const std::vector<StreamRule>& streams, const ledger::Act& act);

// Holds a purchase from the streams that may pay ("hold:pur_...").
// Refuses: what draw_down_in_full refuses.
Result<ledger::Entry> hold(const market::Purchase& purchase, const std::vector<StreamRule>& streams,
                           const ledger::Act& act);

// Splits what is settled or released of a held purchase over the streams that held it, so that the
// parts of all deliveries add up to each stream's hold: `before` units were settled, `count` more.
std::vector<ledger::Portion> portions_of_units(const std::vector<ledger::Portion>& held,
                                               std::int64_t quantity, std::int64_t before,
                                               std::int64_t count);

struct OverPromise {
    StreamId stream = {};
    Money promised = {};  // what the budget's lines need of the stream
    Money decided = {};   // what its owner decided
    Money over() const { return promised - decided; }
};

// Finds the streams of which a budget promises more than was decided.
std::vector<OverPromise> over_promises(const Budget& budget,
                                       const std::vector<ledger::Portion>& decided);

}  // namespace budget
