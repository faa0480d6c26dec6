#pragma once
// How sure the figures behind a person's sums are: for each stream that has a sum of hers, the
// weakest mark of the figures its formula reads on the day the sum was decided, and the weakest of
// all. Pages that show a sum without its whole working say this beside it.

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/stream_decision.h"
#include "casework/desk.h"
#include "policy/marks.h"

namespace casework {

struct SumMarks {
    std::vector<std::pair<StreamId, policy::Mark>> by_stream;
    std::optional<policy::Mark> weakest;  // none: no formula stands behind any sum

    // Gives the mark of a stream's sum; nothing when no formula stands behind it.
    std::optional<policy::Mark> of(const StreamId& stream) const;
};

// Gives them for the decisions of one person, which are in the order of writing.
SumMarks marks_of(const policy::Package& package,
                  const std::vector<assessment::StreamDecision>& decisions);

// Loads them; `purpose` is what the looker is doing, in a few words.
// Refuses: people.not_allowed, people.not_found, casework.package_unknown.
Result<SumMarks> see_marks(Desk& desk, PersonId person, std::string_view purpose);

}  // namespace casework
