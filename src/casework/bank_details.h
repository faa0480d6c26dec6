#pragma once
// A person, whoever may hold her money in law, or a provider says where money for them goes. A
// second person, of the council's staff, confirms it; until then the account is not used, and
// nothing is paid to that payee. Nobody else can change it: not a worker, not finance.

#include <string>
#include <vector>

#include "casework/desk.h"
#include "payments/bank_details.h"
#include "store/ledger.h"

namespace casework {

// Changes where the money of a payee of the person goes: her own account or somebody who holds it.
// `payee` none: her own account. Refuses: casework.holder_unknown, payments.sort_code,
// payments.account_number, payments.account_name.
Result<BankDetailsId> change_bank_details(Desk& desk, PersonId person, std::optional<PayeeId> payee,
                                          const payments::BankAccount& account);

// Changes where a provider's money goes. Refuses: provider.not_found.
Result<BankDetailsId> change_provider_bank_details(Desk& desk, ProviderId provider,
                                                   const payments::BankAccount& account);

// A second person confirms; the details before them are retired.
// Refuses: casework.details_unknown, payments.same_person, payments.not_waiting.
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

// Gives the person's own account and whoever holds money for her.
Result<std::vector<PayeeDetails>> see_bank_details(Desk& desk, PersonId person);
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
