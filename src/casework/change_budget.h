#pragma once
// Changes to a budget after it began: another way of holding a line, a line that ends, a changed
// price or frequency, everything ending on a day (death, a move). Each is computed as dated
// differences by budget::change and carried out as entries, so that no payment is missed and none
// made twice. The budget gets its next version.

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "budget/change.h"
#include "casework/desk.h"

namespace casework {

// Ends one line, or everything: `until` is the first day without support. A budget agreed for a
// later year ends with the one in force.
// Refuses: budget.no_budget, what budget::end_line refuses, ledger.not_enough,
// casework.payment_on_its_way.
Outcome end_line(Desk& desk, PersonId person, PlanLineId line, Date until, const std::string& why);
Outcome end_budget(Desk& desk, PersonId person, Date until, const std::string& why);
// Whether a budget has anything left from a day on that an end would take away.
bool goes_on_after(const budget::Budget& budget, Date until);

// New terms of a line: what one costs and how often.
struct LineTerms {
    Money price = {};
    budget::Frequency frequency = {};
    Money own = {};  // of the price, what she adds herself
};
// What a change would do, before anybody does it.
struct ChangePreview {
    budget::BudgetLine line;  // as it is now
    budget::Change change;
    std::vector<ledger::Portion> to_award;  // what its streams would give more
    std::vector<std::pair<StreamId, std::string>> stream_names;
};

// Another way of holding a line, from a day on.
struct NewHolding {
    Date cut;
    budget::Holding holding = budget::Holding::council_managed;
    std::optional<PayeeId> holder = {};          // none for a direct payment: her own account
    std::optional<RelationshipId> nominee = {};  // of a direct payment: the nominee it is paid to
};
// Works out a change of holding before anybody agrees to it. Refuses: budget.no_budget,
// budget.no_cash (a stream that pays the line may not be held as cash), casework.holder_unknown,
// casework.nominee_unknown, casework.nominee_ended, casework.nominee_account_closed,
// what budget::change_holding refuses.
Result<ChangePreview> preview_holding(Desk& desk, PersonId person, PlanLineId line,
                                      const NewHolding& wanted);

// A worker changes who holds a line from a day on; `why` may be left empty. Refuses as above,
// ledger.not_enough (the old holder has spent what was paid for later days),
// casework.payment_on_its_way (a payment for later days is in a pay run).
Outcome change_holding(Desk& desk, PersonId person, PlanLineId line, Date cut,
                       budget::Holding holding, std::optional<PayeeId> holder,
                       const std::string& why = {}, std::optional<RelationshipId> nominee = {});

// A worker changes price or frequency of a line from a day on, within her limit as when she agrees
// a plan. The streams that pay it are found again; what they must give more is awarded.
// What she adds herself is held to the same rules as in a plan.
// Refuses: budget.no_budget, casework.reasons_missing, budget.above_limit, budget.above_variance,
// casework.top_up_not_allowed, budget.own_part_not_needed, what budget::change_line refuses,
// ledger.not_enough, casework.payment_on_its_way.
Outcome change_line(Desk& desk, PersonId person, PlanLineId line, Date from, const LineTerms& terms,
                    const std::string& why);
Result<ChangePreview> preview_change_line(Desk& desk, PersonId person, PlanLineId line, Date from,
                                          const LineTerms& terms);

// Starts a line later than agreed. Refuses: budget.no_budget, casework.reasons_missing, what
// budget::start_line_later refuses, ledger.not_enough, casework.payment_on_its_way.
Outcome start_line_later(Desk& desk, PersonId person, PlanLineId line, Date from,
                         const std::string& why);
Result<ChangePreview> preview_start_later(Desk& desk, PersonId person, PlanLineId line, Date from);
// Works out what ending a line would do. Refuses: budget.no_budget, what budget::end_line refuses.
Result<ChangePreview> preview_end_line(Desk& desk, PersonId person, PlanLineId line, Date until);

// Sets what she contributes from a day on. Terms set later replace earlier ones from their first
// day. Refuses: what budget::check_terms refuses, casework.stream_unknown.
Outcome set_contribution(Desk& desk, PersonId person, const StreamId& stream,
                         const budget::ContributionTerm& term, const std::string& why);

}  // namespace casework
