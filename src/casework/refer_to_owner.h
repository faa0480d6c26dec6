#pragma once
// A worker asks the owner of a stream to decide about a person. The council can only estimate such
// a stream; nothing of it can be planned with or spent before its owner has answered. The owner is
// asked once at a time, with the day by which the person should have an answer.

#include <string>

#include "assessment/referral.h"
#include "casework/desk.h"

namespace casework {

// What the worker gives with it.
struct ReferralRequest {
    StreamId stream;
    Date reply_by;
    std::string note = {};  // what the owner needs to know besides the answers; may be empty
};

// Asks the owner. Refuses: assessment.not_started, assessment.not_checked, referral.stream_unknown,
// referral.we_decide (the council decides this stream itself), referral.already_waiting,
// referral.reply_too_early, text.*.
Result<ReferralId> refer_to_owner(Desk& desk, PersonId person, const ReferralRequest& request);

}  // namespace casework
