#pragma once
// Keeps what was said about a person and a stream: the indicative, the proposed and the agreed
// sums, each a dated fact of its own. Facts are added, never changed and never taken away.

#include <optional>
#include <vector>

#include "assessment/stream_decision.h"
#include "base/ids.h"
#include "store/store.h"

namespace store {

// Adds a fact after those already kept.
void keep(Tx& tx, const assessment::StreamDecision& decision);

// Loads every fact about a person, oldest first.
std::vector<assessment::StreamDecision> load_decisions(View& view, PersonId person);

// Loads the last fact of a stage for one stream; nothing when there is none.
std::optional<assessment::StreamDecision> latest(View& view, PersonId person,
                                                 const StreamId& stream, assessment::Stage stage);

// Loads every agreed fact of a stream, latest first, for its owner.
std::vector<assessment::StreamDecision> load_agreed_of(View& view, const StreamId& stream);

}  // namespace store
