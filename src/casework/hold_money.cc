#include "casework/hold_money.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "casework/sign_in.h"
#include "payments/bank_details.h"
#include "people/person_name.h"
#include "store/accounts.h"
#include "store/bank_details.h"
#include "store/book.h"
#include "store/journal.h"
#include "store/payee_owners.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/standing.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

Error holder_unknown() {
    return {"casework.holder_unknown", "Nobody like this holds money here. Go back to the list."};
}

// A holder the person named herself; a provider's own users answer for the provider.
Result<store::Payee> named_holder(store::View& view, PersonId person, PayeeId id) {
    std::optional<store::Payee> payee = store::find_payee(view, id);
    if (payee && payee->kind == "provider") {
        return Error{"casework.holder_has_users",
                     payee->name + " is a provider. Its own users sign in for it already."};
    }
    if (payee && payee->relationship) {
        return Error{"casework.holder_has_users",
                     payee->name +
                         " is the nominee and signs in for this money. It ends when the help of "
                         "the nominee is ended."};
    }
    if (!payee || payee->kind != "holder" || payee->person != person) {
        return holder_unknown();
    }
    return std::move(*payee);
}

// The account that shall answer for the holder: a new one, or that of a helper.
Result<identity::Account> account_for(Desk& desk, store::Tx& tx, const HolderUser& user,
                                      const std::string& name) {
    if (user.account) {
        Result<identity::Account> known = store::load_account(tx, *user.account);
        if (!known || known->kind != identity::AccountKind::helper || !known->is_open) {
            return Error{"helper.account_unknown",
                         "This is not the account of a helper. Leave it empty to make a new one."};
        }
        return known;
    }
    if (name.empty()) {
        return Error{"helper.name_missing", "Enter the name of who will sign in."};
    }
    TRY_DONE(people::check_name(name));
    identity::Account account;
    account.id = desk.new_id<AccountId>();
    account.name = name;
    account.kind = identity::AccountKind::helper;
    account.made_at = desk.now;
    store::keep(tx, account);
    return account;
}

// Sums what came in, was spent and was given back, from the entries of one person.
struct Sums {
    Held held;
    std::vector<HeldLine> lines;
};

std::string report_words(const std::vector<store::JournalLine>& reports, const std::string& about) {
    for (const store::JournalLine& act : reports) {
        if (act.about == about) {
            return act.detail + ", reported by " + act.actor_name;
        }
    }
    return "";
}

Result<Sums> sums_of(store::View& view, const store::Payee& holder, PersonId person) {
    TRY(const people::Person record, store::load_person(view, person));
    Sums sums;
    sums.held.holder = holder;
    sums.held.person = person;
    sums.held.person_name = record.name;
    const std::vector<store::JournalLine> reports =
        store::load_acts_named(view, person, "report_spending");
    for (const ledger::Entry& entry : store::load_entries_of(view, person)) {
        Money moved;
        bool is_report = false;
        for (const ledger::Posting& posting : entry.postings()) {
            if (posting.account.kind == AccountKind::paid_to_holder &&
                posting.account.payee == holder.id) {
                moved += posting.amount;
            }
            is_report = is_report || posting.account.kind == AccountKind::spent;
        }
        if (moved.is_zero()) {
            continue;
        }
        HeldLine line{entry.on(), "Came in", "", moved, {}};
        if (is_report) {
            sums.held.spent -= moved;
            line.words = moved.is_negative() ? "Spent" : "Report taken back";
            line.what = report_words(reports, entry.facts().about);
            line.report = ReportId::parse(entry.facts().about);
        } else if (entry.kind() == ledger::EntryKind::recover ||
                   entry.kind() == ledger::EntryKind::bring_back || moved.is_negative()) {
            sums.held.given_back -= moved;
            line.words = moved.is_negative() ? "To give back" : "Not to give back after all";
        } else {
            sums.held.came_in += moved;
        }
        line.amount = moved.is_negative() ? -moved : moved;
        sums.held.left += moved;
        sums.lines.push_back(std::move(line));
    }
    std::stable_sort(sums.lines.begin(), sums.lines.end(),
                     [](const HeldLine& a, const HeldLine& b) { return a.on > b.on; });
    return sums;
}

bool holds_for(store::View& view, PayeeId holder, PersonId person) {
    const std::vector<PersonId> held = store::load_persons_held_for(view, holder);
    return std::find(held.begin(), held.end(), person) != held.end();
}

}  // namespace

Result<NamedHolderUser> name_holder_user(Desk& desk, PersonId person, PayeeId holder,
                                         const HolderUser& user) {
    NamedHolderUser named;
    TRY(named.account,
        act(desk,
            {.name = "name_holder_user",
             .action = Action::record_helper,
             .object = {.person = person}},
            [&](Acting& acting) -> Result<AccountId> {
                TRY(const people::Person record, store::load_person(acting.tx, person));
                if (!record.is_open_on(desk.today)) {
                    return Error{"people.record_closed",
                                 "This record is closed. Nobody new can be given access to it."};
                }
                TRY(const store::Payee payee, named_holder(acting.tx, person, holder));
                TRY(const std::string evidence, base::plain_text(user.evidence, 500));
                if (evidence.empty()) {
                    return Error{"helper.evidence_missing",
                                 "Write which paper you have seen, or who agreed, and when."};
                }
                TRY(const std::string name, base::plain_text(user.name, 120));
                TRY(const identity::Account account, account_for(desk, acting.tx, user, name));
                store::keep(acting.tx, store::PayeeOwner{payee.id, account.id, desk.today, evidence,
                                                         desk.actor, std::nullopt});
                acting.detail = account.name + " for " + payee.name;
                if (!user.account) {
                    store::ensure_secret(acting.tx, desk.random);
                    named.paper_code = give_paper_code(acting, desk, account.id);
                }
                return account.id;
            }));
    return named;
}

Outcome end_holder_user(Desk& desk, PersonId person, PayeeId holder, AccountId account) {
    return act(
        desk,
        {.name = "end_holder_user", .action = Action::end_helper, .object = {.person = person}},
        [&](Acting& acting) -> Outcome {
            TRY(const store::Payee payee, named_holder(acting.tx, person, holder));
            bool is_known = false;
            for (const store::PayeeOwner& owner : store::load_payee_owners(acting.tx, payee.id)) {
                is_known = is_known || (owner.account == account && !owner.ended_at);
            }
            if (!is_known) {
                return holder_unknown();
            }
            store::end_payee_owner(acting.tx, payee.id, account, desk.now);
            acting.about = account.to_text();
            acting.detail = payee.name;
            return Done{};
        });
}

Result<HoldersOfPerson> see_holders_of(Desk& desk, PersonId person) {
    return look(
        desk, person, Action::record_helper, "who holds money",
        [&](store::Snapshot& view) -> Result<HoldersOfPerson> {
            TRY_DONE(store::load_person(view, person));
            HoldersOfPerson found;
            for (const PayeeId& id : store::load_holders_of(view, person)) {
                HolderOfPerson holder;
                holder.payee = *store::find_payee(view, id);
                if (holder.payee.kind == "person") {
                    continue;
                }
                for (const store::PayeeOwner& owner : store::load_payee_owners(view, id)) {
                    TRY(const identity::Account account, store::load_account(view, owner.account));
                    holder.users.push_back(
                        {owner.account, account.name, owner.since, owner.ended_at.has_value()});
                }
                TRY(const Sums sums, sums_of(view, holder.payee, person));
                holder.left = sums.held.left;
                holder.has_account =
                    payments::usable_details(id, store::load_bank_details_of(view, id)).has_value();
                found.holders.push_back(std::move(holder));
            }
            for (const people::Relationship& help : store::load_relationships(view, person)) {
                const Result<identity::Account> account = store::load_account(view, help.helper);
                if (account && account->is_open && !help.revoked_at) {
                    found.helpers.emplace_back(account->id, account->name);
                }
            }
            return found;
        });
}

Result<std::vector<Held>> see_all_held(Desk& desk) {
    // Each payee the visitor answers for; what it may see of each is the sums and the name.
    const std::set<PayeeId> payees = desk.store.read(
        [&](store::Snapshot& view) { return store::load_standing(view, desk.actor).holds; });
    std::vector<Held> found;
    for (const PayeeId& payee : payees) {
        TRY_DONE(consult(
            desk, Action::see_held_money, {.payee = payee}, [&](store::Snapshot& view) -> Outcome {
                const std::optional<store::Payee> holder = store::find_payee(view, payee);
                for (const PersonId& person : store::load_persons_held_for(view, payee)) {
                    TRY(Sums sums, sums_of(view, *holder, person));
                    found.push_back(std::move(sums.held));
                }
                return Done{};
            }));
    }
    return found;
}

Result<std::vector<store::Payee>> holders_signed_in_for(Desk& desk) {
    return desk.store.read([&](store::Snapshot& view) -> Result<std::vector<store::Payee>> {
        std::vector<store::Payee> found;
        for (const PayeeId& id : store::load_standing(view, desk.actor).holds) {
            if (const std::optional<store::Payee> payee = store::find_payee(view, id)) {
                found.push_back(*payee);
            }
        }
        std::sort(found.begin(), found.end(), [](const store::Payee& a, const store::Payee& b) {
            return std::tie(a.name, a.id) < std::tie(b.name, b.id);
        });
        return found;
    });
}

Result<HeldMoney> see_held_money(Desk& desk, PayeeId holder, PersonId person) {
    // Asked first, so that nobody's record notes a look that shows nothing.
    TRY_DONE(consult(
        desk, Action::see_held_money, {.payee = holder}, [&](store::Snapshot& view) -> Outcome {
            return holds_for(view, holder, person) ? Outcome(Done{}) : Outcome(holder_unknown());
        }));
    return look(desk, people::Object{.person = person, .payee = holder}, Action::see_held_money,
                "money held for her", [&](store::Snapshot& view) -> Result<HeldMoney> {
                    const std::optional<store::Payee> payee = store::find_payee(view, holder);
                    TRY(Sums sums, sums_of(view, *payee, person));
                    HeldMoney money;
                    money.held = std::move(sums.held);
                    money.lines = std::move(sums.lines);
                    money.parts = held_parts(view, person, holder, desk.today);
                    return money;
                });
}

}  // namespace casework
