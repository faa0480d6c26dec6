#pragma once
// The ways of helping and acting for a person. Some she arranges herself (family, a friend, a
// broker, a user-led organisation); others stand on a paper the council must have seen (nominee,
// appointee, attorney, deputy). Each has scopes, a first day and perhaps a last one. Used by the
// journeys that invite, record and end help.

#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "people/actor.h"

namespace people {

struct HelpKind {
    std::string_view code;   // as Relationship::kind has it
    std::string_view words;  // "Family"
    std::string_view what;   // one sentence for the page
    bool needs_evidence = false;
};

// Gives every kind, those she can arrange herself first.
std::span<const HelpKind> all_help_kinds();
// Gives a kind by its code; nullptr when there is none.
const HelpKind* help_kind(std::string_view code);

// Checks help before it is kept; `by_council`: recorded on evidence, not invited by the person.
// Refuses: helper.kind_unknown, helper.kind_needs_evidence, helper.no_scope,
// helper.evidence_missing, helper.ends_before_it_begins, helper.already_over.
Outcome check(const Relationship& help, bool by_council, Date today);

}  // namespace people
