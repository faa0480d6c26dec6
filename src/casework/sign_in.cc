#include "casework/sign_in.h"

#include <map>
#include <set>

#include "base/text.h"
#include "casework/enter_account.h"
#include "identity/paper_code.h"
#include "identity/password.h"
#include "identity/session.h"
#include "identity/throttle.h"
#include "store/accounts.h"
#include "store/book.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/standing.h"

namespace casework {

using entering::address_hash_of;
using entering::count_wrong_guess;
using entering::give_recovery_code;
using entering::name_hash_of;
using entering::note;
using entering::second_part_key;
using entering::start_session;
using entering::wrong_guesses;

namespace {

constexpr std::size_t hashing_max = 2;
constexpr std::size_t waiting_max = 16;

Error wrong_name_or_password() {
    return Error{"identity.wrong_name_or_password",
                 "The name and password do not go together. Check both and try again. If you "
                 "forgot them, use your recovery code or ask the council."};
}

// What is known before a password is hashed: outside any transaction that writes.
struct Known {
    std::optional<identity::Credential> credential;
    std::vector<Instant> wrong;
    std::vector<Instant> wrong_here;
    std::string secret;
};

}  // namespace

Outcome HashGate::enter() {
    std::unique_lock lock(mutex_);
    if (hashing_ < hashing_max) {
        ++hashing_;
        return Done{};
    }
    if (waiting_ >= waiting_max) {
        return Error{
            "identity.busy",
            "Many people are signing in at this moment. Wait a few seconds and try again."};
    }
    ++waiting_;
    free_.wait(lock, [&] { return hashing_ < hashing_max; });
    --waiting_;
    ++hashing_;
    return Done{};
}

void HashGate::leave() {
    const std::lock_guard lock(mutex_);
    --hashing_;
    free_.notify_one();
}

Result<SignedIn> sign_in(Desk& desk, HashGate& gate, std::string_view user_name,
                         std::string_view password, std::string_view address) {
    const std::string typed = base::lower(base::trim(user_name));
    const Known known = desk.store.read([&](store::Snapshot& snapshot) {
        Known found;
        found.secret = store::load_secret(snapshot);
        found.credential = store::find_credential(snapshot, typed);
        found.wrong = wrong_guesses(desk, snapshot, name_hash_of(typed, found.secret));
        found.wrong_here = wrong_guesses(desk, snapshot, address_hash_of(address, found.secret));
        return found;
    });
    TRY_DONE(identity::may_guess(known.wrong, desk.now));
    TRY_DONE(identity::may_guess_here(known.wrong_here, desk.now));
    // The same work for a name nobody has.
    const std::string kept = known.credential ? known.credential->password_hash
                                              : std::string(identity::unknown_password_hash());
    TRY(const bool is_right,
        gate.pass([&] { return identity::is_password(password, kept) && known.credential; }));
    const std::string name_hash = name_hash_of(typed, known.secret);
    if (!is_right) {
        TRY_DONE(count_wrong_guess(desk, {name_hash, address_hash_of(address, known.secret)}));
        return wrong_name_or_password();
    }
    return desk.store.write([&](store::Tx& tx) -> Result<SignedIn> {
        // The password may have been changed, or the account closed, while it was hashed.
        const auto now_kept = store::find_credential(tx, typed);
        if (!now_kept || now_kept->password_hash != kept) {
            return wrong_name_or_password();
        }
        TRY(const identity::Account account, store::load_account(tx, now_kept->account));
        if (!account.is_open) {
            return wrong_name_or_password();
        }
        store::forget_wrong_guesses(tx, name_hash);
        note(desk, tx, account, "sign_in");
        return SignedIn{account.id, start_session(desk, tx, account, known.secret), {}, {}};
    });
}

Outcome sign_out(Desk& desk, std::string_view token) {
    return desk.store.write([&](store::Tx& tx) -> Outcome {
        store::end_session(tx, identity::session_token_hash(token, store::load_secret(tx)));
        return Done{};
    });
}

namespace {

struct Opened {
    identity::Account account;
    identity::PaperCode code;
};

Result<Opened> open_code(Desk& desk, store::View& view, std::string_view code,
                         const std::string& secret) {
    const auto found = store::find_paper_code(view, identity::paper_code_hash(code, secret));
    TRY_DONE(identity::check_paper_code(found, desk.now));
    TRY(const identity::Account account, store::load_account(view, found->account));
    if (!account.is_open) {
        return identity::check_paper_code(std::nullopt, desk.now).error();
    }
    return Opened{account, *found};
}

// Opens the code when there were not too many wrong ones; counts it when it opens nothing.
Result<Opened> try_code(Desk& desk, std::string_view code, std::string_view address) {
    std::string from;
    std::vector<Instant> wrong;
    Result<Opened> opened = desk.store.read([&](store::Snapshot& snapshot) {
        const std::string secret = store::load_secret(snapshot);
        from = address_hash_of(address, secret);
        wrong = wrong_guesses(desk, snapshot, from);
        return open_code(desk, snapshot, code, secret);
    });
    TRY_DONE(identity::may_guess_here(wrong, desk.now));
    if (!opened) {
        TRY_DONE(count_wrong_guess(desk, {from}));
    }
    return opened;
}

// Asks the second part of a code that needs one, at most ten wrong ones in five minutes.
Outcome try_second_part(Desk& desk, const Opened& opened, std::string_view second_part,
                        std::string_view address) {
    if (!opened.code.needs_second) {
        return Done{};
    }
    std::string secret;
    const std::vector<Instant> wrong = desk.store.read([&](store::Snapshot& snapshot) {
        secret = store::load_secret(snapshot);
        return wrong_guesses(desk, snapshot, second_part_key(opened.account.id, secret));
    });
    TRY_DONE(identity::may_guess(wrong, desk.now));
    Outcome goes = identity::check_second_part(opened.code, second_part, secret);
    if (!goes && goes.error().code == "identity.second_part") {
        TRY_DONE(count_wrong_guess(
            desk, {second_part_key(opened.account.id, secret), address_hash_of(address, secret)}));
    }
    return goes;
}

}  // namespace

Result<identity::Account> read_paper_code(Desk& desk, std::string_view code,
                                          std::string_view address) {
    TRY(const Opened opened, try_code(desk, code, address));
    return opened.account;
}

bool needs_second_part(Desk& desk, std::string_view code) {
    return desk.store.read([&](store::Snapshot& snapshot) {
        const auto opened = open_code(desk, snapshot, code, store::load_secret(snapshot));
        return opened && opened->code.needs_second;
    });
}

Result<SignedIn> begin_account(Desk& desk, HashGate& gate, std::string_view code,
                               std::string_view user_name, std::string_view password,
                               std::string_view second_part, std::string_view address) {
    TRY(const Opened before, try_code(desk, code, address));
    TRY_DONE(try_second_part(desk, before, second_part, address));
    TRY(const std::string name, identity::to_user_name(user_name));
    TRY_DONE(identity::check_new_password(password, name));
    TRY(const std::string hash,
        gate.pass([&] { return identity::hash_password(password, desk.random); }));
    return desk.store.write([&](store::Tx& tx) -> Result<SignedIn> {
        const std::string secret = store::load_secret(tx);
        TRY(const Opened opened, open_code(desk, tx, code, secret));
        TRY_DONE(identity::check_second_part(opened.code, second_part, secret));
        const identity::Account& account = opened.account;
        TRY_DONE(store::keep(tx, identity::Credential{account.id, name, hash, desk.now}));
        store::use_paper_code(tx, opened.code.hash, desk.now);
        store::end_sessions_of(tx, account.id);
        store::forget_wrong_guesses(tx, name_hash_of(name, secret));
        store::forget_wrong_guesses(tx, second_part_key(account.id, secret));
        note(desk, tx, account, "begin_account");
        return SignedIn{account.id, start_session(desk, tx, account, secret),
                        give_recovery_code(desk, tx, account.id, name, secret), name};
    });
}

Result<SignedIn> change_password(Desk& desk, HashGate& gate, std::string_view old_password,
                                 std::string_view new_password) {
    const Known known = desk.store.read([&](store::Snapshot& snapshot) {
        Known found;
        found.secret = store::load_secret(snapshot);
        found.credential = store::find_credential_of(snapshot, desk.actor);
        if (found.credential) {
            found.wrong = wrong_guesses(desk, snapshot,
                                        name_hash_of(found.credential->user_name, found.secret));
        }
        return found;
    });
    if (!known.credential) {
        return Error{"identity.wrong_password",
                     "This account has no password yet. Begin it with the code on paper."};
    }
    TRY_DONE(identity::may_guess(known.wrong, desk.now));
    TRY(const bool is_right, gate.pass([&] {
        return identity::is_password(old_password, known.credential->password_hash);
    }));
    const std::string name_hash = name_hash_of(known.credential->user_name, known.secret);
    if (!is_right) {
        TRY_DONE(count_wrong_guess(desk, {name_hash}));
        return Error{"identity.wrong_password", "This is not your password now. Type it again."};
    }
    TRY_DONE(identity::check_new_password(new_password, known.credential->user_name));
    TRY(const std::string hash,
        gate.pass([&] { return identity::hash_password(new_password, desk.random); }));
    return desk.store.write([&](store::Tx& tx) -> Result<SignedIn> {
        TRY(const identity::Account account, store::load_account(tx, desk.actor));
        TRY_DONE(store::keep(
            tx, identity::Credential{account.id, known.credential->user_name, hash, desk.now}));
        store::end_sessions_of(tx, account.id);
        note(desk, tx, account, "change_password");
        return SignedIn{account.id, start_session(desk, tx, account, known.secret), {}, {}};
    });
}

namespace {

// Whether somebody chose a password for the account at any time.
bool was_in_use(store::View& view, AccountId account) {
    return store::find_credential_of(view, account).has_value() ||
           store::has_recovery_code(view, account) ||
           store::find_last_reprint(view, account).has_value();
}

}  // namespace

std::string give_paper_code(Acting& acting, Desk& desk, AccountId account, SecondPart second) {
    std::string code = identity::make_paper_code(desk.random);
    const std::string secret = store::load_secret(acting.tx);
    identity::PaperCode kept;
    kept.account = account;
    kept.hash = identity::paper_code_hash(code, secret);
    kept.made_at = desk.now;
    kept.until = Instant{desk.now.seconds + identity::paper_code_days * 24 * 60 * 60};
    kept.made_by = desk.actor;
    kept.needs_second = second == SecondPart::of_account_in_use && was_in_use(acting.tx, account);
    store::end_credential(acting.tx, account);
    store::end_sessions_of(acting.tx, account);
    store::keep(acting.tx, kept);
    return code;
}

Result<std::optional<std::string>> renew_paper_code(Desk& desk, AccountId account) {
    TRY(const identity::Account owner, desk.store.read([&](store::Snapshot& snapshot) {
        return store::load_account(snapshot, account);
    }));
    const bool of_council =
        owner.kind == identity::AccountKind::staff || owner.kind == identity::AccountKind::provider;
    std::optional<std::string> code;
    TRY_DONE(act(
        desk,
        Act{.name = "renew_paper_code",
            .action = of_council ? people::Action::manage_accounts : people::Action::start_record,
            .object = {.person = owner.person},
            .detail = "A new code on paper for " + owner.name + "."},
        [&](Acting& acting) -> Outcome {
            if (account == desk.actor) {
                return Error{"staff.own_account",
                             "You cannot print a code for your own account: it would sign you out "
                             "and need a second part of a colleague. Change your password on the "
                             "page of your account instead."};
            }
            code = give_paper_code(acting, desk, account);
            acting.about = account.to_text();
            return Done{};
        }));
    return code;
}

std::optional<Visitor> find_visitor(Desk& desk, std::string_view token,
                                    std::optional<PersonId> subject) {
    std::optional<identity::Session> session;
    std::optional<Visitor> visitor =
        desk.store.read([&](store::Snapshot& snapshot) -> std::optional<Visitor> {
            session = store::find_session(
                snapshot, identity::session_token_hash(token, store::load_secret(snapshot)));
            if (!session || !identity::is_live(*session, desk.now)) {
                return std::nullopt;
            }
            Visitor found;
            found.who = store::load_standing(snapshot, session->account);
            if (!found.who.is_open) {
                return std::nullopt;
            }
            if (subject) {
                const auto allowed = people::decide(found.who, people::Action::see_record,
                                                    {.person = *subject}, desk.today);
                const auto person = store::load_person(snapshot, *subject);
                if (allowed && person) {
                    found.subject_name = person->name;
                    found.subject_relation = allowed->relation;
                }
            }
            return found;
        });
    if (visitor && identity::needs_touch(*session, desk.now)) {
        // A session that cannot be kept awake only ends sooner.
        const Outcome touched = desk.store.write([&](store::Tx& tx) -> Outcome {
            store::touch_session(tx, session->token_hash, desk.now);
            return Done{};
        });
        session->seen_at = touched ? desk.now : session->seen_at;
    }
    if (visitor) {
        visitor->seconds_left = identity::ends_at(*session).seconds - desk.now.seconds;
    }
    return visitor;
}

namespace {

std::string_view scope_words(people::Scope scope) {
    switch (scope) {
        case people::Scope::see:
            return "see the record";
        case people::Scope::answer:
            return "answer questions";
        case people::Scope::plan:
            return "make a plan";
        case people::Scope::order:
            return "order support";
        case people::Scope::money:
            return "report what was spent";
    }
    return "";
}

}  // namespace

std::vector<Helped> people_helped(Desk& desk) {
    return desk.store.read([&](store::Snapshot& snapshot) {
        std::vector<Helped> list;
        const people::Standing who = store::load_standing(snapshot, desk.actor);
        for (const people::Relationship& relationship : who.relationships) {
            std::vector<std::string> words;
            for (const people::Scope scope : relationship.scopes) {
                if (relationship.gives(scope, desk.today)) {
                    words.emplace_back(scope_words(scope));
                }
            }
            const auto person = store::load_person(snapshot, relationship.person);
            if (!words.empty() && person) {
                list.push_back({relationship.person, person->name, base::join_text(words, ", "),
                                relationship.until,
                                store::has_budget(snapshot, relationship.person)});
            }
        }
        return list;
    });
}

namespace {

Outcome must_be_example(store::View& view) {
    if (!store::load_book_facts(view).is_example) {
        return Error{"identity.not_an_example",
                     "Only a fictional example council lets anybody in without a password."};
    }
    return Done{};
}

std::string what_is(const people::Standing& who, const identity::Account& account) {
    switch (account.kind) {
        case identity::AccountKind::person:
            return "person";
        case identity::AccountKind::helper:
            return who.holds.empty() ? "helper" : "holds money for others";
        case identity::AccountKind::provider:
            return "provider";
        case identity::AccountKind::staff:
            break;
    }
    std::vector<std::string> roles;
    for (const people::Role role : who.roles) {
        std::string words(people::to_text(role));
        for (char& c : words) {
            c = c == '_' ? ' ' : c;
        }
        roles.push_back(std::move(words));
    }
    return roles.empty() ? "staff" : base::join_text(roles, ", ");
}

}  // namespace

namespace {

ExampleAccount::Kind kind_of(store::View& view, const identity::Account& account) {
    switch (account.kind) {
        case identity::AccountKind::person:
            return store::has_budget(view, account.person)
                       ? ExampleAccount::Kind::person_with_budget
                       : ExampleAccount::Kind::person;
        case identity::AccountKind::helper:
            return store::load_standing(view, account.id).holds.empty()
                       ? ExampleAccount::Kind::helper
                       : ExampleAccount::Kind::holder;
        case identity::AccountKind::staff:
            return ExampleAccount::Kind::staff;
        case identity::AccountKind::provider:
            return ExampleAccount::Kind::provider;
    }
    return ExampleAccount::Kind::person;
}

// What few budgets have, and somebody who tries Onepurse would look for long.
struct Besides {
    std::map<PersonId, bool> nominees;  // whether hers has not ended
    std::set<PersonId> adding;

    std::string words(PersonId person) const {
        const auto nominee = nominees.find(person);
        std::vector<std::string> parts;
        if (nominee != nominees.end()) {
            parts.emplace_back(nominee->second ? "has a nominee" : "had a nominee");
        }
        if (adding.contains(person)) {
            parts.emplace_back("adds own money");
        }
        return base::join_text(parts, ", ");
    }
};

Besides find_besides(store::View& view) {
    Besides found;
    for (const store::Payee& payee : store::load_payees_of_nominees(view)) {
        found.nominees[payee.person] |= !payee.ended_on;
    }
    found.adding = store::find_people_adding_own_money(view);
    return found;
}

// Somebody who has died or moved away is nobody to try Onepurse as.
bool has_ended(const Desk& desk, store::View& view, const identity::Account& account) {
    if (account.kind != identity::AccountKind::person) {
        return false;
    }
    const Result<people::Person> person = store::load_person(view, account.person);
    return person && !person->is_open_on(desk.today);
}

}  // namespace

Result<std::vector<ExampleAccount>> example_accounts(Desk& desk) {
    return desk.store.read([&](store::Snapshot& snapshot) -> Result<std::vector<ExampleAccount>> {
        TRY_DONE(must_be_example(snapshot));
        const Besides besides = find_besides(snapshot);
        std::vector<ExampleAccount> list;
        for (const identity::Account& account : store::load_accounts(snapshot)) {
            if (!account.is_open || has_ended(desk, snapshot, account)) {
                continue;
            }
            ExampleAccount each{account.id, account.name,
                                what_is(store::load_standing(snapshot, account.id), account),
                                kind_of(snapshot, account)};
            if (each.kind == ExampleAccount::Kind::person_with_budget) {
                each.besides = besides.words(account.person);
            }
            list.push_back(std::move(each));
        }
        return list;
    });
}

Result<SignedIn> sign_in_as_example(Desk& desk, AccountId account) {
    return desk.store.write([&](store::Tx& tx) -> Result<SignedIn> {
        TRY_DONE(must_be_example(tx));
        TRY(const identity::Account owner, store::load_account(tx, account));
        if (!owner.is_open) {
            return Error{"people.account_closed", "This account is closed. Choose another."};
        }
        note(desk, tx, owner, "sign_in_as_example");
        return SignedIn{owner.id, start_session(desk, tx, owner, store::load_secret(tx)), {}, {}};
    });
}

Result<CouncilFacts> open_council(Desk& desk) {
    TRY_DONE(desk.store.write([&](store::Tx& tx) -> Outcome {
        store::ensure_secret(tx, desk.random);
        return Done{};
    }));
    return desk.store.read([&](store::Snapshot& snapshot) -> Result<CouncilFacts> {
        const store::BookFacts facts = store::load_book_facts(snapshot);
        return CouncilFacts{facts.council_name, facts.is_example};
    });
}

}  // namespace casework
