#pragma once
// How a person of an example council plans what was decided for her, and how the plan is agreed and
// accepted.

#include <vector>

#include "casework/make_plan.h"
#include "command/example_life.h"

namespace command {

// Writes her plan and sends it; queues that it is agreed and accepted.
Outcome make_plan(ExampleWorld& world, const SharedLife& life);

// Writes and sends a plan of these lines, each of which somebody pays for; queues the same.
Outcome write_plan(ExampleWorld& world, const SharedLife& life, const Period& period,
                   std::vector<casework::PlanLineDraft> lines);

}  // namespace command
