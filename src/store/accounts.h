#pragma once
// Keeps and loads accounts and what they sign in with: credentials, paper codes, sessions and wrong
// guesses. What decide() needs to know about an account stands in standing.h.

#include <optional>
#include <string_view>
#include <vector>

#include "identity/account.h"
#include "identity/paper_code.h"
#include "identity/recovery_code.h"
#include "identity/session.h"
#include "store/store.h"

namespace store {

// Loads one account. Refuses: identity.account_not_found.
Result<identity::Account> load_account(View& view, AccountId account);
// Loads every account, staff first, then by name.
std::vector<identity::Account> load_accounts(View& view);
// Finds the account that is a person's own.
std::optional<identity::Account> find_account_of(View& view, PersonId person);

void keep(Tx& tx, const identity::Account& account);
void set_open(Tx& tx, AccountId account, bool is_open);

std::optional<identity::Credential> find_credential(View& view, std::string_view user_name);
std::optional<identity::Credential> find_credential_of(View& view, AccountId account);
// Puts a credential in place of the account's earlier one. Refuses: identity.user_name_taken.
Outcome keep(Tx& tx, const identity::Credential& credential);
// Takes the account's password away: only a paper code opens it now.
void end_credential(Tx& tx, AccountId account);

std::optional<identity::PaperCode> find_paper_code(View& view, std::string_view hash);
// Keeps a new code; earlier ones of the account work no more.
void keep(Tx& tx, const identity::PaperCode& code);
void use_paper_code(Tx& tx, std::string_view hash, Instant at);

// Finds the newest code of an account that was not used and is not too old.
std::optional<identity::PaperCode> find_open_paper_code(View& view, AccountId account, Instant now);
// Finds the last code that was printed for an account that was in use before, or by the operator
// in the place of an earlier one.
std::optional<identity::PaperCode> find_last_reprint(View& view, AccountId account);
// Keeps the second part of a code.
void keep_second_part(Tx& tx, std::string_view hash, std::string_view second_hash, AccountId by);

// The code with which its owner alone comes back; a new one takes the place of the old one.
std::optional<identity::RecoveryCode> find_recovery_code(View& view, std::string_view hash);
bool has_recovery_code(View& view, AccountId account);
void keep(Tx& tx, const identity::RecoveryCode& code);

std::optional<identity::Session> find_session(View& view, std::string_view token_hash);
void keep(Tx& tx, const identity::Session& session);
void touch_session(Tx& tx, std::string_view token_hash, Instant at);
void end_session(Tx& tx, std::string_view token_hash);
void end_sessions_of(Tx& tx, AccountId account);
// Takes out sessions nobody can use any more.
void forget_sessions_before(Tx& tx, Instant started);

std::vector<Instant> load_wrong_guesses(View& view, std::string_view name_hash, Instant since);
void keep_wrong_guess(Tx& tx, std::string_view name_hash, Instant at);
void forget_wrong_guesses(Tx& tx, std::string_view name_hash);
void forget_wrong_guesses_before(Tx& tx, Instant at);

}  // namespace store
