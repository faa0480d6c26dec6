#pragma once
// A person (or somebody with the scope) writes a support plan: what she wants to change, and the
// costed lines that would do it. The draft is kept at every step. Sending it checks it whole and
// asks the worker to read it; until then nobody counts on it.

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "budget/draw_down.h"
#include "budget/support_plan.h"
#include "casework/desk.h"
#include "casework/own_money.h"
#include "store/ledger.h"

namespace casework {

// What a line says as it is written; ids and holders are found by the journey.
struct PlanLineDraft {
    std::optional<std::size_t> outcome = {};
    std::string what = {};
    std::optional<OfferId> offer = {};  // none: her own words and her own price
    std::string purpose = {};
    market::Spending spending = market::Spending::revenue;
    market::Unit unit = market::Unit::visit;
    budget::Frequency frequency = {};
    Money price = {};  // taken from the offer when there is one
    Money own = {};    // of that price, what she adds herself
    Period dates = {};
    budget::Holding holding = budget::Holding::council_managed;
    std::optional<PayeeId> holder =
        {};  // of a fund or third party; her own account is found by itself
    // Of a direct payment: the nominee it is paid to; none: her own account.
    std::optional<RelationshipId> nominee = {};
};

// Starts a draft for a period in one year of the council. Refuses: budget.plan_open (there is a
// draft already), budget.days_over_two_years, casework.record_closed.
Result<PlanId> start_plan(Desk& desk, PersonId person, const Period& period);

// Keeps the outcomes in her words, in order. Refuses: budget.plan_not_draft, budget.plan_unknown.
Outcome save_outcomes(Desk& desk, PersonId person, PlanId plan,
                      const std::vector<std::string>& words);

// Adds a line, or writes over the line `replaces`. Refuses: budget.plan_not_draft,
// budget.plan_unknown, market.offer_unknown, casework.nominee_unknown, and what budget::check_line
// refuses.
Result<PlanLineId> save_line(Desk& desk, PersonId person, PlanId plan, const PlanLineDraft& draft,
                             std::optional<PlanLineId> replaces);

// Takes a line out of a draft. Refuses: budget.plan_not_draft, budget.plan_unknown,
// budget.line_unknown.
Outcome remove_line(Desk& desk, PersonId person, PlanId plan, PlanLineId line);

// Sends the plan to the worker. Refuses: what budget::become refuses.
Outcome send_plan(Desk& desk, PersonId person, PlanId plan);

// Records somebody who would hold money for her: a provider's individual service fund, a trust, a
// friend. A nominee is recorded by the council.
Result<PayeeId> add_holder(Desk& desk, PersonId person, const std::string& name);

// Finds her own dedicated account as a payee, making it the first time.
Result<PayeeId> own_account(Desk& desk, Acting& acting, PersonId person, const std::string& name);

// Finds where a direct payment goes: to a nominee, or to her own account.
// Refuses: casework.nominee_unknown.
Result<PayeeId> account_of_direct_payment(Desk& desk, Acting& acting, PersonId person,
                                          std::optional<RelationshipId> nominee);

// A plan with its live cost against each stream.
// A stream that pays for a plan and whose owner has not put in the money yet.
struct MissingLimit {
    std::string stream;  // its name
    std::string owner;
    Money needed;  // by this plan
    Money there;   // in the stream and awarded to nobody
};

struct CostedPlan {
    budget::SupportPlan plan;
    std::string reasons;  // a worker's
    budget::DrawDown split;
    std::vector<budget::StreamRule> streams;
    Money decided_total;
    std::vector<MissingLimit> not_put_in;                   // while nobody has accepted the plan
    std::vector<std::pair<PayeeId, store::Payee>> holders;  // of its lines
    std::vector<OwnPart> own_parts;  // of lines she adds to or could add to; before that too
};

// Gives a plan and what each stream would pay of it. Works for a draft that is not whole yet.
// Refuses: budget.plan_unknown.
Result<CostedPlan> cost_plan(Desk& desk, PersonId person, PlanId plan);

// What a line would cost, and the whole plan with it; nothing is saved.
struct LineCost {
    budget::PlanLine line;
    CostedPlan plan;
};
// Works out a line before it is saved, exactly as cost_plan would after. Refuses: what save_line
// refuses.
Result<LineCost> cost_line(Desk& desk, PersonId person, PlanId plan, const PlanLineDraft& draft,
                           std::optional<PlanLineId> replaces);

// Gives a person's plans, latest first.
Result<std::vector<budget::SupportPlan>> plans_of(Desk& desk, PersonId person);

}  // namespace casework
