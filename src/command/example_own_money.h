#pragma once
// Some people of an example council want a little more than their funds pay, and add the rest of
// each price from their own money: a part of the line's price, the least that is enough, as the
// plan's page tells them.

#include <vector>

#include "casework/buy_support.h"
#include "casework/make_plan.h"
#include "command/example_life.h"

namespace command {

// A line of a plan that is being written.
struct WrittenLine {
    PlanLineId id;
    casework::PlanLineDraft draft;
};

// In a plan that goes on from an earlier one, adds to each line what is enough now.
Outcome settle_own_money(ExampleWorld& world, const SharedLife& life, AccountId planner,
                         std::vector<WrittenLine>& lines);

// Writes more of one line of a first plan that the funds pay in full, at her cost, for about one in
// twenty plans.
Outcome add_own_money(ExampleWorld& world, const SharedLife& life, AccountId planner,
                      std::vector<WrittenLine>& lines);

// Gives what her plan says she adds to an order; nought where the funds leave another rest.
Result<Money> planned_for_order(ExampleWorld& world, const Life& life, AccountId orders,
                                const budget::PlanLine& line, const market::Order& wanted);

// Gives what she added to what was spent of public money for a line in four weeks.
Money own_beside(const budget::PlanLine& line, Money spent, Date today);

}  // namespace command
