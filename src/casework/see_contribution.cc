#include "casework/see_contribution.h"

#include <algorithm>

#include "casework/assessment_open.h"
#include "store/plans.h"

namespace casework {

namespace {

constexpr std::string_view purpose = "what the person pays";

// The reason of the setting that a term comes from: the last one with its first day.
SetContribution told(const StreamId& stream, const budget::ContributionTerm& term,
                     const std::vector<store::TermReason>& reasons) {
    SetContribution sum{.stream = stream, .term = term};
    for (const store::TermReason& reason : reasons) {
        if (reason.stream == stream && reason.from == term.from) {
            sum.set_on = reason.set_on;
            sum.set_by = reason.set_by;
            sum.why = reason.why;
        }
    }
    return sum;
}

}  // namespace

const SetContribution* ContributionView::on(const StreamId& stream, Date day) const {
    const auto found = std::ranges::find_if(sums, [&](const SetContribution& sum) {
        return sum.stream == stream && sum.term.from <= day &&
               (!sum.term.until || day < *sum.term.until);
    });
    return found == sums.end() ? nullptr : &*found;
}

Result<ContributionView> see_contribution(Desk& desk, PersonId person) {
    ContributionView view;
    TRY(view.answered, see_assessment(desk, person, purpose));
    TRY(view.sums, look(desk, person, people::Action::see_record, purpose,
                        [&](store::Snapshot& snapshot) -> Result<std::vector<SetContribution>> {
                            std::vector<SetContribution> sums;
                            const std::vector<store::TermReason> reasons =
                                store::load_term_reasons(snapshot, person);
                            for (const budget::ContributionTerms& terms :
                                 store::load_terms(snapshot, person)) {
                                for (const budget::ContributionTerm& term : terms.terms) {
                                    if (!term.until || desk.today < *term.until) {
                                        sums.push_back(told(terms.stream, term, reasons));
                                    }
                                }
                            }
                            return sums;
                        }));
    return view;
}

}  // namespace casework
