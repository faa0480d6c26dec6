#include "casework/nominee_payee.h"

#include <algorithm>

#include "payments/bank_details.h"
#include "store/accounts.h"
#include "store/bank_details.h"
#include "store/payee_owners.h"
#include "store/standing.h"
#include "store/steps.h"

namespace casework {

namespace {

using people::Action;

bool is_nominee_on(const people::Relationship& help, Date on) {
    return help.kind == "nominee" && help.gives(people::Scope::money, on);
}

std::optional<people::Relationship> relationship_of(store::View& view, const store::Payee& payee) {
    for (people::Relationship& help : store::load_relationships(view, payee.person)) {
        if (help.id == payee.relationship) {
            return std::move(help);
        }
    }
    return std::nullopt;
}

bool may_be_paid(store::View& view, const store::Payee& payee, Date on) {
    if (!payee.relationship) {
        return true;
    }
    const std::optional<people::Relationship> help = relationship_of(view, payee);
    return help && is_nominee_on(*help, on) && (!payee.ended_on || on < *payee.ended_on);
}

Error account_closed(const std::string& name) {
    return {"casework.nominee_account_closed",
            "The account of " + name +
                " is closed, so no money is paid to them. The council can open it again, or "
                "somebody else can hold the money."};
}

bool has_closed_account(store::View& view, AccountId id) {
    const Result<identity::Account> account = store::load_account(view, id);
    return !account || !account->is_open;
}

// Whether anything is still with it, or on its way.
bool has_accounted(store::View& view, const store::Payee& payee) {
    for (const ledger::Balance& balance : store::load_balances_of(view, payee.person)) {
        const bool is_waiting = balance.account.kind == ledger::AccountKind::owed ||
                                balance.account.kind == ledger::AccountKind::clearing ||
                                balance.account.kind == ledger::AccountKind::paid_to_holder;
        if (is_waiting && balance.account.payee == payee.id && !balance.amount.is_zero()) {
            return false;
        }
    }
    return true;
}

bool has_owner(store::View& view, PayeeId payee) {
    const std::vector<store::PayeeOwner> owners = store::load_payee_owners(view, payee);
    return std::any_of(owners.begin(), owners.end(),
                       [](const store::PayeeOwner& owner) { return !owner.ended_at; });
}

// What there is to do about one nominee today.
struct Ending {
    store::Payee payee;
    bool is_over = false;       // the last day has passed, and nobody wrote it down yet
    bool is_accounted = false;  // it ended, and nothing is with it
};

std::vector<Ending> find_endings(Desk& desk) {
    return desk.store.read([&](store::Snapshot& view) {
        std::vector<Ending> found;
        for (store::Payee& payee : store::load_payees_of_nominees(view)) {
            Ending ending;
            ending.is_over = !payee.ended_on && !may_be_paid(view, payee, desk.today);
            ending.is_accounted = payee.ended_on && *payee.ended_on < desk.today &&
                                  has_owner(view, payee.id) && has_accounted(view, payee);
            if (ending.is_over || ending.is_accounted) {
                ending.payee = std::move(payee);
                found.push_back(std::move(ending));
            }
        }
        return found;
    });
}

}  // namespace

std::vector<Nominee> nominees_of(store::View& view, PersonId person, Date on) {
    std::vector<Nominee> found;
    for (const people::Relationship& help : store::load_relationships(view, person)) {
        const Result<identity::Account> account = store::load_account(view, help.helper);
        if (is_nominee_on(help, on) && account && account->is_open) {
            found.push_back({help.id, help.helper, account->name});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Nominee& a, const Nominee& b) { return a.name < b.name; });
    return found;
}

Result<PayeeId> nominee_account(Desk& desk, Acting& acting, PersonId person,
                                RelationshipId relationship) {
    const std::vector<Nominee> nominees = nominees_of(acting.tx, person, desk.today);
    const auto nominee = std::find_if(nominees.begin(), nominees.end(), [&](const Nominee& each) {
        return each.relationship == relationship;
    });
    if (nominee == nominees.end()) {
        for (const people::Relationship& help : store::load_relationships(acting.tx, person)) {
            const Result<identity::Account> account = store::load_account(acting.tx, help.helper);
            if (help.id == relationship && is_nominee_on(help, desk.today) && account &&
                !account->is_open) {
                return account_closed(account->name);
            }
        }
        return Error{"casework.nominee_unknown",
                     "A direct payment can be paid only to a nominee whom the council recorded, "
                     "and who deals with the money today. Choose one from the list."};
    }
    if (const auto known = store::find_payee_of_nominee(acting.tx, relationship)) {
        return known->id;
    }
    store::Payee payee{desk.new_id<PayeeId>(), "holder", nominee->name, person, {}};
    payee.relationship = relationship;
    store::keep(acting.tx, payee);
    const std::optional<people::Relationship> help = relationship_of(acting.tx, payee);
    store::keep(acting.tx, store::PayeeOwner{payee.id, nominee->account, desk.today,
                                             help->agreed_by, desk.actor, std::nullopt});
    return payee.id;
}

Outcome check_nominee(store::View& view, PayeeId id, Date on) {
    const std::optional<store::Payee> payee = store::find_payee(view, id);
    if (payee && !may_be_paid(view, *payee, on)) {
        return Error{"casework.nominee_ended",
                     payee->name +
                         " is not the nominee any more, so no money can be paid to them. Choose "
                         "somebody else to hold it, or another way."};
    }
    if (payee && payee->relationship) {
        const std::optional<people::Relationship> help = relationship_of(view, *payee);
        if (help && has_closed_account(view, help->helper)) {
            return account_closed(payee->name);
        }
    }
    return Done{};
}

std::vector<PayeeId> closed_nominees(store::View& view) {
    std::vector<PayeeId> found;
    for (const store::Payee& payee : store::load_payees_of_nominees(view)) {
        const std::optional<people::Relationship> help = relationship_of(view, payee);
        if (help && has_closed_account(view, help->helper)) {
            found.push_back(payee.id);
        }
    }
    return found;
}

Outcome end_nominee_payee(const Desk& desk, store::Tx& tx, const store::Payee& payee) {
    if (payee.ended_on) {
        return Done{};
    }
    store::end_payee(tx, payee.id, desk.today);
    for (const payments::BankDetails& each : store::load_bank_details_of(tx, payee.id)) {
        if (each.status != payments::BankDetailsStatus::retired) {
            TRY(const payments::BankDetails retired, payments::retire_details(each, desk.now));
            store::change(tx, retired);
        }
    }
    return Done{};
}

Result<std::size_t> end_nominees(Desk& desk) {
    const std::vector<Ending> endings = find_endings(desk);
    for (const Ending& ending : endings) {
        TRY_DONE(act(desk,
                     {"end_nominee",
                      Action::prepare_pay_run,
                      {.person = ending.payee.person},
                      ending.payee.name},
                     [&](Acting& acting) -> Outcome {
                         acting.about = ending.payee.id.to_text();
                         if (ending.is_over) {
                             return end_nominee_payee(desk, acting.tx, ending.payee);
                         }
                         for (const store::PayeeOwner& owner :
                              store::load_payee_owners(acting.tx, ending.payee.id)) {
                             store::end_payee_owner(acting.tx, ending.payee.id, owner.account,
                                                    desk.now);
                         }
                         return Done{};
                     }));
    }
    return endings.size();
}

std::string holder_in_words(const store::Payee& payee, std::string_view first_name) {
    return payee.kind == "holder" ? payee.name + ", who holds it for " + std::string(first_name)
                                  : payee.name;
}

std::string paid_to_nominee(std::string_view name, std::optional<Date> ended_on) {
    return "Direct payment to " + std::string(name) +
           (ended_on ? ", who stopped being the nominee on " + ended_on->for_people()
                     : ", the nominee");
}

}  // namespace casework
