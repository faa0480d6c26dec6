#pragma once
// Keeps and loads support plans, the budgets agreed from them (each change a new version) and what
// people contribute. A budget's earlier versions stay as they were.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "budget/budget.h"
#include "budget/contribution_terms.h"
#include "budget/support_plan.h"
#include "store/store.h"

namespace store {

// Writes a plan, its outcomes and its lines over what was kept of it. `reasons` are a worker's,
// when it was returned or agreed.
void keep(Tx& tx, const budget::SupportPlan& plan, const std::string& reasons);

struct KeptPlan {
    budget::SupportPlan plan;
    std::string reasons;
};
std::optional<KeptPlan> find_plan(View& view, PlanId id);
// Loads a person's plans, latest first.
std::vector<KeptPlan> load_plans_of(View& view, PersonId person);
// Loads every plan of a status.
std::vector<KeptPlan> load_plans(View& view, budget::PlanStatus status);

// Keeps the budget as its next version.
void keep_version(Tx& tx, const budget::Budget& budget, Date made_on, const std::string& why);
// Loads the newest version of a budget.
std::optional<budget::Budget> find_budget(View& view, BudgetId id);
// Finds the budget a person lives with on a day: the one in force, of several the one that began
// last; else the first to begin in the same year of the council; else the one that ended last; else
// the first to come.
std::optional<budget::Budget> find_budget_of(View& view, PersonId person, Date on);

// Of a budget's newest version nothing but its dates, and whose year's money it is: that of its
// first day when it was agreed, whatever changes later.
struct BudgetDates {
    BudgetId id;
    Period period;
    CouncilYear year;
};
// Loads the dates of all budgets of a person, those that begin first first.
std::vector<BudgetDates> load_budget_dates_of(View& view, PersonId person);
// Loads the years that the versions of each budget say its money is of: one, or the book is broken.
std::map<BudgetId, std::set<CouncilYear>> load_years_of_budgets(View& view);
// Gives the one of a person's budgets that find_budget_of finds.
std::optional<BudgetDates> nearest_of(const std::vector<BudgetDates>& budgets, Date on);
// Finds the one of a person's budgets that was agreed for a later year of the council than the
// day's; none as long as nothing is agreed for then.
std::optional<budget::Budget> find_next_budget(View& view, const std::vector<BudgetDates>& budgets,
                                               Date on);
// Finds the budget a line belongs to, or belonged to before a change.
std::optional<budget::Budget> find_budget_with(View& view, PersonId person, PlanLineId line);
// Loads the newest version of all budgets of a person, oldest first.
std::vector<budget::Budget> load_budgets_of(View& view, PersonId person);
// Whether a person ever had a budget.
bool has_budget(View& view, PersonId person);
// Finds everybody who adds her own money to a line of a budget as it is now.
std::set<PersonId> find_people_adding_own_money(View& view);
// Tells whose year's money a budget is; it must exist.
CouncilYear year_of(View& view, BudgetId budget);
// Loads the newest version of everybody's budgets that have a day in the period.
std::vector<budget::Budget> load_budgets(View& view, const Period& within);

struct BudgetVersion {
    std::int64_t version = 0;
    Date made_on;
    std::string why;
};
std::vector<BudgetVersion> load_versions(View& view, BudgetId id);
// Loads the budget as it was in one version; the version must exist.
budget::Budget load_version(View& view, BudgetId id, std::int64_t version);
// Finds all budgets of a person, oldest first.
std::vector<BudgetId> find_budgets_of(View& view, PersonId person);

// Adds a term as it was set; the newest setting wins from its first day on.
void keep_term(Tx& tx, PersonId person, const StreamId& stream,
               const budget::ContributionTerm& term, Date set_on, const std::string& by,
               const std::string& why);
// Loads the terms in force, all settings applied in order, for one stream; terms without any are
// empty.
budget::ContributionTerms load_terms(View& view, PersonId person, const StreamId& stream);
// Who set a term, when and why, in the order in which they were set.
struct TermReason {
    StreamId stream = {};
    Date from = {};
    Date set_on = {};
    std::string set_by = {};
    std::string why = {};
};
std::vector<TermReason> load_term_reasons(View& view, PersonId person);
// Loads the terms of every stream that charges her.
std::vector<budget::ContributionTerms> load_terms(View& view, PersonId person);

}  // namespace store
