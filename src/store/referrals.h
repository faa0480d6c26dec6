#pragma once
// Keeps and loads referrals: requests to the owner of a stream to decide about a person.

#include <optional>
#include <vector>

#include "assessment/referral.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/store.h"

namespace store {

// Keeps a new referral.
void keep(Tx& tx, const assessment::Referral& referral);
// Notes the day it was answered and by which decision.
void answer_referral(Tx& tx, ReferralId referral, Date on, DecisionId decision);

// Loads one referral. Refuses: referral.not_found.
Result<assessment::Referral> load_referral(View& view, ReferralId referral);
// Loads a stream's referrals, the longest waiting first, then the answered ones, latest first.
std::vector<assessment::Referral> load_referrals_of(View& view, const StreamId& stream);
// Loads a person's referrals, oldest first.
std::vector<assessment::Referral> load_referrals(View& view, PersonId person);

}  // namespace store
