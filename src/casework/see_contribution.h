#pragma once
// What a person pays towards her support and why: the sum that was set, by whom and with which
// reason, and beside it what the means test of the rules asks for with her answers, line by line.
// The two are kept apart, because a person sets the sum and the rules only ask. She reads it
// herself, a helper who may see her record reads it, and the worker before setting a sum.

#include <optional>
#include <string>
#include <vector>

#include "budget/contribution_terms.h"
#include "casework/see_assessment.h"

namespace casework {

// A sum that was set, with its reason.
struct SetContribution {
    StreamId stream = {};
    budget::ContributionTerm term = {};
    Date set_on = {};
    std::string set_by = {};
    std::string why = {};
};

struct ContributionView {
    AssessmentView answered;            // her answers; `record` is none before she has any
    std::vector<SetContribution> sums;  // in force today or later, stream by stream

    // Gives what is in force for a stream on a day; nullptr when nothing is.
    const SetContribution* on(const StreamId& stream, Date day) const;
};

// Refuses: people.not_allowed, people.not_found, casework.package_unknown.
Result<ContributionView> see_contribution(Desk& desk, PersonId person);

}  // namespace casework
