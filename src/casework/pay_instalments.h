#pragma once
// Dated work that nobody clicks. For one day (the desk's) everything that fell due by then is done,
// each once for ever by its cause: nominees whose last day has passed end, the budgets of closed
// records end, instalments become owed,
// contributions that the council collects itself are invoiced, what ended budgets did not use goes
// back to its streams, and reports that nobody answered remind the person and then the worker.
// Called again, or for days that were passed over, it does only what is missing. What cannot be
// done is written down as an exception and tried again.

#include <cstddef>
#include <string>
#include <vector>

#include "base/money.h"
#include "casework/desk.h"

namespace casework {

struct FellDue {
    std::size_t instalments = 0;
    Money instalments_total;
    std::size_t invoices = 0;
    Money invoices_total;
    std::size_t reminders = 0;
    std::size_t ended_budgets = 0;
    Money given_back;               // what ended budgets did not use
    std::vector<Error> exceptions;  // place: what could not be done
};

// Does everything that is due on the desk's day; the system does it, or finance.
// Refuses: people.not_allowed, store.*. Nothing else is refused as a whole.
Result<FellDue> fall_due(Desk& desk);

// Days after which a report waits too long for its answer, where the policy package sets none.
inline constexpr std::int64_t remind_person_after_days = 7;
inline constexpr std::int64_t remind_worker_after_days = 14;

}  // namespace casework
