#pragma once
// Somebody helps or acts for a person. She invites a helper herself, or the council records one on
// evidence it has seen. The helper gets an account of his own and a code on paper; nobody shares a
// password. Help ends at once when it is taken away, also in an open tab, because every act and
// every look asks for the standing of that very moment.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/close_account.h"
#include "casework/desk.h"
#include "people/actor.h"

namespace casework {

struct HelpOffer {
    std::string name = {};  // of the helper
    std::string kind = {};  // a code of people::all_help_kinds()
    std::set<people::Scope> scopes = {};
    Date from = {};
    std::optional<Date> until = {};         // the first day it no longer holds
    std::string evidence = {};              // recorded by the council: which paper, seen when
    std::optional<AccountId> account = {};  // the council only: a helper who has an account already
};

struct ArrangedHelp {
    RelationshipId relationship = {};
    std::optional<std::string> paper_code = {};  // to hand over once; none on a repeat
};

// The person invites somebody to help her.
// Refuses: helper.name_missing and what people::check(Relationship) refuses; people.record_closed.
Result<ArrangedHelp> invite_helper(Desk& desk, PersonId person, const HelpOffer& offer);

// The council records somebody on evidence. Refuses: as invite_helper, and helper.account_unknown.
Result<ArrangedHelp> record_helper(Desk& desk, PersonId person, const HelpOffer& offer);

// Ends help now. The person herself or the council may. A nominee to whom a direct payment goes is
// paid nothing more from this moment (nominee_payee.h). Refuses: helper.not_found,
// helper.already_ended.
Outcome end_helper(Desk& desk, PersonId person, RelationshipId relationship);

// Prints a new code for a helper who lost it; the council only. Refuses: helper.not_found,
// helper.already_ended.
Result<std::optional<std::string>> renew_code_of_helper(Desk& desk, PersonId person,
                                                        RelationshipId relationship);

// A helper as a page shows him.
struct Helper {
    people::Relationship help;
    std::string name;
    bool holds_today = false;
    bool is_paid = false;               // a nominee to whom direct payments go or went
    std::optional<Closed> closed = {};  // the account, while it is
};

// Lists everybody who helps or helped a person, latest first.
Result<std::vector<Helper>> helpers_of(Desk& desk, PersonId person);

}  // namespace casework
