#include "casework/enter_account.h"

#include "base/digest.h"
#include "base/text.h"
#include "identity/recovery_code.h"
#include "identity/session.h"
#include "identity/throttle.h"
#include "store/accounts.h"
#include "store/journal.h"

namespace casework::entering {

namespace {

Instant guesses_since(const Desk& desk) {
    return Instant{desk.now.seconds - identity::guess_seconds};
}

}  // namespace

std::string start_session(Desk& desk, store::Tx& tx, const identity::Account& account,
                          const std::string& secret) {
    std::string token = identity::make_session_token(desk.random);
    store::keep(tx, identity::Session{identity::session_token_hash(token, secret), account.id,
                                      account.kind, desk.now, desk.now});
    store::forget_sessions_before(tx, Instant{desk.now.seconds - identity::session_seconds_max});
    return token;
}

void note(Desk& desk, store::Tx& tx, const identity::Account& account, std::string_view name) {
    store::append(tx, {.id = desk.new_id<ActId>(),
                       .at = desk.now,
                       .on = desk.today,
                       .actor = account.id.to_text(),
                       .actor_name = account.name,
                       .relation = "self",
                       .name = std::string(name),
                       .person = account.person,
                       .about = account.id.to_text(),
                       .detail = {},
                       .previous = {},
                       .hash = {}});
}

std::string give_recovery_code(Desk& desk, store::Tx& tx, AccountId account,
                               const std::string& user_name, const std::string& secret) {
    std::string code = identity::make_recovery_code(desk.random);
    store::keep(tx, identity::RecoveryCode{account, identity::recovery_code_hash(code, secret),
                                           user_name, desk.now});
    return code;
}

std::string name_hash_of(std::string_view user_name, const std::string& secret) {
    return base::keyed_digest("guess " + base::lower(base::trim(user_name)), secret);
}

std::string address_hash_of(std::string_view address, const std::string& secret) {
    // Nothing when the address is not known.
    return address.empty() ? std::string()
                           : base::keyed_digest("guess from " + std::string(address), secret);
}

std::string second_part_key(AccountId account, const std::string& secret) {
    return base::keyed_digest("guess second part " + account.to_text(), secret);
}

std::vector<Instant> wrong_guesses(Desk& desk, store::View& view, const std::string& key) {
    return key.empty() ? std::vector<Instant>()
                       : store::load_wrong_guesses(view, key, guesses_since(desk));
}

Outcome count_wrong_guess(Desk& desk, const std::vector<std::string>& keys) {
    return desk.store.write([&](store::Tx& tx) -> Outcome {
        for (const std::string& key : keys) {
            if (!key.empty()) {
                store::keep_wrong_guess(tx, key, desk.now);
            }
        }
        store::forget_wrong_guesses_before(tx, guesses_since(desk));
        return Done{};
    });
}

}  // namespace casework::entering
