#pragma once
// The person answers the questions about her life, alone or with somebody who helps her; a worker
// keys in what came on paper or by telephone. It is the same journey and reaches the same state:
// every answer is kept the moment it is given, "I am not sure" is an answer, and sending works out
// what it comes to and keeps each stream's sum as an indicative fact.

#include <optional>
#include <string>
#include <vector>

#include "assessment/answers.h"
#include "casework/desk.h"

namespace casework {

// What was typed for one question.
struct TypedAnswer {
    std::string question = {};
    std::string value = {};
    bool not_sure = false;
};

// Starts an assessment under the package of her record, or a new one after the last was decided.
// On a page it is her own act or a helper's; on paper or by telephone a worker's.
// Refuses: assessment.already_open, casework.record_closed, casework.package_unknown,
// people.not_found.
Result<AssessmentId> start_assessment(Desk& desk, PersonId person, assessment::Channel channel);

// Keeps answers. A helper's are kept as the helper's view, and `own_views` beside them as hers.
// Refuses: assessment.not_started, assessment.already_sent, assessment.unknown_question, and what
// policy::read_answer refuses, each with the question as its place.
Outcome save_answers(Desk& desk, PersonId person, const std::vector<TypedAnswer>& answers,
                     const std::vector<TypedAnswer>& own_views, assessment::Channel channel);

// Sends the answers to the council. Refuses: assessment.not_started, assessment.already_sent,
// assessment.not_finished (the first unanswered question is its place).
Outcome send_assessment(Desk& desk, PersonId person, assessment::Channel channel);

}  // namespace casework
