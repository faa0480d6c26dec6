#pragma once
// What is owed, thing by thing. The ledger knows how much is owed to a payee for a person from a
// stream; here the entries that made and moved that debt are followed in order, so that each
// delivery and each instalment stands alone: it can be paid once, stopped alone, come back from the
// bank and be tried again. The lines always sum to the ledger's balances.

#include <optional>
#include <string>
#include <vector>

#include "ledger/entry.h"
#include "payments/pay_run.h"
#include "store/store.h"

namespace casework {

// Gives everything that is owed and not in a released run.
std::vector<payments::OwedLine> owed_lines(store::View& view);

// Gives the cause of the entry that made the debt a line is about.
std::string debt_cause(const std::string& about);

// Where the bank's answers stand for one line of a payment: the cause of the n-th clearing or
// return of it.
enum class BankStep { clear, reject };
std::string bank_cause(BankStep step, PaymentId payment, const std::string& about, int count);
// Counts how often the bank step was taken, also those taken back.
int bank_steps_taken(store::View& view, BankStep step, PaymentId payment, const std::string& about);

// The days after which nothing may be paid, of those whose record ended.
std::vector<payments::PersonEnd> person_ends(store::View& view);

}  // namespace casework
