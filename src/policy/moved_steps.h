#pragma once
// Which steps of a working moved its sum, and by how much. Nothing here knows a package. A step is
// told by what the sum would be without it:
// - a number that answers go into ("points for personal care") is set to what it is with the
//   answers that give least, and all that follows is worked out again;
// - a named step that only passes a sum on, changed (a share, a cap), passes it on unchanged;
// - a named step that is taken from a sum or added to it is set to nought.
// Steps whose taking out changes nothing are not told.

#include <string>
#include <vector>

#include "policy/package.h"

namespace policy {

struct MovedStep {
    enum class Against {
        least_answers,  // with the answers that give least
        without,        // with the step left out
    };

    std::string decision;
    std::string step;    // named step of the decision; empty: the decision itself
    std::string answer;  // the question, where only one answer goes into it; else empty
    Against against = Against::without;
    feel::Value value;  // what it came to
    Decimal sum;        // of the decision asked about
    Decimal without;    // the sum without the step
    Decimal moved;      // sum - without

    // Whether there would be no sum at all without it.
    bool is_all() const { return without.is_zero(); }
};

// Gives the steps that moved the sum of a decision, the largest (either way) first, equal ones in
// the order worked out; those without which there would be nothing stand last. Works out at most
// `runs_max` times and tells what it has found by then.
// Refuses: as evaluate does, policy.unknown_decision, policy.not_a_sum.
Result<std::vector<MovedStep>> moved_steps(const Package& package, const Facts& facts, Date on,
                                           const std::string& decision, std::size_t runs_max = 400);

}  // namespace policy
