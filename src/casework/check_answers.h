#pragma once
// A worker goes through the answers with the person. Where they see a thing otherwise the worker's
// answer is put beside hers, never over it; then the worker's counts for the sums, and the page
// shows both. When they are through, the sums are worked out again and kept as indicative facts.

#include <vector>

#include "casework/assess_person.h"
#include "casework/desk.h"

namespace casework {

// Keeps the worker's answers beside the person's. Refuses: assessment.not_started,
// assessment.not_sent (she has not sent them), assessment.already_checked,
// assessment.unknown_question, and what policy::read_answer refuses.
Outcome add_worker_answers(Desk& desk, PersonId person, const std::vector<TypedAnswer>& answers);

// Says that the answers were checked with the person. Refuses: assessment.not_started,
// assessment.not_in_order, assessment.not_finished (a question nobody has answered; its place).
Outcome finish_check(Desk& desk, PersonId person);

}  // namespace casework
