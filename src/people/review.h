#pragma once
// A Review looks again at how things are for a person, on a day set ahead. It is light (a talk
// about the plan) or full (a new assessment). When it was held, the book keeps the day, what was
// found and what follows. A person has at most one review to come.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace people {

enum class ReviewKind { light, full };
enum class ReviewOutcome { stays, plan_changes, assess_again, support_ends };
inline constexpr std::array all_review_outcomes = {
    ReviewOutcome::stays, ReviewOutcome::plan_changes, ReviewOutcome::assess_again,
    ReviewOutcome::support_ends};

std::string_view to_text(ReviewKind kind);
std::optional<ReviewKind> review_kind_from_text(std::string_view text);
std::string_view words(ReviewKind kind);
std::string_view to_text(ReviewOutcome outcome);
std::optional<ReviewOutcome> review_outcome_from_text(std::string_view text);
std::string_view words(ReviewOutcome outcome);

// What was found when it was held.
struct ReviewHeld {
    Date on = {};
    ReviewOutcome outcome = ReviewOutcome::stays;
    std::string notes = {};
    std::string by = {};  // name of the worker

    friend bool operator==(const ReviewHeld&, const ReviewHeld&) = default;
};

struct Review {
    PersonId person = {};
    std::int64_t seq = 0;  // 1, 2, 3 within the person; 0: not yet kept
    ReviewKind kind = ReviewKind::light;
    Date due_on = {};
    std::optional<ReviewHeld> held = {};

    bool is_late_on(Date day) const { return !held && due_on < day; }
    friend bool operator==(const Review&, const Review&) = default;
};

// Checks what was found. Refuses: review.held_ahead (a day that has not come),
// review.notes_missing.
Outcome check(const ReviewHeld& held, Date today);

}  // namespace people
