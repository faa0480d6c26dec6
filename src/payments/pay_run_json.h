#pragma once
// The JSON form of a pay run, printed by `onepurse payrun` and the pages' JSON, described in
// docs/formats/payrun.schema.json. Money is a string with two decimals. Whole account numbers stand
// in it: it is for finance alone.

#include "base/json_fwd.h"
#include "payments/pay_run.h"
#include "payments/run_summary.h"

namespace payments {

// Gives the run with its payments, lines, sums and bank references.
json::object to_json(const PayRun& run);

// Gives what the page says first: new payees, changes, what is stopped and why, sums by stream.
json::object to_json(const RunSummary& summary);

}  // namespace payments
