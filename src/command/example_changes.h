#pragma once
// What changes in a life of an example council while a budget runs: a line costs more or is wanted
// more often, somebody else holds its money, or everything ends with a death or a move.

#include "command/example_life.h"

namespace command {

// Queues what will change for somebody whose budget has just begun; for most, nothing.
void begin_changes(ExampleWorld& world, const SharedLife& life);

}  // namespace command
