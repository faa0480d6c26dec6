#pragma once
// What a person pays towards her support, told as she reads it: what was set, by whom and why; what
// the means test of the rules asks for with her answers; and how it comes out, line by line: what
// she told us, what is never asked for, the result, each figure with its mark, day and source. What
// the rules do not know they say. Used by the page of her contribution and by "Why this amount".

#include <string>
#include <string_view>

#include "casework/see_contribution.h"
#include "govuk/html.h"
#include "web/speaking.h"
#include "web/visit.h"

namespace web {

// "You pay £12.00 a week", "You pay nothing now".
std::string contribution_title(const casework::ContributionView& view, const Speaking& speaking,
                               Date today);

// How she pays it, in one or two sentences.
std::string_view way_words(budget::Collected collected);

// Writes what was set, stream by stream, and how the means test comes out.
govuk::Html contribution_told(const Visit& visit, const casework::ContributionView& view,
                              const assessment::Assessment& assessed, const Speaking& speaking);

// Writes the working of one stream's means test: her answers, each step, each figure.
govuk::Html means_test_working(const casework::AssessmentView& view,
                               const assessment::StreamSum& sum, const Speaking& speaking);

// The same page one idea a line, with pictures.
govuk::Html contribution_easy(const casework::ContributionView& view,
                              const assessment::Assessment& assessed, const Speaking& speaking,
                              Date today);

}  // namespace web
