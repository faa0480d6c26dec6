#pragma once
// What a change of the rules means for people, in words and figures: who gains, who loses and by
// how much, stream by stream, and person by person for whoever may know who is meant. People whom
// one side refuses are counted apart with the reason.

#include "casework/people_for_comparison.h"
#include "casework/see_rules.h"
#include "policy/compare_packages.h"
#include "web/rules_words.h"
#include "web/visit.h"

namespace web {

// Works a change out for the council's own people with an open record, before as the version it
// began from stands and after as it says, both on `on`. Refuses: what Package::load refuses of
// either, and people.not_allowed.
struct EffectsOnPeople {
    casework::PeopleForComparison people;
    policy::PackageComparison comparison;
};
Result<EffectsOnPeople> effects_on_people(Visit& visit, const casework::DraftView& view, Date on);

// Writes them: totals first, then each stream, then each person whose sum changes.
Html effects_part(const EffectsOnPeople& effects);

}  // namespace web
