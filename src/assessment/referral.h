#pragma once
// A Referral asks the owner of a stream to decide about one person. The owner sees only what that
// decision needs: the answers the stream's own rules read, and what other streams came to where a
// rule looks at them, never the answers behind those. Used by the worker who refers and by the
// owner who answers.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "policy/package.h"

namespace assessment {

struct Referral {
    ReferralId id = {};
    PersonId person = {};
    StreamId stream = {};
    AssessmentId assessment = {};
    Date asked_on = {};
    std::string asked_by = {};  // name of the worker
    Date reply_by = {};
    std::string note = {};  // what the worker tells the owner
    std::optional<Date> answered_on = {};
    DecisionId decision = {};  // the agreed fact that answered it; none while it waits

    bool is_waiting() const { return !answered_on; }
    friend bool operator==(const Referral&, const Referral&) = default;
};

// What a stream's decision reads.
struct Needs {
    std::vector<std::string> questions = {};  // of the questionnaire, in its order
    bool age = false;
    std::vector<std::string> decisions = {};  // shown by value; what they stand on is not shown
};

// Finds what the owner of a stream must see. A decision that other streams stand on too is shown by
// its value alone.
Needs needs_of(const policy::Package& package, const policy::Stream& stream);

}  // namespace assessment
