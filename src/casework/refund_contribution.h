#pragma once
// A bill below nought: a person paid more of her contribution than is asked of her now, and no open
// bill takes it up. Finance pays it back and writes that down; the money she paid is taken back
// entry by entry, the latest first, never edited. What of it was never paid for a bill, but kept
// back of payments in advance, is given back as give_back_share.h says.

#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "casework/desk.h"
#include "store/store.h"

namespace casework {

// What is to be paid back to one person towards one stream.
struct RefundDue {
    InvoiceId invoice;  // the latest bill of the two, which names the refund
    PersonId person;
    StreamId stream;
    std::string reference;  // of that bill
    Money amount;
    Money of_shares;  // of it, what was kept back of payments

    Money of_bills() const { return amount - of_shares; }
};
// Gives every refund that is due, by reference.
std::vector<RefundDue> refunds_due(store::View& view);

// Finance writes down that it paid back what was paid for bills. Refuses: casework.no_refund_due,
// casework.more_than_due, casework.reasons_missing, casework.day_ahead, ledger.not_positive.
Outcome refund_contribution(Desk& desk, InvoiceId invoice, Date on, Money amount,
                            const std::string& how);

}  // namespace casework
