#pragma once
// How an example council comes to its next year. In the last weeks finance writes down the cash
// limits of the next year, workers review the support of one person after another, and who is
// reviewed in time writes a plan for the days from 1 April, which goes the way of every plan. Some
// are late, as everywhere. Used by the stages of a life that began with a budget.

#include "budget/budget.h"
#include "command/example_life.h"
#include "command/example_world.h"

namespace command {

// Queues what finance does before the next year begins.
void prepare_next_year(ExampleWorld& world);

// Queues her review before the year ends, and the plan that follows it.
void await_next_year(ExampleWorld& world, const SharedLife& life);

}  // namespace command
