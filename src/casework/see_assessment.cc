#include "casework/see_assessment.h"

#include <algorithm>

#include "casework/assessment_open.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/people.h"
#include "store/referrals.h"

namespace casework {

assessment::Assessment AssessmentView::assess(Date today) const {
    return assessment::assess(*package, answers, person.born,
                              record ? record->figures_on(today) : today);
}

const assessment::Referral* AssessmentView::waiting(const StreamId& stream) const {
    const auto found = std::ranges::find_if(referrals, [&](const assessment::Referral& referral) {
        return referral.stream == stream && referral.is_waiting();
    });
    return found == referrals.end() ? nullptr : &*found;
}

Result<AssessmentView> see_assessment(Desk& desk, PersonId person, std::string_view purpose) {
    return look(desk, person, people::Action::see_record, purpose,
                [&](store::Snapshot& snapshot) -> Result<AssessmentView> {
                    AssessmentView view;
                    TRY(view.person, store::load_person(snapshot, person));
                    view.record = store::newest_assessment(snapshot, person);
                    TRY(view.package, find_package(desk.shelf, view.record ? view.record->package
                                                                           : view.person.package));
                    if (view.record) {
                        view.answers = store::load_answers(snapshot, view.record->id);
                    }
                    view.decisions = store::load_decisions(snapshot, person);
                    view.referrals = store::load_referrals(snapshot, person);
                    return view;
                });
}

}  // namespace casework
