#pragma once
// What would change if one answer were the one of fewest points: for every choice answered, the
// decisions are worked out again by the same engine with that one answer changed, and the
// difference of a named sum is given. The page shows the three largest, in pounds.

#include <string>
#include <string_view>
#include <vector>

#include "policy/package.h"

namespace policy {

struct Difference {
    std::string question;
    std::string answer;  // the code answered
    std::string lowest;  // the code it was compared with
    Decimal now;         // the sum as answered
    Decimal then;        // the sum with the lowest-point answer
    Decimal change;      // then - now
};

// Gives the differences that are not nought, the largest (either way) first, equal ones in the
// order of the questionnaire. Questions answered with the lowest answer already are left out; so is
// a change with which the decision cannot be worked out.
// Refuses: as evaluate does, and policy.not_a_sum when the decision is not a number.
Result<std::vector<Difference>> what_if_lowest(const Package& package, const Facts& facts, Date on,
                                               const std::string& decision);

}  // namespace policy
