#pragma once
// How a person of an example council plans what was decided for her, and how the plan is agreed and
// accepted.

#include "command/example_life.h"

namespace command {

// Writes her plan and sends it; queues that it is agreed and accepted.
Outcome make_plan(ExampleWorld& world, const SharedLife& life);

}  // namespace command
