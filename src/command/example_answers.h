#pragma once
// What a person of an example council answers: drawn from how much help she needs and from the
// ranges of the examples' files.

#include <vector>

#include "casework/assess_person.h"
#include "command/example_life.h"

namespace command {

// Draws an answer to every question of the council's rules.
std::vector<casework::TypedAnswer> draw_answers(ExampleWorld& world, const Life& life);

}  // namespace command
