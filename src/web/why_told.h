#pragma once
// The sentences of policy/sentences.h as "Why this amount" shows them: the three largest steps
// first with every other one on request, the answers that would change a sum, and, beside a no, the
// one condition that failed. Works without scripts; the same in Easy Read, a line for each.

#include "assessment/assess.h"
#include "govuk/html.h"
#include "policy/package.h"
#include "policy/sentences.h"

namespace web {

// Of whom it is told: what the rules were given.
struct ToldOf {
    const policy::Package& package;
    policy::Facts facts;
    Date on;
};

// Writes the steps that moved the sum of a stream.
govuk::Html moved_part(const ToldOf& of, const assessment::StreamSum& sum);
// Writes the answers that would change it.
govuk::Html changes_part(const ToldOf& of, const assessment::StreamSum& sum);
// Writes what stood in the way where the rules said no.
govuk::Html misses_part(const ToldOf& of, const assessment::StreamSum& sum);

// The same in Easy Read: the three largest steps, the three largest changes, what stood in the way.
govuk::Html easy_moved(const ToldOf& of, const assessment::StreamSum& sum);
govuk::Html easy_changes(const ToldOf& of, const assessment::StreamSum& sum);
govuk::Html easy_misses(const ToldOf& of, const assessment::StreamSum& sum);

}  // namespace web
