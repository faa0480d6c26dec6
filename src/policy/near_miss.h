#pragma once
// A near miss: a table said no, or less, and only one condition stood in the way of a rule that
// says yes, or more. Either one cell of that rule was not met, or, in a table whose first rule
// counts, one rule before it was met by its only condition. The decisions are worked out once more
// beside the normal run, which pays nothing for this.

#include <optional>
#include <string>
#include <vector>

#include "policy/explain.h"
#include "policy/package.h"

namespace policy {

struct NearMiss {
    std::string decision;          // the table's
    std::size_t rule = 0;          // that would have held, counting from 1
    std::string column;            // as the table heads it
    std::string value;             // what stood there, for people
    std::string must;              // what must have stood there: "£200.00 or more"
    std::string reason;            // of the rule, in the words of the package; may be empty
    std::optional<Figure> figure;  // the dated figure that sets the bound
    bool is_sum = false;           // the table gives a sum or a number, not yes or no
};

// Gives the near misses among the decision and those it stands on, in the order worked out. A
// condition that is itself another table's no is left out where that table has near misses.
// Refuses: as evaluate does, policy.unknown_decision.
Result<std::vector<NearMiss>> near_misses(const Package& package, const Facts& facts, Date on,
                                          const std::string& decision);

}  // namespace policy
