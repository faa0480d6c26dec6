#pragma once
// Keeps the steps of a person's way from first contact to review, each a dated fact, so that
// take-up, waits and cost by client group can be computed. Steps are added, never changed.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "store/store.h"

namespace store {

struct Step {
    std::string name;  // "assessment_sent"
    Date on;
    std::string by;  // account id, or "system"
    StreamId stream = {};
    std::string about = {};  // id text of the thing
};

// Adds a step after those already kept.
void add_step(Tx& tx, PersonId person, std::string_view name, Date on, std::string_view by,
              const StreamId& stream = {}, std::string_view about = {});

// Loads a person's steps, oldest first.
std::vector<Step> load_steps(View& view, PersonId person);

}  // namespace store
