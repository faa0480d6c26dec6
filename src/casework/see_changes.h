#pragma once
// What changed in a person's budget within some dates, as her statement tells it: every version of
// the budget after the first with its reason and its dated differences, and what she is asked to
// pay by bill, with what of it she paid. The figures themselves are on the statement.

#include <string>
#include <vector>

#include "base/date.h"
#include "budget/change.h"
#include "casework/desk.h"
#include "store/due.h"

namespace casework {

// One dated difference, named.
struct NamedDelta {
    std::string what;    // the support
    std::string stream;  // its name
    budget::Delta delta;
};

struct BudgetChange {
    Date on;
    std::string why;
    std::vector<NamedDelta> deltas;
};

struct NamedInvoice {
    store::Invoice invoice;
    std::string stream;  // its name
    Money paid;
};

struct StatementChanges {
    std::vector<BudgetChange> changes;   // oldest first
    std::vector<NamedInvoice> invoices;  // oldest first
};

// Refuses: people.not_found, casework.package_unknown.
Result<StatementChanges> see_changes(Desk& desk, PersonId person, const Period& period);

}  // namespace casework
