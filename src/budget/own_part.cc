#include "budget/own_part.h"

#include "budget/budget.h"

namespace budget {
namespace {

// What no fund pays of a plan when she adds so much to one of its lines.
Result<Money> missing_with(const std::vector<StreamRule>& streams, SupportPlan& plan,
                           std::size_t line, Money own) {
    plan.lines[line].own = own;
    TRY(const DrawDown made, draw_down(streams, needs_of(plan)));
    Money missing;
    for (const Shortfall& shortfall : made.shortfalls) {
        missing += shortfall.missing;
    }
    return missing;
}

}  // namespace

Result<Money> least_own_part(const std::vector<StreamRule>& streams, const SupportPlan& plan,
                             std::size_t line, Money most) {
    CHECK(line < plan.lines.size() && most < plan.lines[line].price);
    SupportPlan tried = plan;
    TRY(const Money unpaid, missing_with(streams, tried, line, most));
    // `enough` always leaves no more unpaid; everything below `low` was too little.
    std::int64_t low = 0;
    std::int64_t enough = most.in_pence();
    while (low < enough) {
        const std::int64_t middle = low + (enough - low) / 2;
        TRY(const Money missing, missing_with(streams, tried, line, Money::pence(middle)));
        if (missing > unpaid) {
            low = middle + 1;
        } else {
            enough = middle;
        }
    }
    return Money::pence(enough);
}

}  // namespace budget
