#pragma once
// The owner of a stream reads the referrals to it and answers them: yes with a sum, or no, with the
// day, the decider and the reason. The answer is an agreed fact; from then on a plan may draw on
// the stream. The owner's staff see one stream, and of the person only what its rules read.

#include <string>
#include <vector>

#include "assessment/decide_stream.h"
#include "assessment/referral.h"
#include "base/council_year.h"
#include "casework/desk.h"

namespace casework {

// A referral in the list: nobody's name, only the neutral reference.
struct ReferralRow {
    assessment::Referral referral;
    std::string reference;  // "WE-00042"
    std::optional<assessment::StreamDecision> decision;
};

struct StreamHome {
    StreamId stream;
    std::string name;  // as its package names it
    std::vector<ReferralRow> waiting;
    std::vector<ReferralRow> answered;
    CouncilYear year = {};  // this year, of which the sums are
    Money cash_limit = {};  // what the owner put in
    Money awarded = {};     // given to people's budgets
    Money left = {};        // not awarded to anybody yet
    Money next_limit = {};  // put in for the next year
    Money next_left = {};
};

// One thing the decision reads.
struct ReferralFact {
    std::string label;
    std::string value;
};

struct ReferralPage {
    assessment::Referral referral;
    policy::Stream stream;
    std::string person_name;
    std::string reference;
    std::vector<ReferralFact> facts;
    std::optional<assessment::StreamDecision> estimate;  // the indicative fact, if there is one
    std::optional<assessment::StreamDecision> decision;
    std::optional<policy::Mark> estimate_mark = {};  // of the figures the estimate stands on
};

// Gives the referrals of the actor's own stream. Refuses: people.not_allowed.
Result<StreamHome> see_stream_home(Desk& desk, const StreamId& stream);

// Gives one referral with what its decision needs; the look is written to the book.
// Refuses: referral.not_found, people.not_allowed.
Result<ReferralPage> see_referral(Desk& desk, ReferralId referral);

// Records the owner's answer. Refuses: referral.not_found, referral.already_answered,
// referral.before_asked, and what assessment::check refuses.
Result<DecisionId> answer_referral(Desk& desk, ReferralId referral,
                                   const assessment::Verdict& verdict);

}  // namespace casework
