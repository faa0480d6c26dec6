#pragma once
// How people of an example council spend: monthly orders of what the council manages, deliveries
// and answers to them, and reports of what holders spent.

#include "budget/budget.h"
#include "command/example_life.h"

namespace command {

// Gives the bank account of every provider, and has each confirmed by a second person.
Outcome give_provider_details(ExampleWorld& world);

// Gives the bank account of the person and of everybody who holds her money and has given none,
// and has each confirmed.
Outcome give_bank_details(ExampleWorld& world, const SharedLife& life);

// Queues what she orders or reports for one line of her budget.
void queue_line(ExampleWorld& world, const SharedLife& life, const budget::BudgetLine& line);

// Queues what she orders and reports for the rest of the year.
Outcome order_for_year(ExampleWorld& world, const SharedLife& life);

}  // namespace command
