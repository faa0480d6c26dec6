#pragma once
// Which answers would have changed a sum, and by how much. Every answer the sum stands on is
// changed, one at a time, to each of its neighbours, and the decisions are worked out again by the
// same engine: a choice to each other answer it offers, yes to no, a number to one more and one
// less, a number or a sum of money to the nearest sides of each threshold that a table or a figure
// sets for it. what_if.h asks the narrower question of the lowest answer alone.

#include <string>
#include <vector>

#include "policy/package.h"

namespace policy {

struct ChangedAnswer {
    std::string question;
    feel::Value answer;  // as given
    feel::Value other;   // what it was changed to
    Decimal now;         // the sum as answered
    Decimal then;        // the sum with the other answer
    Decimal change;      // then - now

    // Whether there would be no sum at all.
    bool ends_it() const { return then.is_zero(); }
};

struct ChangedAnswers {
    // The largest change (either way) first, equal ones in the order of the questionnaire. Of a
    // number the largest change each way is kept.
    std::vector<ChangedAnswer> changes;
    bool all_tried = true;  // false when `tries_max` ran out

    // Gives the telling ones: the largest change of each question that leaves a sum.
    std::vector<ChangedAnswer> telling(std::size_t most) const;
};

// Changes each answer. It is tried at most `tries_max` times. A change with which the decision
// cannot be worked out is left out; so is a question without an answer.
// Refuses: as evaluate does, policy.unknown_decision, policy.not_a_sum.
Result<ChangedAnswers> changed_answers(const Package& package, const Facts& facts, Date on,
                                       const std::string& decision, std::size_t tries_max = 400);

}  // namespace policy
