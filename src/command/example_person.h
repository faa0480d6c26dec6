#pragma once
// One person of an example council: how she comes to the council, answers, is decided about, plans,
// and lives with her budget. Each stage queues the next on a later day. Some stop on the way, so
// that every page of the example has somebody on it.

#include "command/example_world.h"

namespace command {

// Queues a person's first contact on a day. `number` tells her from the others.
void begin_person(ExampleWorld& world, std::int64_t number, Date day);

}  // namespace command
