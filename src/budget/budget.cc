#include "budget/budget.h"

#include <algorithm>

#include "budget/share.h"

namespace budget {

Money Budget::total() const {
    Money sum;
    for (const BudgetLine& line : lines) {
        sum += ledger::total(line.portions);
    }
    return sum;
}

std::vector<ledger::Portion> Budget::by_stream() const {
    std::vector<ledger::Portion> sums;
    for (const BudgetLine& line : lines) {
        ledger::add_to(sums, line.portions);
    }
    return sums;
}

const BudgetLine* Budget::find(const PlanLineId& line) const {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&line](const BudgetLine& one) { return one.plan.id == line; });
    return found == lines.end() ? nullptr : &*found;
}

std::vector<ledger::Portion> accrued(const BudgetLine& line, const Period& dates) {
    const bool was_cut = line.split_from.has_value();
    const Date origin = was_cut ? *line.split_from : line.plan.dates.from;
    const auto cost_before = [&line, origin](Date day) {
        const Date within = std::clamp(day, line.plan.dates.from, line.plan.dates.until);
        return line.plan.funded_between(origin, within);
    };
    const Money from = cost_before(dates.from);
    return share_between(was_cut ? line.split : line.portions, from,
                         std::max(from, cost_before(dates.until)));
}

Money accrued(const BudgetLine& line, const StreamId& stream, const Period& dates) {
    return amount_of(accrued(line, dates), stream);
}

Need need_of(const PlanLine& line) {
    Need need;
    need.key = line.id.to_text();
    need.what = line.what;
    need.purpose = line.purpose;
    need.spending = line.spending;
    need.is_cash = is_cash(line.holding);
    need.dates = line.dates;
    need.amount = line.funded();
    return need;
}

std::vector<Need> needs_of(const SupportPlan& plan) {
    std::vector<Need> needs;
    for (const PlanLine& line : plan.lines) {
        needs.push_back(need_of(line));
    }
    return needs;
}

Outcome check_sign_off(Money plan_cost, Money indicative, const SignOffLimit& limit) {
    if (limit.amount_max && plan_cost > *limit.amount_max) {
        return Error{"budget.above_limit",
                     "This plan costs " + plan_cost.for_people() + ". You may agree up to " +
                         limit.amount_max->for_people() + ": ask somebody who may agree more."};
    }
    if (limit.variance_max_percent &&
        plan_cost.in_pence() * 100 > indicative.in_pence() * (100 + *limit.variance_max_percent)) {
        return Error{"budget.above_variance",
                     "This plan costs " + (plan_cost - indicative).for_people() +
                         " more than the first figure of " + indicative.for_people() +
                         ". You may agree up to " + std::to_string(*limit.variance_max_percent) +
                         " in a hundred more: ask somebody who may agree more."};
    }
    return Done{};
}

Result<Agreement> agree(const BudgetId& id, const SupportPlan& plan,
                        const std::vector<StreamRule>& streams, const ledger::Act& act) {
    if (plan.status != PlanStatus::accepted) {
        return Error{"budget.plan_not_agreed",
                     "This plan is \"" + std::string(words(plan.status)) +
                         "\". Money is promised once it is agreed and she has accepted it."};
    }
    TRY(const std::vector<NeedSplit> splits, draw_down_in_full(streams, needs_of(plan)));
    Agreement agreement;
    agreement.budget.id = id;
    agreement.budget.person = plan.person;
    agreement.budget.plan = plan.id;
    agreement.budget.period = plan.period;
    for (std::size_t index = 0; index < plan.lines.size(); ++index) {
        const PlanLine& line = plan.lines[index];
        agreement.budget.lines.push_back({line, splits[index].portions});
        if (!is_paid_in_advance(line.holding)) {
            continue;
        }
        ledger::Act promise = act;
        promise.id = {};
        promise.cause = "hold:" + line.id.to_text();
        promise.person = plan.person;
        promise.about = id.to_text();
        promise.line = line.id;
        TRY(ledger::Entry entry, ledger::hold(promise, splits[index].portions));
        agreement.entries.push_back(std::move(entry));
    }
    return agreement;
}

Result<ledger::Entry> hold(const market::Purchase& purchase, const std::vector<StreamRule>& streams,
                           const ledger::Act& act) {
    Need need;
    need.key = purchase.id.to_text();
    need.what = purchase.what;
    need.purpose = purchase.purpose;
    need.spending = purchase.spending;
    need.dates = purchase.dates;
    need.amount = purchase.amount();
    TRY(const std::vector<NeedSplit> splits, draw_down_in_full(streams, {need}));
    ledger::Act promise = act;
    promise.id = {};
    promise.cause = "hold:" + need.key;
    promise.person = purchase.person;
    promise.about = need.key;
    promise.line = purchase.line;
    return ledger::hold(promise, splits.front().portions);
}

std::vector<ledger::Portion> portions_of_units(const std::vector<ledger::Portion>& held,
                                               std::int64_t quantity, std::int64_t before,
                                               std::int64_t count) {
    CHECK(quantity > 0 && before >= 0 && count >= 0 && before + count <= quantity);
    const std::int64_t whole = ledger::total(held).in_pence();
    const std::int64_t each = whole / quantity;
    CHECK(each * quantity == whole);  // an order costs its quantity times one price
    return above_nought(
        share_between(held, Money::pence(each * before), Money::pence(each * (before + count))));
}

std::vector<OverPromise> over_promises(const Budget& budget,
                                       const std::vector<ledger::Portion>& decided) {
    std::vector<OverPromise> found;
    for (const ledger::Portion& needed : budget.by_stream()) {
        const Money sum = amount_of(decided, needed.stream);
        if (needed.amount > sum) {
            found.push_back({needed.stream, needed.amount, sum});
        }
    }
    return found;
}

}  // namespace budget
