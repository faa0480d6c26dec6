#pragma once
// A named worker decides whether a person can get help from a stream the council decides, starting
// from what the software proposes and always with reasons the person reads. Yes, with a sum, is
// kept as proposed: it is agreed with the plan, or before it here. No is agreed at once, since no
// plan will follow. Streams of other owners are referred (refer_to_owner.h), never decided here.

#include "assessment/decide_stream.h"
#include "casework/desk.h"

namespace casework {

// Keeps what a worker decides for one stream. The day is today and the decider is the worker.
// Refuses: assessment.not_started, assessment.not_checked, decision.stream_unknown,
// decision.not_ours, and what assessment::check refuses.
Result<DecisionId> decide_eligibility(Desk& desk, PersonId person, const StreamId& stream,
                                      const assessment::Verdict& verdict);

// Agrees the sum last proposed for a stream of the council. Refuses: decision.nothing_proposed,
// decision.already_agreed, decision.stream_unknown, decision.not_ours.
Result<DecisionId> agree_proposal(Desk& desk, PersonId person, const StreamId& stream);

// Notes that the assessment is decided when every stream the council decides has an answer of a
// named person. Part of the two journeys above.
void note_if_decided(Desk& desk, Acting& acting, PersonId person);

}  // namespace casework
