#pragma once
// Who could hold money for a person, and what support may be for under the rules of her record: the
// choices of a plan line.

#include <string>
#include <vector>

#include "casework/desk.h"
#include "casework/held_parts.h"
#include "casework/nominee_payee.h"
#include "store/ledger.h"

namespace casework {

struct HolderChoices {
    std::vector<std::string> purposes;  // every purpose some stream may buy
    std::vector<store::Payee>
        holders;  // providers that may hold a fund, and people or bodies she named
    std::vector<Nominee> nominees;      // to whom a direct payment may be paid today
    std::vector<store::Payee> paid_to;  // those who were ever paid an instalment for her
    std::vector<HeldPart> own_parts;    // of her budget, whose money is in her own account
};

// Refuses: people.not_found, casework.package_unknown.
Result<HolderChoices> see_holders(Desk& desk, PersonId person);

}  // namespace casework
