#pragma once
// Reads one transaction (TxDtls) of a statement's entry: its references, amounts, parties, agents,
// remittance, dates and what the bank says of a return. Used by camt.cc only.

#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "payments/statement.h"

namespace payments::camt {

// Reads a transaction; `entry_direction` is the entry's, which holds when `is_only` (the entry has
// no other transaction) or when the transaction does not say. A contradiction is only warned of.
// Refuses: payments.amount, payments.direction, payments.date, payments.entry. A remittance text
// longer than 140 characters is only warned of.
Result<Detail> detail_of(const base::XmlElement& element, CreditDebit entry_direction, bool is_only,
                         std::vector<Error>& warnings);

}  // namespace payments::camt
