#pragma once
// Whenever a person is told what her answers come to, or a named person decides about a fund, what
// she is told is worked out once more, signed with the council's key and kept, with the rules it
// was made with. She can take it away as a file that anybody can check (take_signed_file.h). Part
// of the journeys that tell: they call it in their own transaction, after they kept their facts.

#include "assessment/stream_decision.h"
#include "casework/assessment_open.h"
#include "policy/allocation.h"

namespace casework {

// Signs and keeps what an assessment comes to.
void issue_allocation(Desk& desk, Acting& acting, const OpenAssessment& open, policy::Issue issue);

// The same for the assessment a decision stands on; a decision that stands on none, or on rules
// that are not on the shelf any more, is not signed.
void issue_decision(Desk& desk, Acting& acting, const assessment::StreamDecision& decision);

}  // namespace casework
