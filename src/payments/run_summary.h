#pragma once
// A run summary is what the finance page says first about a pay run: payees paid for the first
// time, payees whose money or account changed since the run before, what is stopped and why, and
// the sum by stream. Made from values, so page, JSON and test show the same.

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "payments/pay_run.h"

namespace payments {

// One payee whose payment differs from the run before. No money on a side where there was none.
struct RunChange {
    PayeeId payee;
    std::optional<Money> before = {};
    std::optional<Money> now = {};
    bool is_other_account = false;
};

struct StoppedLine {
    PaymentId payment;
    OwedLine owed = {};
    StopReason reason = StopReason::taken_out;
};

struct StreamSum {
    StreamId stream;
    Money amount = {};
};

struct RunSummary {
    Money total = {};
    std::size_t count = 0;
    Money stopped_total = {};
    std::vector<PaymentId> new_payees = {};  // never paid before; shown first
    std::vector<RunChange> changes = {};
    std::vector<StoppedLine> stopped = {};
    std::vector<StreamSum> streams = {};  // in order of stream id
};

// Compares a run with the one before it (if any) and with the payees that were ever paid.
RunSummary summarise(const PayRun& run, const PayRun* before, const std::set<PayeeId>& paid_before);

// Checks over all runs of a book: every id and bank reference once, every owed line in at most one
// payment that is not stopped or cancelled, sums and statuses in step (invariants I3, I6, I9, I12).
// Gives every fault found.
std::vector<Error> check_runs(std::span<const PayRun> runs);

}  // namespace payments
