#pragma once
// Keeps and loads bank details, the council's own account and the ledger codes of streams. Details
// are added and change their status only; earlier ones stay.

#include <optional>
#include <vector>

#include "payments/bank_details.h"
#include "store/store.h"

namespace store {

// Keeps new details.
void keep(Tx& tx, const payments::BankDetails& details);
// Writes the status of details that are kept already, and who set it when.
void change(Tx& tx, const payments::BankDetails& details);
std::optional<payments::BankDetails> find_bank_details(View& view, BankDetailsId id);
// Load details, oldest first: of one payee, of all that are waiting, of all.
std::vector<payments::BankDetails> load_bank_details_of(View& view, PayeeId payee);
std::vector<payments::BankDetails> load_waiting_bank_details(View& view);
std::vector<payments::BankDetails> load_bank_details(View& view);

// Puts the council's account that pay runs are paid from.
void keep_council_account(Tx& tx, const payments::BankAccount& account, const std::string& by,
                          Instant at);
std::optional<payments::BankAccount> find_council_account(View& view);

// Puts the code under which the council's accounts know a stream.
void keep_ledger_code(Tx& tx, const StreamId& stream, const std::string& code);
// Gives the code; empty when none was set.
std::string find_ledger_code(View& view, const StreamId& stream);

}  // namespace store
