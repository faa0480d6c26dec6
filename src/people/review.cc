#include "people/review.h"

namespace people {

namespace {

struct Name {
    std::string_view code;
    std::string_view words;
};

constexpr std::array<Name, 2> kind_names = {{
    {"light", "A talk about how the plan works"},
    {"full", "A full look: the questions are asked again"},
}};
constexpr std::array<Name, 4> outcome_names = {{
    {"stays", "Everything stays as it is"},
    {"plan_changes", "The plan will change"},
    {"assess_again", "The questions will be asked again"},
    {"support_ends", "The support will end"},
}};

template <typename Value, std::size_t N>
std::optional<Value> from_code(const std::array<Name, N>& names, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i].code == code) {
            return static_cast<Value>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_text(ReviewKind kind) {
    return kind_names[static_cast<std::size_t>(kind)].code;
}

std::optional<ReviewKind> review_kind_from_text(std::string_view text) {
    return from_code<ReviewKind>(kind_names, text);
}

std::string_view words(ReviewKind kind) {
    return kind_names[static_cast<std::size_t>(kind)].words;
}

std::string_view to_text(ReviewOutcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)].code;
}

std::optional<ReviewOutcome> review_outcome_from_text(std::string_view text) {
    return from_code<ReviewOutcome>(outcome_names, text);
}

std::string_view words(ReviewOutcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)].words;
}

Outcome check(const ReviewHeld& held, Date today) {
    if (held.on > today) {
        return Error{"review.held_ahead",
                     "The review must have been held today or earlier. Check the date."};
    }
    if (held.notes.empty()) {
        return Error{"review.notes_missing",
                     "Write what was found. The person will read it on her pages."};
    }
    return Done{};
}

}  // namespace people
