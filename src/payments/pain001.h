#pragma once
// pain.001.001.09 is the file a bank takes payments from (ISO 20022, customer credit transfer).
// Written here for UK accounts: sort code as GBDSC clearing member, account number as BBAN, sums
// and counts on both levels, one payment information block a run. The same run gives the same
// bytes, for ever. Text is brought into the character set every bank accepts. The remittance text
// is only our reference: a bank statement is read by others, so no word about care, health or the
// person stands in it.

#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "payments/pay_run.h"

namespace payments {

struct BankFile {
    std::string name = {};  // "onepurse-RUN....xml"
    std::string bytes = {};
    std::string fingerprint = {};  // digest of the bytes
    Money total = {};
    std::size_t count = 0;
};

// Writes the bank file of a run that is released or later. Refuses: payments.not_released,
// payments.nothing_to_pay.
Result<BankFile> pain001(const PayRun& run);

// One credit transfer as a bank file states it.
struct Transfer {
    std::string end_to_end_id = {};
    Money amount = {};
    std::string name = {};
    std::string sort_code = {};
    std::string account_number = {};
    std::string remittance = {};
};

struct TransferFile {
    std::string message_id = {};
    std::string payment_information_id = {};
    std::string created = {};
    Date pay_on = {};
    std::string debtor_name = {};
    std::string debtor_sort_code = {};
    std::string debtor_account_number = {};
    std::vector<Transfer> transfers = {};
};

// Reads a pain.001 of the form we write, checking sums and counts on both levels, which the schema
// does not. Refuses: payments.not_pain001, payments.file_sum, payments.file_count,
// payments.file_field.
Result<TransferFile> read_pain001(std::string_view bytes);

// Proves invariant I9 for one run and the file kept for it: count, sum, every payment once with its
// account, and the same bytes when written again. Refuses: payments.file_differs and what
// read_pain001 refuses.
Outcome check_file(const PayRun& run, std::string_view bytes);

}  // namespace payments
