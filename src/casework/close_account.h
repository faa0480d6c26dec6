#pragma once
// Whoever looks after accounts closes the account of somebody who helps, acts for a person or signs
// in for a holder of money, and opens it again, each time with a reason. It can do nothing from
// that moment, and a nominee is paid nothing (nominee_payee.h); what was agreed with the person
// stays, and is there again when the account is. She sees no person's record, so an account is
// found by the name of its owner. Everybody whom it helps reads that it was closed, and why.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/desk.h"
#include "identity/account.h"
#include "store/store.h"

namespace casework {

// That an account is closed, as the last closing says.
struct Closed {
    Date on;
    std::string by;   // name
    std::string why;  // with the name of the account's owner in front
};

struct HelperAccount {
    identity::Account account;
    bool is_begun = false;         // has chosen a name and a password
    std::size_t people = 0;        // whom it helps now, or whose money it signs in for
    std::size_t paid_for = 0;      // of them, for whom it is the nominee to whom money is paid
    std::optional<Closed> closed;  // none while it is open
};

// Finds accounts by a part of the owner's name, by name; without one, all that are closed.
Result<std::vector<HelperAccount>> find_helper_accounts(Desk& desk, std::string_view name);

// Opens one. Refuses: identity.account_not_found, staff.not_a_helpers_account.
Result<HelperAccount> see_helper_account(Desk& desk, AccountId account);

// Closes it at once; it is signed out everywhere. Refuses: identity.account_not_found,
// staff.not_a_helpers_account, casework.reasons_missing, staff.account_closed_already.
Outcome close_helper(Desk& desk, AccountId account, const std::string& why);

// Opens it again. Refuses: identity.account_not_found, staff.not_a_helpers_account,
// casework.reasons_missing, staff.account_open_already.
Outcome open_helper_again(Desk& desk, AccountId account, const std::string& why);

// Gives how the closing of a helper's account was told to a person; none while it is open.
std::optional<Closed> closing_of(store::View& view, PersonId person,
                                 const identity::Account& account);

}  // namespace casework
