#pragma once
// What a person adds of her own money to a line of a plan is for a dearer choice, and never stands
// in for money that is there: it is no more than the funds leave over. Asked while a plan is
// written, to say what she would have to add, and when it is agreed, to refuse more than that.

#include <cstddef>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "budget/draw_down.h"
#include "budget/support_plan.h"

namespace budget {

// Finds the least she can add to one unit of a line, up to `most`, with which the funds leave no
// more of the plan unpaid than with `most`. `most` is below the line's price.
// Refuses: what draw_down refuses.
Result<Money> least_own_part(const std::vector<StreamRule>& streams, const SupportPlan& plan,
                             std::size_t line, Money most);

}  // namespace budget
