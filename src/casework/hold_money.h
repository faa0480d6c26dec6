#pragma once
// Whoever holds money for somebody (an individual service fund, a nominated third party) signs in
// for it with an account of its own: it says where the money goes, sees whose money it holds and
// reports what it spent. It sees that money and nothing else of the person: no answers, no
// assessment, no other support. A worker names who signs in, on evidence; the person never signs in
// for it, nor does staff. Used by the pages of holders and of a record.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "casework/desk.h"
#include "casework/held_parts.h"
#include "store/ledger.h"

namespace casework {

// Who shall sign in for a holder: somebody new, or somebody who has a helper's account already.
struct HolderUser {
    std::string name = {};
    std::optional<AccountId> account = {};
    std::string evidence = {};  // which paper, seen when
};
struct NamedHolderUser {
    AccountId account = {};
    std::optional<std::string> paper_code = {};  // to hand over once; none on a repeat
};

// A worker names who signs in for a holder of the person's money. Refuses: people.record_closed,
// casework.holder_unknown, casework.holder_has_users (a provider's own users answer for it, a
// nominee answers itself),
// helper.name_missing, people.name_unseen, helper.evidence_missing, helper.account_unknown.
Result<NamedHolderUser> name_holder_user(Desk& desk, PersonId person, PayeeId holder,
                                         const HolderUser& user);

// A worker ends it at once. Refuses: casework.holder_unknown.
Outcome end_holder_user(Desk& desk, PersonId person, PayeeId holder, AccountId account);

struct UserOfHolder {
    AccountId account;
    std::string name;
    Date since;
    bool is_ended = false;
};
// Somebody who holds money for the person, and who signs in for it.
struct HolderOfPerson {
    store::Payee payee;
    std::vector<UserOfHolder> users;  // empty for a provider, which has its own
    bool has_account = false;         // its bank account is confirmed
    Money left;                       // with it, and not accounted for
};
struct HoldersOfPerson {
    std::vector<HolderOfPerson> holders;
    std::vector<std::pair<AccountId, std::string>> helpers;  // accounts one could choose from
};
// Gives them, for the worker. Refuses: people.not_found.
Result<HoldersOfPerson> see_holders_of(Desk& desk, PersonId person);

// One person whose money the visitor holds, by one payee.
struct Held {
    store::Payee holder;
    PersonId person;
    std::string person_name;
    Money came_in;
    Money spent;
    Money given_back;
    Money left;  // came in, and neither spent nor given back
};
// Gives everything the visitor holds; empty for somebody who holds nothing.
Result<std::vector<Held>> see_all_held(Desk& desk);

// Gives the payees the visitor signs in for, in order of name.
Result<std::vector<store::Payee>> holders_signed_in_for(Desk& desk);

// Something that happened to held money.
struct HeldLine {
    Date on;
    std::string words;  // "Came in", "Spent", "Given back"
    std::string what;   // of a report: what it was for, and by whom
    Money amount;
    std::optional<ReportId> report = {};  // that made it
};
struct HeldMoney {
    Held held;
    std::vector<HeldPart> parts;  // what the money is for
    std::vector<HeldLine> lines;  // latest first
};
// Gives one person's money at a holder; her record notes the look.
// Refuses: casework.holder_unknown (it holds no money of hers).
Result<HeldMoney> see_held_money(Desk& desk, PayeeId holder, PersonId person);

}  // namespace casework
