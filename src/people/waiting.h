#pragma once
// Waiting names the kinds of thing that wait in a person's record for a worker: the rows of a
// caseload. Store finds them, casework says why each is there.

namespace people {

enum class Waiting {
    question,             // somebody asks for help or is not sure
    disagreement,         // somebody disagrees
    answers_to_check,     // an assessment was sent
    decision_to_make,     // answers are checked, nothing is decided
    plan_to_read,         // a plan was sent
    plan_to_accept,       // a plan was agreed, the person has not accepted it
    delivery_disputed,    // the person says a visit did not take place as reported
    delivery_unanswered,  // nobody answered a report, though the person was reminded
    review,               // a review is set
    nominee_ended,        // money was to be paid to a nominee that is one no more
    nominee_closed,       // money is to be paid to a nominee whose account is closed
};

}  // namespace people
