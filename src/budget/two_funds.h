#pragma once
// Two lines of a plan that may be one need paid for twice: the same kind of help on the same days,
// from different funds. Each fund sees only its own part of a person's support, so nobody else
// would see it. It is no refusal: two people may well help with the same thing on one day. Whoever
// agrees the plan is asked to look.

#include <string>
#include <vector>

#include "budget/draw_down.h"
#include "budget/support_plan.h"

namespace budget {

struct TwoFunds {
    PlanLineId first = {};  // in the order of the plan
    PlanLineId second = {};
    std::string purpose = {};                 // a purpose code
    Period days = {};                         // on which both are paid
    std::vector<StreamId> of_the_first = {};  // the funds that pay each, the most restricted first
    std::vector<StreamId> of_the_second = {};

    friend bool operator==(const TwoFunds&, const TwoFunds&) = default;
};

// Finds every such pair. `split` is what the funds pay of the plan's lines; a line that no fund
// pays is in none.
std::vector<TwoFunds> paid_by_two_funds(const SupportPlan& plan, const DrawDown& split);

}  // namespace budget
