#pragma once
// What the office of an example council does by itself as the days go: instalments fall due, a pay
// run is prepared each Wednesday and released by a second person, and the bank's statement comes
// the day after.

#include <optional>
#include <set>

#include "command/example_world.h"
#include "payments/bank_details.h"

namespace command {

class ExampleOffice {
public:
    explicit ExampleOffice(ExampleWorld& world) : world_(world) {}

    // Does what the office does at the end of each day.
    Outcome end_of_day();

private:
    Outcome pay();
    Outcome read_bank();

    ExampleWorld& world_;
    std::optional<PayRunId> at_bank_ = {};  // released and not yet answered
    std::set<InvoiceId> paid_ = {};         // bills people have paid
    Money bank_balance_ = Money::pence(500'000'000);
    std::int64_t statements_ = 0;
};

}  // namespace command
