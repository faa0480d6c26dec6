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

namespace {

// The rules the reader goes by: in force, or those the assessment was told with.
enum class Rules { of_the_assessment, of_the_check };

Result<std::shared_ptr<const policy::Package>> rules_for(Desk& desk, store::View& book,
                                                         const AssessmentView& view, Rules rules) {
    if (!view.record) {
        return find_package(desk.shelf, view.person.package);
    }
    const bool is_to_check =
        rules == Rules::of_the_check && view.record->status == assessment::Status::sent;
    return is_to_check ? find_package(desk.shelf, view.record->package)
                       : rules_of(desk, book, *view.record);
}

Result<AssessmentView> see(Desk& desk, PersonId person, std::string_view purpose, Rules rules) {
    return look(desk, person, people::Action::see_record, purpose,
                [&](store::Snapshot& snapshot) -> Result<AssessmentView> {
                    AssessmentView view;
                    TRY(view.person, store::load_person(snapshot, person));
                    view.record = store::newest_assessment(snapshot, person);
                    TRY(view.package, rules_for(desk, snapshot, view, rules));
                    if (view.record) {
                        view.answers = store::load_answers(snapshot, view.record->id);
                    }
                    view.decisions = store::load_decisions(snapshot, person);
                    view.referrals = store::load_referrals(snapshot, person);
                    return view;
                });
}

}  // namespace

Result<AssessmentView> see_assessment(Desk& desk, PersonId person, std::string_view purpose) {
    return see(desk, person, purpose, Rules::of_the_assessment);
}

Result<AssessmentView> see_assessment_to_check(Desk& desk, PersonId person,
                                               std::string_view purpose) {
    return see(desk, person, purpose, Rules::of_the_check);
}

}  // namespace casework
