#include "casework/bank_details.h"

#include "base/text.h"
#include "casework/make_plan.h"
#include "casework/nominee_payee.h"
#include "store/accounts.h"
#include "store/bank_details.h"
#include "store/people.h"

namespace casework {

namespace {

using payments::BankDetailsStatus;
using people::Action;

Error details_unknown() {
    return {"casework.details_unknown", "These bank details do not exist. Go back to the list."};
}

Error holder_unknown() {
    return {"casework.holder_unknown", "Choose whose account it is from the list."};
}

payments::PayeeKind kind_of(const store::Payee& payee) {
    return payee.kind == "provider" ? payments::PayeeKind::provider
           : payee.kind == "person" ? payments::PayeeKind::person
           : payee.relationship     ? payments::PayeeKind::nominee
                                    : payments::PayeeKind::holder;
}

// decide() has said that the actor may change them, so the actor stands for the payee here.
Result<BankDetailsId> propose(Desk& desk, Acting& acting, const store::Payee& payee,
                              const payments::BankAccount& account) {
    const payments::Payee owned{
        .id = payee.id, .kind = kind_of(payee), .name = payee.name, .owners = {desk.actor}};
    TRY(const payments::BankDetails changed,
        payments::change_details(desk.new_id<BankDetailsId>(), owned, account, desk.actor,
                                 desk.now));
    // Only the newest change waits.
    for (const payments::BankDetails& each : store::load_bank_details_of(acting.tx, payee.id)) {
        if (each.status == BankDetailsStatus::proposed) {
            TRY(const payments::BankDetails retired, payments::retire_details(each, desk.now));
            store::change(acting.tx, retired);
        }
    }
    store::keep(acting.tx, changed);
    return changed.id;
}

Result<store::Payee> payee_of(Desk& desk, Acting& acting, PersonId person,
                              std::optional<PayeeId> id) {
    TRY(const people::Person record, store::load_person(acting.tx, person));
    if (!id) {
        TRY(id, own_account(desk, acting, person, record.name));
    }
    const std::optional<store::Payee> payee = store::find_payee(acting.tx, *id);
    if (payee && payee->person == person && payee->kind != "person") {
        return Error{"casework.not_your_account",
                     payee->name +
                         " says itself where the money it holds goes. Only they can change it. Ask "
                         "them, or your worker."};
    }
    if (!payee || payee->person != person) {
        return holder_unknown();
    }
    return *payee;
}

PayeeDetails details_of(store::View& view, const store::Payee& payee) {
    PayeeDetails found{.payee = payee};
    for (payments::BankDetails& each : store::load_bank_details_of(view, payee.id)) {
        if (each.status == BankDetailsStatus::confirmed) {
            found.in_use = std::move(each);
        } else if (each.status == BankDetailsStatus::proposed) {
            found.waiting = std::move(each);
        }
    }
    return found;
}

}  // namespace

Result<BankDetailsId> change_bank_details(Desk& desk, PersonId person, std::optional<PayeeId> payee,
                                          const payments::BankAccount& account) {
    return act(desk,
               {"change_bank_details",
                Action::change_own_bank_details,
                {.person = person},
                "Changed where money goes"},
               [&](Acting& acting) -> Result<BankDetailsId> {
                   TRY(const store::Payee to, payee_of(desk, acting, person, payee));
                   return propose(desk, acting, to, account);
               });
}

Result<BankDetailsId> change_holder_bank_details(Desk& desk, PayeeId holder,
                                                 const payments::BankAccount& account) {
    const std::optional<store::Payee> payee =
        desk.store.read([&](store::Snapshot& view) { return store::find_payee(view, holder); });
    return act(desk,
               {"change_holder_bank_details",
                Action::change_holder_bank_details,
                {.person = payee ? payee->person : PersonId{}, .payee = holder},
                "Changed where money goes"},
               [&](Acting& acting) -> Result<BankDetailsId> {
                   if (!payee || payee->kind != "holder") {
                       return holder_unknown();
                   }
                   TRY_DONE(check_nominee(acting.tx, holder, desk.today));
                   return propose(desk, acting, *payee, account);
               });
}

Result<BankDetailsId> change_provider_bank_details(Desk& desk, ProviderId provider,
                                                   const payments::BankAccount& account) {
    return act(desk,
               {"change_provider_bank_details",
                Action::change_provider_bank_details,
                {.provider = provider},
                "Changed where money goes"},
               [&](Acting& acting) -> Result<BankDetailsId> {
                   const std::optional<store::Payee> payee =
                       store::find_payee_of_provider(acting.tx, provider);
                   if (!payee) {
                       return Error{"provider.not_found", "This provider does not exist."};
                   }
                   return propose(desk, acting, *payee, account);
               });
}

Outcome confirm_bank_details(Desk& desk, BankDetailsId id) {
    return act(
        desk,
        {"confirm_bank_details", Action::confirm_bank_details, {}, "Confirmed where money goes"},
        [&](Acting& acting) -> Outcome {
            const std::optional<payments::BankDetails> details =
                store::find_bank_details(acting.tx, id);
            if (!details) {
                return details_unknown();
            }
            TRY_DONE(check_nominee(acting.tx, details->payee, desk.today));
            TRY(const payments::BankDetails confirmed,
                payments::confirm_details(*details, desk.actor, desk.now));
            for (const payments::BankDetails& each :
                 store::load_bank_details_of(acting.tx, details->payee)) {
                if (each.status == BankDetailsStatus::confirmed) {
                    TRY(const payments::BankDetails retired,
                        payments::retire_details(each, desk.now));
                    store::change(acting.tx, retired);
                }
            }
            store::change(acting.tx, confirmed);
            acting.about = id.to_text();
            return Done{};
        });
}

Outcome refuse_bank_details(Desk& desk, BankDetailsId id, const std::string& why) {
    return act(desk, {"refuse_bank_details", Action::confirm_bank_details, {}, {}},
               [&](Acting& acting) -> Outcome {
                   TRY(acting.detail, base::plain_text(why, 300));
                   if (acting.detail.empty()) {
                       return Error{"casework.reasons_missing",
                                    "Write why. The owner of the account will read it."};
                   }
                   const std::optional<payments::BankDetails> details =
                       store::find_bank_details(acting.tx, id);
                   if (!details) {
                       return details_unknown();
                   }
                   if (details->status != BankDetailsStatus::proposed) {
                       return Error{"payments.not_waiting",
                                    "These bank details do not wait for a check. Look at the "
                                    "newest ones."};
                   }
                   TRY(const payments::BankDetails retired,
                       payments::retire_details(*details, desk.now));
                   store::change(acting.tx, retired);
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<std::vector<PayeeDetails>> see_bank_details(Desk& desk, PersonId person) {
    return look(
        desk, person, Action::change_own_bank_details, "bank details",
        [&](store::Snapshot& snapshot) -> Result<std::vector<PayeeDetails>> {
            std::vector<PayeeDetails> found;
            for (const store::Payee& payee : store::load_payees_of_person(snapshot, person)) {
                found.push_back(details_of(snapshot, payee));
            }
            return found;
        });
}

Result<PayeeDetails> see_holder_bank_details(Desk& desk, PayeeId holder) {
    return consult(desk, Action::change_holder_bank_details, {.payee = holder},
                   [&](store::Snapshot& snapshot) -> Result<PayeeDetails> {
                       const std::optional<store::Payee> payee =
                           store::find_payee(snapshot, holder);
                       if (!payee || payee->kind != "holder") {
                           return holder_unknown();
                       }
                       return details_of(snapshot, *payee);
                   });
}

Result<PayeeDetails> see_provider_bank_details(Desk& desk, ProviderId provider) {
    return consult(desk, Action::change_provider_bank_details, {.provider = provider},
                   [&](store::Snapshot& snapshot) -> Result<PayeeDetails> {
                       const std::optional<store::Payee> payee =
                           store::find_payee_of_provider(snapshot, provider);
                       if (!payee) {
                           return Error{"provider.not_found", "This provider does not exist."};
                       }
                       return details_of(snapshot, *payee);
                   });
}

Result<std::vector<WaitingDetails>> see_waiting_details(Desk& desk) {
    return consult(
        desk, Action::see_finance, {},
        [&](store::Snapshot& snapshot) -> Result<std::vector<WaitingDetails>> {
            std::vector<WaitingDetails> found;
            for (const payments::BankDetails& each : store::load_waiting_bank_details(snapshot)) {
                const std::optional<store::Payee> payee = store::find_payee(snapshot, each.payee);
                CHECK(payee.has_value());
                WaitingDetails waiting{.details = details_of(snapshot, *payee)};
                const auto account = store::load_account(snapshot, each.changed_by);
                waiting.changed_by = account ? account->name : "";
                waiting.is_own = each.changed_by == desk.actor;
                found.push_back(std::move(waiting));
            }
            return found;
        });
}

}  // namespace casework
