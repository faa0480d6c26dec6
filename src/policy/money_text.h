#pragma once
// How the sums of money that decisions give are written for machines: a text with two decimals,
// "8.00" and never "8". A package says which of its values are money (the type t_money, and what
// streams.csv names). A step that is not rounded yet keeps all its decimals, because cutting it
// would tell another working than the one that was done.

#include <string>
#include <string_view>

#include "base/json_fwd.h"
#include "feel/value.h"
#include "policy/decision_model.h"

namespace policy {

// Writes a sum with two decimals, or with all it has when these are more.
std::string money_text(const Decimal& sum);

// Writes a value of a decision (itself, a step, an output of one of its tables) as JSON; `name` is
// what the decision calls it. Lists and contexts are written part by part.
json::value to_json(const feel::Value& value, std::string_view name, const ModelDecision& decision);

}  // namespace policy
