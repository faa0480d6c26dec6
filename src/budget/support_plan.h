#pragma once
// A SupportPlan is the person's own: what she wants to change (outcomes, in her words) and the
// costed lines that would do it. It is sent for agreement, agreed or returned with reasons, and
// accepted by her too before any money is promised. Its cost is exact: units counted by calendar
// times the all-in price; a weekly sum for a week in part is paid by the day, to the penny. Of a
// line's cost she may pay a part herself: what the funds pay of it is the rest, and no sum of a
// fund, no limit and no payment in advance ever counts her part.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "budget/frequency.h"
#include "budget/holding.h"
#include "market/offer.h"

namespace budget {

enum class PlanStatus { draft, sent, returned, agreed, accepted, ended };

std::string_view to_text(PlanStatus status);
std::optional<PlanStatus> plan_status_from_text(std::string_view text);
std::string_view words(PlanStatus status);
bool may_become(PlanStatus from, PlanStatus to);

// Something she wants to change, in her own words.
struct PlanOutcome {
    std::string words = {};

    friend bool operator==(const PlanOutcome&, const PlanOutcome&) = default;
};

struct PlanLine {
    PlanLineId id = {};
    std::optional<std::size_t> outcome = {};  // which of the plan's outcomes it serves
    std::string what = {};
    std::optional<ProviderId> provider = {};  // none: her own words in `what` say from whom
    std::optional<OfferId> offer = {};
    std::string purpose = {};
    market::Spending spending = market::Spending::revenue;
    market::Unit unit = market::Unit::visit;
    Frequency frequency = {};
    Money price = {};  // for one unit, all in
    Money own = {};    // of that price, what she adds of her own money; below the price
    Period dates = {};
    Date anchor = {};  // what units are counted from: the first day, before any change cut it
    Holding holding = Holding::council_managed;
    std::optional<PayeeId> holder = {};  // who is paid instalments; none when council-managed

    // Counts the units in some dates. The line's own dates bound them.
    std::int64_t units_in(const Period& within) const;
    // Gives the exact cost of the days [from, until), whatever the line's own dates.
    Money cost_between(Date from, Date until) const;
    // Gives the exact cost in some dates. The line's own dates bound them.
    Money cost_in(const Period& within) const;
    // Gives the exact cost of the whole line.
    Money cost() const { return cost_in(dates); }
    // Gives what the funds pay of the days [from, until), of some of the line's dates, of all.
    Money funded_between(Date from, Date until) const;
    Money funded_in(const Period& within) const;
    Money funded() const { return funded_in(dates); }
    // Gives what she pays herself: the cost less what the funds pay, so that they add up.
    Money own_in(const Period& within) const { return cost_in(within) - funded_in(within); }
    Money own_cost() const { return own_in(dates); }

    friend bool operator==(const PlanLine&, const PlanLine&) = default;
};

struct SupportPlan {
    PlanId id = {};
    PersonId person = {};
    Period period = {};
    std::vector<PlanOutcome> outcomes = {};
    std::vector<PlanLine> lines = {};
    PlanStatus status = PlanStatus::draft;

    // Sums the lines: what they cost, what the funds pay of it, and what she adds herself.
    Money cost() const;
    Money funded() const;
    Money own_cost() const { return cost() - funded(); }
    friend bool operator==(const SupportPlan&, const SupportPlan&) = default;
};

// Checks a line beside the plan's dates.
// Refuses: budget.line_without_words, budget.line_without_purpose, budget.price_not_positive,
// budget.own_part_too_large, budget.frequency_not_positive, budget.line_outside_plan,
// budget.holder_missing, budget.holder_not_needed, budget.line_costs_nothing,
// budget.cost_too_large.
Outcome check_line(const PlanLine& line, const Period& plan_period);

// Checks a whole plan before it is sent.
// Refuses: budget.plan_without_outcomes, budget.plan_without_lines, and what check_line refuses.
Outcome check_plan(const SupportPlan& plan);

// Moves a plan to another status; sending checks it first.
// Refuses: budget.status_not_allowed, and on sending what check_plan refuses.
Result<SupportPlan> become(SupportPlan plan, PlanStatus status);

}  // namespace budget
