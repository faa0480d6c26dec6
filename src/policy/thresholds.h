#pragma once
// The numbers at which a rule begins or ends to hold for one question: bounds of the cells of every
// table column that reads its answer, and the figures in force of the decisions that read it. They
// are where a changed answer can change a sum.

#include <vector>

#include "policy/package.h"

namespace policy {

// Gives the thresholds of a question that asks for a number or a sum of money, among the decisions
// that `decision` stands on: each once, rising. Empty for any other question.
std::vector<Decimal> thresholds(const Package& package, std::string_view decision,
                                const Question& question, Date on);

}  // namespace policy
