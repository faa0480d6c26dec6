#pragma once
// What is owed becomes a pay run. One member of finance prepares it; a second natural person
// releases it, and with the release the entries, the run and the bank file are kept in one
// transaction: then the file can be fetched, the same bytes for ever. A run given up before that
// leaves nothing behind. At most one run waits at a time.

#include <optional>
#include <string>
#include <vector>

#include "casework/desk.h"
#include "casework/owed.h"
#include "payments/pain001.h"
#include "payments/pay_run.h"
#include "payments/run_summary.h"

namespace casework {

// Prepares a run of all that is owed. Refuses: payments.nothing_owed, casework.run_waiting (one
// waits already), casework.no_council_account, casework.pay_day_past.
Result<PayRunId> prepare_run(Desk& desk, Date pay_on);

// Takes one payment out of the waiting run. Refuses: casework.run_unknown, payments.not_prepared,
// payments.unknown_payment.
Outcome take_out_of_run(Desk& desk, PayRunId run, PaymentId payment);

// Gives a waiting run up. Refuses: casework.run_unknown, payments.not_prepared.
Outcome cancel_run(Desk& desk, PayRunId run);

// Releases a run that somebody else prepared. Refuses: casework.run_unknown,
// payments.not_prepared, payments.same_person (also through a second account),
// payments.own_account, payments.nothing_to_pay, casework.owed_changed (less is owed now),
// store.paid_before.
Outcome release_run(Desk& desk, PayRunId run);

// A run as the pages show it: as it stands now, with everything that changed since its preparation
// stopped.
struct RunView {
    payments::PayRun run;
    payments::RunSummary summary = {};
    std::string prepared_by = {};  // names
    std::string released_by = {};
    std::vector<std::pair<PayeeId, std::string>> payee_names = {};
    std::vector<std::pair<StreamId, std::string>> stream_names = {};
    bool may_release = false;  // by who looks
    bool has_file = false;
};
// Refuses: casework.run_unknown.
Result<RunView> see_run(Desk& desk, PayRunId run);
// Gives every run, latest first.
Result<std::vector<RunView>> see_runs(Desk& desk);

struct FileView {
    std::string name;
    std::string bytes;
};
// Gives the bank file of a released run. Refuses: casework.run_unknown, payments.not_released.
Result<FileView> see_bank_file(Desk& desk, PayRunId run);

}  // namespace casework
