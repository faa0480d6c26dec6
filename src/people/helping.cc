#include "people/helping.h"

#include <array>

namespace people {

namespace {

constexpr std::array<HelpKind, 8> kinds = {{
    {"family", "Family", "A relative who helps.", false},
    {"friend", "Friend or neighbour", "Somebody you know who helps.", false},
    {"broker", "Support broker", "Somebody who helps to plan and to find support.", false},
    {"user_led_organisation", "User-led organisation",
     "A group run by disabled or older people that helps.", false},
    {"nominee", "Nominee", "Takes the direct payment on the person's behalf.", true},
    {"appointee", "Appointee", "Appointed to receive the person's benefits.", true},
    {"attorney", "Attorney", "Acts under a lasting power of attorney.", true},
    {"deputy", "Deputy", "Appointed by the Court of Protection.", true},
}};

}  // namespace

std::span<const HelpKind> all_help_kinds() {
    return kinds;
}

const HelpKind* help_kind(std::string_view code) {
    for (const HelpKind& kind : kinds) {
        if (kind.code == code) {
            return &kind;
        }
    }
    return nullptr;
}

Outcome check(const Relationship& help, bool by_council, Date today) {
    const HelpKind* kind = help_kind(help.kind);
    if (kind == nullptr) {
        return Error{"helper.kind_unknown", "Choose who this is from the list."};
    }
    if (kind->needs_evidence && !by_council) {
        return Error{"helper.kind_needs_evidence",
                     "The council must see a paper for this. Ask your worker to record it."};
    }
    if (!help.scopes.contains(Scope::see)) {
        return Error{"helper.no_scope",
                     "Choose what this person may do. Seeing the record is the least."};
    }
    if (help.agreed_by.empty()) {
        return Error{"helper.evidence_missing",
                     "Write which paper you have seen, or who agreed, and on which day."};
    }
    if (help.until && *help.until <= help.from) {
        return Error{"helper.ends_before_it_begins",
                     "The last day must come after the first day. Check the two dates."};
    }
    if (help.until && *help.until <= today) {
        return Error{"helper.already_over",
                     "This help would already be over. Check the last day, or leave it empty."};
    }
    return Done{};
}

}  // namespace people
