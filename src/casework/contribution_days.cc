#include "casework/contribution_days.h"

namespace casework {

namespace {

using budget::ContributionTerm;

// Leaves some days out.
std::vector<ContributionTerm> without(const std::vector<ContributionTerm>& terms,
                                      const Period& days) {
    std::vector<ContributionTerm> kept;
    for (const ContributionTerm& term : terms) {
        const bool ends_later = !term.until || *term.until > days.until;
        if (term.from >= days.until || (term.until && *term.until <= days.from)) {
            kept.push_back(term);
            continue;
        }
        if (term.from < days.from) {
            kept.push_back(term);
            kept.back().until = days.from;
        }
        if (ends_later) {
            kept.push_back(term);
            kept.back().from = days.until;
        }
    }
    return kept;
}

}  // namespace

std::vector<budget::ContributionTerms> own_terms(std::vector<budget::ContributionTerms> all,
                                                 const std::vector<store::BudgetDates>& budgets,
                                                 BudgetId budget) {
    for (const store::BudgetDates& other : budgets) {
        // Ids are in the order of making.
        if (other.id < budget && other.period.from < other.period.until) {
            for (budget::ContributionTerms& terms : all) {
                terms.terms = without(terms.terms, other.period);
            }
        }
    }
    return all;
}

std::vector<budget::ContributionTerms> load_own_terms(store::View& view,
                                                      const budget::Budget& budget) {
    std::vector<budget::ContributionTerms> all = store::load_terms(view, budget.person);
    return all.empty()
               ? all
               : own_terms(all, store::load_budget_dates_of(view, budget.person), budget.id);
}

}  // namespace casework
