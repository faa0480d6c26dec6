#pragma once
// How a person of an example council lives with an accepted budget: bank details, contribution,
// reviews, and what she orders through the year.

#include "command/example_life.h"

namespace command {

// Begins it, on the day she accepted her plan.
Outcome live_with_budget(ExampleWorld& world, const SharedLife& life);

}  // namespace command
