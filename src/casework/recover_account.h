#pragma once
// How somebody comes back into an account whose password is lost, without anybody of the council
// seeing what opens it. With her own recovery code she needs nobody. Without it, a worker prints a
// code and another member of staff, who makes sure of her in another way, gives a second part:
// neither sees both. The owner reads on her own pages who did that and when. Why: decision 23.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "casework/desk.h"
#include "casework/sign_in.h"

namespace casework {

// Comes back with the recovery code and a new password; gives the name to sign in with and the next
// recovery code. Ends every session and every code on paper. Wrong codes are counted for the
// network they came from.
// Refuses: identity.recovery_code, identity.too_many_guesses_here, identity.busy, what
// identity::check_new_password refuses.
Result<SignedIn> recover_account(Desk& desk, HashGate& gate, std::string_view code,
                                 std::string_view new_password, std::string_view address = {});

// Makes a new recovery code for whoever is signed in, to show once; the password is asked again.
// Refuses: identity.wrong_password, identity.too_many_guesses, identity.busy.
Result<std::string> renew_recovery_code(Desk& desk, HashGate& gate, std::string_view password);

// A code on paper that waits, as staff see it: never the code.
struct WaitingCode {
    Instant made_at = {};
    std::string made_by = {};   // name
    bool needs_second = false;  // the account was in use before
    bool is_own = false;        // the visitor printed it, so a colleague gives the second part
    std::optional<std::string> second_by = {};  // name; none: not given yet
};
// Gives it to who may print codes; nothing where none waits. Refuses: people.not_allowed,
// identity.account_not_found.
Result<std::optional<WaitingCode>> see_waiting_code(Desk& desk, AccountId account);

// The same of a person's own account; nothing where she has none.
Result<std::optional<WaitingCode>> see_waiting_code_of(Desk& desk, PersonId person);

// Another member of staff than who printed the code gives its second part, to tell the owner. None
// on a repeat. Refuses: identity.account_not_found, identity.no_code_waiting,
// identity.second_part_same_person, identity.second_part_given.
Result<std::optional<std::string>> give_second_part(Desk& desk, AccountId account);

Result<std::optional<std::string>> give_second_part_to(Desk& desk, PersonId person);

// What the owner of an account reads about codes on paper of the last weeks, and whether she has a
// recovery code.
struct AccountNews {
    bool has_recovery_code = false;
    std::optional<WaitingCode> last_paper = {};  // printed after she was in use already
    std::optional<Instant> used_at = {};         // when it opened the account, or was replaced
};
AccountNews see_account_news(Desk& desk);

}  // namespace casework
