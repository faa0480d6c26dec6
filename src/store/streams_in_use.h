#pragma once
// The streams a book has money or decisions in: rules that forget one would leave it without a name
// and without an owner.

#include <vector>

#include "base/ids.h"
#include "store/store.h"

namespace store {

// Names every stream with an entry or a decision, ever, by id.
std::vector<StreamId> streams_in_use(View& view);

}  // namespace store
