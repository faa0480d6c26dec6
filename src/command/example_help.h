#pragma once
// Who helps the people of an example council: family and friends they invite themselves, nominees
// and attorneys the council records on a paper, and brokers of a user-led organisation.

#include "command/example_life.h"

namespace command {

// Queues, for about a quarter of people, that somebody begins to help on a day.
void begin_help(ExampleWorld& world, const SharedLife& life, Date day);

// Finds somebody who helps her, as her page shows it.
Result<HelpInLife> helper_of(ExampleWorld& world, const Life& life, RelationshipId help);

}  // namespace command
