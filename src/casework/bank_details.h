#pragma once
// The owner of an account says where money goes: a person (or her nominee, or who acts for her in
// law) for her own account, whoever holds money for her for theirs, a provider for the provider's.
// A second person, of the council's staff, confirms it; until then the account is not used, and
// nothing is paid to that payee. Nobody else can change it: not a worker, not finance, and the
// person not for somebody who holds her money.

#include <string>
#include <vector>

#include "casework/desk.h"
#include "payments/bank_details.h"
#include "store/ledger.h"

namespace casework {

// Changes where the person's own money goes; `payee`, when given, must be her own account.
// Refuses: casework.holder_unknown, casework.not_your_account (somebody who holds money for her
// says so itself).
Result<BankDetailsId> change_bank_details(Desk& desk, PersonId person, std::optional<PayeeId> payee,
                                          const payments::BankAccount& account);

// Changes where the money goes that somebody holds for a person; its own users say so.
// Refuses: casework.holder_unknown, casework.nominee_ended.
Result<BankDetailsId> change_holder_bank_details(Desk& desk, PayeeId holder,
                                                 const payments::BankAccount& account);

// Changes where a provider's money goes. Refuses: provider.not_found.
Result<BankDetailsId> change_provider_bank_details(Desk& desk, ProviderId provider,
                                                   const payments::BankAccount& account);

// A second person confirms; the details before them are retired.
// Refuses: casework.details_unknown, payments.same_person, payments.not_waiting,
// casework.nominee_ended, casework.nominee_account_closed.
Outcome confirm_bank_details(Desk& desk, BankDetailsId details);

// A second person refuses them: the details before them hold again, and the owner is told why.
// Refuses: casework.details_unknown, casework.reasons_missing, payments.already_retired.
Outcome refuse_bank_details(Desk& desk, BankDetailsId details, const std::string& why);

// A payee with the details in use and those that wait.
struct PayeeDetails {
    store::Payee payee;
    std::optional<payments::BankDetails> in_use = {};
    std::optional<payments::BankDetails> waiting = {};
};

// Gives the person's own account and, to look at, whoever holds money for her.
Result<std::vector<PayeeDetails>> see_bank_details(Desk& desk, PersonId person);
// Gives those of somebody who holds money, for its own users. Refuses: casework.holder_unknown.
Result<PayeeDetails> see_holder_bank_details(Desk& desk, PayeeId holder);
// Gives the provider's. Refuses: provider.not_found.
Result<PayeeDetails> see_provider_bank_details(Desk& desk, ProviderId provider);

// Details that wait for a second person, with what they would replace.
struct WaitingDetails {
    PayeeDetails details;
    std::string changed_by = {};  // name
    bool is_own = false;          // the visitor changed them, so somebody else confirms
};
Result<std::vector<WaitingDetails>> see_waiting_details(Desk& desk);

}  // namespace casework
