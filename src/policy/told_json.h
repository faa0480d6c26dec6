#pragma once
// The sentences of sentences.h as JSON, for `onepurse decide --explain`: for every stream that has
// a sum its steps and the answers that would change it, for every one that says no its near
// misses. docs/formats/decide-result.schema.json describes it under "told".

#include "base/json_fwd.h"
#include "policy/package.h"

namespace policy {

json::value told_json(const Package& package, const Facts& facts, Date on);

}  // namespace policy
