#pragma once
// Keeps and loads pay runs with their payments and lines, and the files that went to the bank. What
// was released once is noted by its natural identity, so that no sum is paid a second time whatever
// a run says.

#include <optional>
#include <string>
#include <vector>

#include "payments/pain001.h"
#include "payments/pay_run.h"
#include "store/store.h"

namespace store {

// Writes a run, its payments and lines over what was kept of it.
void keep(Tx& tx, const payments::PayRun& run);
// Notes every line a released run pays. Refuses: store.paid_before.
Outcome keep_paid(Tx& tx, const payments::PayRun& run);

// Load runs, oldest first.
std::optional<payments::PayRun> find_run(View& view, PayRunId id);
std::optional<payments::PayRun> find_prepared_run(View& view);
std::optional<payments::PayRun> find_run_of(View& view, PaymentId payment);
std::vector<payments::PayRun> load_runs(View& view);
// Loads the runs that went to the bank.
std::vector<payments::PayRun> load_runs_at_bank(View& view);

// Keeps the file of a run; once.
void keep_file(Tx& tx, PayRunId run, const payments::BankFile& file);
struct KeptFile {
    std::string name;
    std::string digest;
    std::string bytes;
};
std::optional<KeptFile> find_file(View& view, PayRunId run);

}  // namespace store
