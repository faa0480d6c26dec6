#pragma once
// An Actor is who acts now: an account, the capacity it acts in and, for someone who helps, the
// person it acts for. A Standing is what the book says about that account at this very moment: it
// is loaded inside the transaction of each act, so that a right taken away a second ago is already
// gone.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"

namespace people {

// What members of staff do. One account can hold several; the two-person rules look at natural
// persons.
enum class Role {
    social_worker,
    manager,           // signs off plans over a worker's limit
    finance,           // prepares pay runs, imports statements, records cash limits
    finance_release,   // releases pay runs that somebody else prepared, confirms bank details
    stream_owner,      // decides for one stream only
    account_admin,     // makes staff and provider accounts; sees no person's record
    auditor,           // reads entries, changes nothing
    policy_officer,    // drafts and proposes changes of the rules
    policy_publisher,  // publishes what somebody else proposed, or sends it back
};

std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);

// The five things a helper may be allowed.
enum class Scope { see, answer, plan, order, money };

std::string_view to_text(Scope scope);
std::optional<Scope> scope_from_text(std::string_view text);

// Somebody who helps or acts for a person, as the book has it.
struct Relationship {
    RelationshipId id;
    PersonId person;
    AccountId helper;
    std::string kind;  // "family", "broker", "nominee", "appointee", "attorney", "deputy", ...
    std::set<Scope> scopes;
    Date from;
    std::optional<Date> until;  // not included
    std::string agreed_by;      // who agreed or on what evidence
    std::optional<Instant> revoked_at;

    // Whether it gives `scope` on `day`.
    bool gives(Scope scope, Date day) const;
};

struct Standing {
    AccountId account;
    std::string name;                // the natural person's name
    bool is_open = false;            // false: closed or locked accounts may do nothing
    std::optional<PersonId> person;  // the account of the person herself
    std::optional<StaffId> staff;
    std::set<Role> roles;                     // of staff
    std::optional<StreamId> stream;           // of a stream owner's staff
    std::optional<ProviderId> provider;       // of a provider's account
    std::vector<Relationship> relationships;  // of a helper's account, all, also ended ones
    std::set<PayeeId> holds;  // the payees this account answers for: it holds their money

    bool has(Role role) const { return roles.contains(role); }
};

}  // namespace people
