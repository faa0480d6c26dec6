#pragma once
// The lines of a working as a page shows them: what was worked out, its value, the reasons in the
// words of the package, the named steps, and each dated figure with its source and its mark. Used
// by "Why this amount" and by the worker's decision page.

#include <set>
#include <string>
#include <vector>

#include "govuk/html.h"
#include "policy/explain.h"

namespace web {

// Writes a figure's mark in words: published, remembered or illustrative.
govuk::Html mark_words(policy::Mark mark);

// Writes the lines that are not in `shown` yet, and notes them there.
govuk::Html working_lines(const std::vector<policy::Explanation>& lines,
                          std::set<std::string>& shown);

// Writes the figures of lines as one table, each figure once.
govuk::Html figures_table(const std::vector<policy::Explanation>& lines, std::string caption);

}  // namespace web
