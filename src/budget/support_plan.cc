#include "budget/support_plan.h"

#include <algorithm>

#include "base/named.h"
#include "base/text.h"

namespace budget {
namespace {

using enum PlanStatus;

constexpr std::array<base::Named<PlanStatus>, 6> statuses = {{
    {draft, "draft", "You are writing it"},
    {sent, "sent", "Sent to be agreed"},
    {returned, "returned", "Sent back to you with reasons"},
    {agreed, "agreed", "Agreed: waiting for your yes"},
    {accepted, "accepted", "In force"},
    {ended, "ended", "Ended"},
}};

struct Step {
    PlanStatus from;
    PlanStatus to;
};

constexpr std::array<Step, 10> steps = {{
    {draft, sent},
    {draft, ended},
    {sent, draft},  // she takes it back
    {sent, returned},
    {sent, agreed},
    {returned, sent},
    {returned, ended},
    {agreed, returned},  // she does not accept it
    {agreed, accepted},
    {accepted, ended},
}};

constexpr std::int64_t times_max = 1'000;
constexpr Money price_max = Money::pence(1'000'000'000);
constexpr Money cost_max = Money::pence(10'000'000'000);

// A weekly sum, which is paid by the day where a week is in part.
bool is_weekly_sum(const PlanLine& line) {
    return line.unit == market::Unit::week && line.frequency.every == Every::week;
}

// What units at one price come to in the days [from, until).
Money cost_at(const PlanLine& line, Money price, Date from, Date until) {
    if (is_weekly_sum(line)) {
        return weekly_sum_over(Money::pence(price.in_pence() * line.frequency.times), line.anchor,
                               {from, until});
    }
    return Money::pence(price.in_pence() * count_in(line.frequency, line.anchor, {from, until}));
}

}  // namespace

std::string_view to_text(PlanStatus status) {
    return named(statuses, status).text;
}
std::optional<PlanStatus> plan_status_from_text(std::string_view text) {
    return value_named(statuses, text);
}
std::string_view words(PlanStatus status) {
    return named(statuses, status).words;
}

bool may_become(PlanStatus from, PlanStatus to) {
    return std::any_of(steps.begin(), steps.end(),
                       [from, to](const Step& step) { return step.from == from && step.to == to; });
}

std::int64_t PlanLine::units_in(const Period& within) const {
    const std::optional<Period> both = dates.overlap(within);
    return both ? count_in(frequency, anchor, *both) : 0;
}

Money PlanLine::cost_between(Date from, Date until) const {
    return cost_at(*this, price, from, until);
}

Money PlanLine::cost_in(const Period& within) const {
    const std::optional<Period> both = dates.overlap(within);
    return both ? cost_between(both->from, both->until) : Money();
}

Money PlanLine::funded_between(Date from, Date until) const {
    return cost_at(*this, price - own, from, until);
}

Money PlanLine::funded_in(const Period& within) const {
    const std::optional<Period> both = dates.overlap(within);
    return both ? funded_between(both->from, both->until) : Money();
}

Money SupportPlan::cost() const {
    Money sum;
    for (const PlanLine& line : lines) {
        sum += line.cost();
    }
    return sum;
}

Money SupportPlan::funded() const {
    Money sum;
    for (const PlanLine& line : lines) {
        sum += line.funded();
    }
    return sum;
}

Outcome check_line(const PlanLine& line, const Period& plan_period) {
    if (base::trim(line.what).empty()) {
        return Error{"budget.line_without_words", "Say what this line is."};
    }
    if (line.purpose.empty()) {
        return Error{"budget.line_without_purpose", "Choose what this line is for."};
    }
    if (!line.price.is_positive() || line.price > price_max) {
        return Error{"budget.price_not_positive",
                     "Give a price above nought and below £10,000,000."};
    }
    if (line.own.is_negative() || line.own >= line.price) {
        return Error{
            "budget.own_part_too_large",
            "What is added of own money must be less than the price for one. What own money "
            "pays in full needs no plan."};
    }
    if (line.frequency.times <= 0 || line.frequency.times > times_max) {
        return Error{"budget.frequency_not_positive", "Say how many: from 1 to 1,000."};
    }
    if (line.dates.until <= line.dates.from || line.dates.from < plan_period.from ||
        line.dates.until > plan_period.until) {
        return Error{"budget.line_outside_plan",
                     "Choose days from " + plan_period.from.for_people() + " to " +
                         plan_period.last_day().for_people() + ", the days of the plan."};
    }
    if (is_paid_in_advance(line.holding) && !line.holder) {
        return Error{"budget.holder_missing", "Say who holds the money of this line."};
    }
    if (!is_paid_in_advance(line.holding) && line.holder) {
        return Error{"budget.holder_not_needed",
                     "The council holds the money of this line, so nobody else can."};
    }
    if (line.cost().is_zero()) {
        return Error{"budget.line_costs_nothing",
                     "On these days this line never happens. Choose other days or how often."};
    }
    if (!line.funded().is_positive()) {
        return Error{"budget.own_part_too_large",
                     "On these days the funds would pay nothing of this line. Add less yourself."};
    }
    if (line.cost() > cost_max) {
        return Error{"budget.cost_too_large", "This line costs more than a plan may."};
    }
    return Done{};
}

Outcome check_plan(const SupportPlan& plan) {
    if (plan.outcomes.empty()) {
        return Error{"budget.plan_without_outcomes",
                     "Write at least one thing you want to change before you send the plan."};
    }
    if (plan.lines.empty()) {
        return Error{"budget.plan_without_lines",
                     "Add at least one line of support before you send the plan."};
    }
    for (const PlanLine& line : plan.lines) {
        if (Outcome checked = check_line(line, plan.period); !checked) {
            return base::at("line \"" + line.what + "\"", checked.error());
        }
    }
    return Done{};
}

Result<SupportPlan> become(SupportPlan plan, PlanStatus status) {
    if (!may_become(plan.status, status)) {
        return Error{"budget.status_not_allowed",
                     "This plan is \"" + std::string(words(plan.status)) +
                         "\" and cannot become \"" + std::string(words(status)) +
                         "\". Look at it again: somebody may have changed it."};
    }
    if (status == sent) {
        TRY_DONE(check_plan(plan));
    }
    plan.status = status;
    return plan;
}

}  // namespace budget
