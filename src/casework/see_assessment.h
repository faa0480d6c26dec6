#pragma once
// Reading a person's assessment: her answers and everybody else's, how far it has come, what it
// comes to, what was decided about each stream and who has still to decide. Reading is an act: when
// it is not her own record the look is written to the book first.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "assessment/assess.h"
#include "assessment/record.h"
#include "assessment/referral.h"
#include "assessment/stream_decision.h"
#include "casework/desk.h"
#include "people/person.h"

namespace casework {

struct AssessmentView {
    people::Person person;
    std::shared_ptr<const policy::Package> package;
    std::optional<assessment::Record> record;  // none: not started
    assessment::Answers answers;
    std::vector<assessment::StreamDecision> decisions;  // of the person, oldest first
    std::vector<assessment::Referral> referrals;

    // Works out what the answers come to, with the figures of the right day.
    assessment::Assessment assess(Date today) const;
    // Gives the referral of a stream that waits; nullptr when none does.
    const assessment::Referral* waiting(const StreamId& stream) const;
    // Whether anything can still be answered.
    bool is_open() const { return record && record->status == assessment::Status::started; }
};

// Loads it. `purpose` is what the looker is doing, in a few words.
// Refuses: people.not_allowed, people.not_found, casework.package_unknown,
// rules.version_does_not_load.
Result<AssessmentView> see_assessment(Desk& desk, PersonId person, std::string_view purpose);

// Loads it for the worker who checks the answers: until they are checked, with the questions of the
// rules in force, which the check asks. Refuses as see_assessment does.
Result<AssessmentView> see_assessment_to_check(Desk& desk, PersonId person,
                                               std::string_view purpose);

}  // namespace casework
