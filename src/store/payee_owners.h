#pragma once
// Keeps and loads who signs in for somebody that holds money: the accounts that answer for a payee,
// and the people whose money a payee holds. A provider's own users answer for the provider without
// a row here. Whether somebody may, is for people::decide to say.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "store/store.h"

namespace store {

struct PayeeOwner {
    PayeeId payee;
    AccountId account;
    Date since;
    std::string evidence = {};
    AccountId named_by = {};
    std::optional<Instant> ended_at = {};
};

// Keeps who answers for a payee; one that had ended holds again.
void keep(Tx& tx, const PayeeOwner& owner);
// Ends it; nothing for one that is not there.
void end_payee_owner(Tx& tx, PayeeId payee, AccountId account, Instant at);
// Loads those who answer or answered for a payee, in order of the day.
std::vector<PayeeOwner> load_payee_owners(View& view, PayeeId payee);

// Loads the people whose money a payee holds or is to hold: a line of their budget says so, or
// money was paid to it for them.
std::vector<PersonId> load_persons_held_for(View& view, PayeeId payee);
// Loads the payees that hold or are to hold money for a person, her own account left out.
std::vector<PayeeId> load_holders_of(View& view, PersonId person);

}  // namespace store
