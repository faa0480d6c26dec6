#include "casework/recover_account.h"

#include "casework/enter_account.h"
#include "identity/paper_code.h"
#include "identity/password.h"
#include "identity/recovery_code.h"
#include "identity/throttle.h"
#include "store/accounts.h"
#include "store/book.h"

namespace casework {

using entering::address_hash_of;
using entering::count_wrong_guess;
using entering::give_recovery_code;
using entering::name_hash_of;
using entering::note;
using entering::start_session;
using entering::wrong_guesses;

namespace {

// How long she is reminded of a code that was printed for her account.
constexpr std::int64_t news_seconds = std::int64_t{28} * 24 * 60 * 60;

struct Owner {
    identity::Account account;
    std::string user_name;
};

Result<Owner> owner_of(store::View& view, std::string_view code, const std::string& secret) {
    const auto found = store::find_recovery_code(view, identity::recovery_code_hash(code, secret));
    if (!found) {
        return identity::recovery_code_refused();
    }
    TRY(const identity::Account account, store::load_account(view, found->account));
    if (!account.is_open) {
        return identity::recovery_code_refused();
    }
    return Owner{account, found->user_name};
}

// Who printed a code reads and gives nothing of it; who may is who may print one.
people::Action action_for(const identity::Account& account) {
    const bool of_council = account.kind == identity::AccountKind::staff ||
                            account.kind == identity::AccountKind::provider;
    return of_council ? people::Action::manage_accounts : people::Action::start_record;
}

WaitingCode waiting_code(const Desk& desk, store::View& view, const identity::PaperCode& code) {
    WaitingCode waiting;
    waiting.made_at = code.made_at;
    const auto printed = store::load_account(view, code.made_by);
    const bool by_operator = code.made_by.is_none() && !code.needs_second;
    waiting.made_by = printed       ? printed->name
                      : by_operator ? "Whoever runs Onepurse for the council"
                                    : "The council";
    waiting.needs_second = code.needs_second;
    waiting.is_own = code.made_by == desk.actor;
    if (code.second_by) {
        const auto gave = store::load_account(view, *code.second_by);
        waiting.second_by = gave ? gave->name : "the council";
    }
    return waiting;
}

}  // namespace

Result<SignedIn> recover_account(Desk& desk, HashGate& gate, std::string_view code,
                                 std::string_view new_password, std::string_view address) {
    std::string from;
    std::vector<Instant> wrong;
    const Result<Owner> owner = desk.store.read([&](store::Snapshot& snapshot) {
        const std::string secret = store::load_secret(snapshot);
        from = address_hash_of(address, secret);
        wrong = wrong_guesses(desk, snapshot, from);
        return owner_of(snapshot, code, secret);
    });
    TRY_DONE(identity::may_guess_here(wrong, desk.now));
    if (!owner) {
        TRY_DONE(count_wrong_guess(desk, {from}));
        return owner.error();
    }
    TRY_DONE(identity::check_new_password(new_password, owner->user_name));
    TRY(const std::string hash,
        gate.pass([&] { return identity::hash_password(new_password, desk.random); }));
    return desk.store.write([&](store::Tx& tx) -> Result<SignedIn> {
        const std::string secret = store::load_secret(tx);
        TRY(const Owner now, owner_of(tx, code, secret));
        const AccountId account = now.account.id;
        TRY_DONE(store::keep(tx, identity::Credential{account, now.user_name, hash, desk.now}));
        const auto paper = store::find_open_paper_code(tx, account, desk.now);
        if (paper) {
            store::use_paper_code(tx, paper->hash, desk.now);
        }
        store::end_sessions_of(tx, account);
        store::forget_wrong_guesses(tx, name_hash_of(now.user_name, secret));
        note(desk, tx, now.account, "recover_account");
        return SignedIn{account, start_session(desk, tx, now.account, secret),
                        give_recovery_code(desk, tx, account, now.user_name, secret),
                        now.user_name};
    });
}

Result<std::string> renew_recovery_code(Desk& desk, HashGate& gate, std::string_view password) {
    std::string secret;
    std::vector<Instant> wrong;
    const auto credential = desk.store.read([&](store::Snapshot& snapshot) {
        secret = store::load_secret(snapshot);
        auto found = store::find_credential_of(snapshot, desk.actor);
        if (found) {
            wrong = wrong_guesses(desk, snapshot, name_hash_of(found->user_name, secret));
        }
        return found;
    });
    Error wrong_password{"identity.wrong_password",
                         "This is not your password now. Type it again."};
    if (!credential) {
        return wrong_password;
    }
    TRY_DONE(identity::may_guess(wrong, desk.now));
    TRY(const bool is_right,
        gate.pass([&] { return identity::is_password(password, credential->password_hash); }));
    if (!is_right) {
        TRY_DONE(count_wrong_guess(desk, {name_hash_of(credential->user_name, secret)}));
        return wrong_password;
    }
    return desk.store.write([&](store::Tx& tx) -> Result<std::string> {
        TRY(const identity::Account account, store::load_account(tx, desk.actor));
        note(desk, tx, account, "renew_recovery_code");
        return give_recovery_code(desk, tx, account.id, credential->user_name, secret);
    });
}

Result<std::optional<WaitingCode>> see_waiting_code(Desk& desk, AccountId account) {
    TRY(const identity::Account owner, desk.store.read([&](store::Snapshot& snapshot) {
        return store::load_account(snapshot, account);
    }));
    return consult(desk, action_for(owner), {.person = owner.person},
                   [&](store::Snapshot& view) -> Result<std::optional<WaitingCode>> {
                       const auto code = store::find_open_paper_code(view, account, desk.now);
                       return code ? std::optional(waiting_code(desk, view, *code)) : std::nullopt;
                   });
}

Result<std::optional<std::string>> give_second_part(Desk& desk, AccountId account) {
    TRY(const identity::Account owner, desk.store.read([&](store::Snapshot& snapshot) {
        return store::load_account(snapshot, account);
    }));
    std::optional<std::string> part;
    TRY_DONE(act(desk,
                 {.name = "give_second_part",
                  .action = action_for(owner),
                  .object = {.person = owner.person},
                  .detail = "for " + owner.name},
                 [&](Acting& acting) -> Outcome {
                     const auto code = store::find_open_paper_code(acting.tx, account, desk.now);
                     if (!code || !code->needs_second) {
                         return Error{"identity.no_code_waiting",
                                      "No code on paper waits for a second part. Print one first."};
                     }
                     if (code->made_by == desk.actor) {
                         return Error{"identity.second_part_same_person",
                                      "You printed the code. Somebody else at the council gives "
                                      "the second part, so that nobody here sees both."};
                     }
                     if (code->second_by) {
                         return Error{"identity.second_part_given",
                                      "The second part was given already. If it is lost, print a "
                                      "new code."};
                     }
                     part = identity::make_second_part(desk.random);
                     store::keep_second_part(
                         acting.tx, code->hash,
                         identity::second_part_hash(*part, store::load_secret(acting.tx)),
                         desk.actor);
                     acting.about = account.to_text();
                     return Done{};
                 }));
    return part;
}

Result<std::optional<WaitingCode>> see_waiting_code_of(Desk& desk, PersonId person) {
    const auto account = desk.store.read(
        [&](store::Snapshot& view) { return store::find_account_of(view, person); });
    if (!account) {
        return std::optional<WaitingCode>();
    }
    return see_waiting_code(desk, account->id);
}

Result<std::optional<std::string>> give_second_part_to(Desk& desk, PersonId person) {
    const auto account = desk.store.read(
        [&](store::Snapshot& view) { return store::find_account_of(view, person); });
    return give_second_part(desk, account ? account->id : AccountId{});
}

AccountNews see_account_news(Desk& desk) {
    return desk.store.read([&](store::Snapshot& view) {
        AccountNews news;
        news.has_recovery_code = store::has_recovery_code(view, desk.actor);
        const auto last = store::find_last_reprint(view, desk.actor);
        if (last && desk.now.seconds - last->made_at.seconds < news_seconds) {
            news.last_paper = waiting_code(desk, view, *last);
            news.used_at = last->used_at;
        }
        return news;
    });
}

}  // namespace casework
