#pragma once
// A share of hers that was taken off payments in advance beyond what is asked of her now: the
// contribution was lowered afterwards, or support ended between two payments. Whoever holds the
// money had too little by as much. The stream gives it back: it is owed to the holder and goes out
// with the next pay run. What she paid for bills comes back another way (refund_contribution.h).

#include <string_view>

#include "base/result.h"
#include "casework/desk.h"

namespace casework {

// Finance gives back what was kept back too much, the latest payment first.
// Refuses: casework.no_refund_due, ledger.not_enough (the stream has awarded it to somebody else).
Outcome give_back_share(Desk& desk, InvoiceId invoice);

// Whether an entry of this cause gave a share back so, and no change of a budget.
bool is_share_given_back(std::string_view cause);

}  // namespace casework
