#pragma once
// Reviews: a worker sets the day of the next one and records one that was held, with what was found
// and when the next is due. Each is a dated step of the record.

#include <optional>
#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/review.h"

namespace casework {

// Sets the day of the next review, or moves it.
// Refuses: people.not_found, people.record_closed, review.due_past.
Outcome set_review(Desk& desk, PersonId person, people::ReviewKind kind, Date due_on);

// What a worker records after a review.
struct ReviewRecord {
    people::ReviewKind kind = people::ReviewKind::light;
    Date held_on = {};
    people::ReviewOutcome outcome = people::ReviewOutcome::stays;
    std::string notes = {};
    std::optional<Date> next_on = {};  // of the review after this one
    people::ReviewKind next_kind = people::ReviewKind::light;
};

// Records a review that was held; it takes the place of the one that was to come.
// Refuses: people.not_found, review.held_ahead, review.notes_missing, review.due_past.
Outcome record_review(Desk& desk, PersonId person, const ReviewRecord& record);

}  // namespace casework
