#pragma once
// What a person pays in herself: her contribution to the account of her support (net), said by her
// or by her helper with the money scope, and what came for a bill in another way than by the bank's
// file, written down by finance. Both are dated entries of her own money; neither is a stream's.

#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "casework/desk.h"
#include "ledger/entry.h"
#include "store/due.h"
#include "store/store.h"

namespace casework {

// A stream towards which she pays into the account of her support, and how that stands.
struct PaidIn {
    StreamId stream;
    std::string name;
    Money weekly;     // in force on the day, nought when none is
    Money taken_off;  // of payments in advance so far
    Money paid_in;    // as she said so far

    // What she should have paid in and has not said so; nought where she is ahead.
    Money to_pay_in() const;
};
// Gives them, in the order of streams; none when nothing is collected so.
// Refuses: people.not_found, casework.package_unknown.
Result<std::vector<PaidIn>> see_paid_in(Desk& desk, PersonId person);

// Says that she paid a contribution into the account of her support on a day.
// Refuses: casework.no_contribution (nothing is collected so towards the stream),
// casework.day_ahead, ledger.not_positive.
Outcome pay_in(Desk& desk, PersonId person, const StreamId& stream, Date on, Money amount);

// Tells what of her contributions paid in is not spent, by the stream each was towards.
std::vector<ledger::Portion> unspent_contributions(const std::vector<ledger::Entry>& entries);

// Finance writes down what came for a bill by cheque, in cash or otherwise. Refuses:
// casework.invoice_unknown, casework.more_than_due, casework.reasons_missing, casework.day_ahead,
// ledger.not_positive.
Outcome receive_payment(Desk& desk, InvoiceId invoice, Date on, Money amount,
                        const std::string& how);

}  // namespace casework
