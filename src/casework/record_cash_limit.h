#pragma once
// Finance writes down how much money a stream's owner gives the council to award (the cash limit),
// takes back what is not awarded, and says under which code and from which bank account the council
// keeps it. Each is an act of its own; the limit is an entry like all money.

#include <string>

#include "base/council_year.h"
#include "casework/desk.h"
#include "payments/bank_details.h"

namespace casework {

// Adds to a stream's cash limit of one of the council's years: this year (none given), the one
// before or the next, whose money counts from its first day. Refuses: casework.stream_unknown,
// casework.year_not_near, casework.reasons_missing, ledger.not_positive.
Result<EntryId> record_cash_limit(Desk& desk, const StreamId& stream, Money amount,
                                  const std::string& why, CouncilYear year = {});

// Takes from a stream's cash limit what is not awarded. Refuses as above, ledger.not_enough.
Result<EntryId> cut_cash_limit(Desk& desk, const StreamId& stream, Money amount,
                               const std::string& why, CouncilYear year = {});

// Sets the code of a stream in the council's own accounts. Refuses: casework.stream_unknown,
// casework.code_malformed (letters, digits, hyphens; 1 to 30).
Outcome set_ledger_code(Desk& desk, const StreamId& stream, const std::string& code);

// Sets the council's bank account that pay runs are paid from.
Outcome set_council_account(Desk& desk, const payments::BankAccount& account);

}  // namespace casework
