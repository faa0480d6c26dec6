#pragma once
// What the cells of a decision table ask, in words: "£200.00 or more", "“I get the highest rate”",
// "yes". A cell is read as what a value must be for it to be met, or for it not to be.

#include <optional>
#include <string>

#include "feel/run.h"
#include "policy/model.h"

namespace policy {

// The value a column tests: what people call it and how its values are written.
struct Tested {
    const Question* question = nullptr;  // whose answer it is; nullptr: none
    bool is_money = false;
    int decision = -1;         // whose result it is, -1: none
    bool is_eligible = false;  // the member `eligible` of that decision
};

// Finds out what a column of a table reads.
Tested tested_by(const Model& model, feel::NodeId column);

// Writes a value of the column for people: an answer in its own words, in quotes.
std::string words_of(const Tested& tested, const feel::Value& value);

struct Condition {
    std::string must;
    const Parameter* figure = nullptr;  // that sets the bound
};

// Says what `value` must be instead, so that the cell is met (`met`) or is not. Nothing when a few
// words cannot say it. `run` holds the figures in force.
std::optional<Condition> condition_of(const Model& model, feel::Run& run, Date on,
                                      const Tested& tested, feel::NodeId cell,
                                      const feel::Value& value, bool met);

}  // namespace policy
