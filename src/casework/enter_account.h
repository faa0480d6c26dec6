#pragma once
// What every way into an account shares: the session it begins, the line in the journal, and the
// counting of wrong guesses by digests of what was tried and of where from. Used by sign_in and
// recover_account alone.

#include <string>
#include <string_view>
#include <vector>

#include "casework/desk.h"
#include "identity/account.h"

namespace casework::entering {

// Begins a session; gives what the browser keeps.
std::string start_session(Desk& desk, store::Tx& tx, const identity::Account& account,
                          const std::string& secret);

// Writes an act of the account's owner into the journal.
void note(Desk& desk, store::Tx& tx, const identity::Account& account, std::string_view name);

// Makes a recovery code in the place of the one before, to show once.
std::string give_recovery_code(Desk& desk, store::Tx& tx, AccountId account,
                               const std::string& user_name, const std::string& secret);

// What a wrong guess is counted under: the name typed, the network it came from, the account whose
// second part was tried.
std::string name_hash_of(std::string_view user_name, const std::string& secret);
std::string address_hash_of(std::string_view address, const std::string& secret);
std::string second_part_key(AccountId account, const std::string& secret);

// Loads the wrong guesses of the last minutes under a key; none under an empty one.
std::vector<Instant> wrong_guesses(Desk& desk, store::View& view, const std::string& key);
// Counts one more under each key that is not empty.
Outcome count_wrong_guess(Desk& desk, const std::vector<std::string>& keys);

}  // namespace casework::entering
