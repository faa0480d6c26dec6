#pragma once
// What people of an example council are not sure of or disagree with: a few questions a month, each
// answered by the named worker within the days promised, or a little late.

#include "command/example_life.h"

namespace command {

// Lets somebody ask, or nobody; called once a week.
Outcome ask_this_week(ExampleWorld& world);

}  // namespace command
