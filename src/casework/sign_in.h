#pragma once
// How an account begins and how somebody signs in. An account begins with a code on paper that a
// worker prints; its owner chooses the name and the password herself. Who loses the password comes
// back with a recovery code of her own (recover_account), or with a new code on paper and a second
// part that somebody else at the council gives: a new paper ends the old password and every open
// session at once, and again nobody but the owner chooses. Signing in gives one answer to a wrong
// name and a wrong password, takes ten wrong guesses for a name and sixty from a network address in
// five minutes, and hashes at most two passwords at a time. Used by web, and by whatever makes
// accounts (give_paper_code inside its own act).

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "casework/desk.h"
#include "identity/account.h"
#include "people/actor.h"

namespace casework {

// Lets at most two passwords be hashed at once (each takes 19 MiB) and sixteen wait.
class HashGate {
public:
    // Runs `hashing()` when its turn comes. Refuses: identity.busy.
    template <typename Hashing>
    auto pass(Hashing&& hashing) -> Result<std::invoke_result_t<Hashing>> {
        TRY_DONE(enter());
        auto value = hashing();
        leave();
        return value;
    }

private:
    Outcome enter();
    void leave();

    std::mutex mutex_;
    std::condition_variable free_;
    std::size_t hashing_ = 0;
    std::size_t waiting_ = 0;
};

struct SignedIn {
    AccountId account;
    std::string token;               // for the browser alone
    std::string recovery_code = {};  // to show her once, when she chose a password with a code
    std::string user_name = {};      // beside it
};

// Signs in with name and password; a new session, whatever there was before. `address` is the
// network the visitor comes from, kept as a keyed digest for five minutes after a wrong guess; an
// empty one is not known and not counted.
// Refuses: identity.wrong_name_or_password, identity.too_many_guesses,
// identity.too_many_guesses_here, identity.busy.
Result<SignedIn> sign_in(Desk& desk, HashGate& gate, std::string_view user_name,
                         std::string_view password, std::string_view address = {});

// Ends one session; unknown ones are ended already.
Outcome sign_out(Desk& desk, std::string_view token);

// Says whose account a paper code opens, without using it; a wrong one is counted for the network
// it came from. Refuses: identity.paper_code, identity.too_many_guesses_here.
Result<identity::Account> read_paper_code(Desk& desk, std::string_view code,
                                          std::string_view address = {});

// Whether a code opens an account that was in use before, so that it needs its second part.
bool needs_second_part(Desk& desk, std::string_view code);

// Begins an account, or comes back to it: its owner chooses name and password. The paper's code is
// used up, every session ended, and a recovery code is given to show once. An account that was in
// use before needs the second part too. Refuses: identity.paper_code, identity.second_part,
// identity.second_part_not_given, identity.too_many_guesses, identity.too_many_guesses_here,
// identity.user_name, identity.user_name_taken, identity.busy, what identity::check_new_password
// refuses.
Result<SignedIn> begin_account(Desk& desk, HashGate& gate, std::string_view code,
                               std::string_view user_name, std::string_view password,
                               std::string_view second_part = {}, std::string_view address = {});

// Changes the password of whoever is signed in; every other session of the account ends, this one
// gets a new token. Refuses: identity.wrong_password, identity.too_many_guesses,
// identity.password_short, identity.password_long, identity.password_common, identity.busy.
Result<SignedIn> change_password(Desk& desk, HashGate& gate, std::string_view old_password,
                                 std::string_view new_password);

// Whether a code needs the second part of a colleague: that of an account that was in use does,
// but never one that the operator prints (restore_administrator), for there is no colleague.
enum class SecondPart { of_account_in_use, never };

// Prints a new code for an account, inside the act of whoever makes or mends accounts: the old
// password, older codes and open sessions end. The text is shown once and kept nowhere.
std::string give_paper_code(Acting& acting, Desk& desk, AccountId account,
                            SecondPart second = SecondPart::of_account_in_use);

// The act of giving somebody a new code: a worker for a person or a helper, who administers
// accounts for staff and providers. Gives nothing when the same request was carried out before,
// because the code is not kept. Nobody prints one for herself. Refuses: people.not_allowed,
// identity.account_not_found, staff.own_account.
Result<std::optional<std::string>> renew_paper_code(Desk& desk, AccountId account);

// Who a request comes from, as the book says now; and the name of the person the page is about.
struct Visitor {
    people::Standing who;
    std::optional<std::string> subject_name;  // when decide() lets the visitor see the record
    std::string subject_relation;             // in what capacity
    std::int64_t seconds_left = 0;            // until the session ends if no more pages are opened
};

// Finds the visitor of a session token; nothing when it does not hold (any more). Keeps the session
// awake. `subject`: a person whose name is wanted, if decide() lets the visitor see it.
std::optional<Visitor> find_visitor(Desk& desk, std::string_view token,
                                    std::optional<PersonId> subject);

// The people the actor helps today, and with what, in plain words.
struct Helped {
    PersonId person;
    std::string name;
    std::string may;  // "see the record, make a plan"
    std::optional<Date> until;
    bool has_budget = false;  // else her page is what comes next
};
std::vector<Helped> people_helped(Desk& desk);

// In an example book only: everybody one can sign in as, and doing it.
// Refuses: identity.not_an_example.
struct ExampleAccount {
    AccountId account;
    std::string name;
    std::string what;  // "person", "helper", "social worker" ...
    enum class Kind { person_with_budget, person, helper, holder, staff, provider };
    Kind kind = Kind::person;
    // Of somebody with a budget: "has a nominee", "adds her own money"; empty for most.
    std::string besides = {};
};
Result<std::vector<ExampleAccount>> example_accounts(Desk& desk);
Result<SignedIn> sign_in_as_example(Desk& desk, AccountId account);

// What the book says about itself; makes its secret the first time it is opened to serve.
struct CouncilFacts {
    std::string name;
    bool is_example = false;
};
Result<CouncilFacts> open_council(Desk& desk);

}  // namespace casework
