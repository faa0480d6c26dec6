#include "budget/two_funds.h"

#include <algorithm>

namespace budget {

namespace {

std::vector<StreamId> funds_of(const PlanLine& line, const DrawDown& split) {
    std::vector<StreamId> funds;
    for (const NeedSplit& need : split.needs) {
        if (need.key == line.id.to_text()) {
            for (const ledger::Portion& portion : need.portions) {
                funds.push_back(portion.stream);
            }
        }
    }
    return funds;
}

}  // namespace

std::vector<TwoFunds> paid_by_two_funds(const SupportPlan& plan, const DrawDown& split) {
    std::vector<TwoFunds> found;
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        for (std::size_t j = i + 1; j < plan.lines.size(); ++j) {
            const PlanLine& first = plan.lines[i];
            const PlanLine& second = plan.lines[j];
            const std::optional<Period> days = first.dates.overlap(second.dates);
            if (first.purpose != second.purpose || !days) {
                continue;
            }
            std::vector<StreamId> of_first = funds_of(first, split);
            std::vector<StreamId> of_second = funds_of(second, split);
            // One fund that pays both sees both.
            const bool seen_by_one = std::ranges::any_of(of_first, [&](const StreamId& fund) {
                return std::ranges::find(of_second, fund) != of_second.end();
            });
            if (!of_first.empty() && !of_second.empty() && !seen_by_one) {
                found.push_back(TwoFunds{first.id, second.id, first.purpose, *days,
                                         std::move(of_first), std::move(of_second)});
            }
        }
    }
    return found;
}

}  // namespace budget
