#pragma once
// A contribution that the council collects itself (gross) is invoiced every four weeks of the
// budget, afterwards, each four weeks once. What a later decision changes for days already invoiced
// stands as a correction on the next invoice, or on one of its own when there is no next: explicit,
// dated and to the penny. What of a net contribution could not be taken off instalments is on the
// invoice of the four weeks in which its days end.

#include <cstddef>
#include <vector>

#include "casework/desk.h"
#include "store/due.h"

namespace casework {

struct Invoiced {
    std::size_t count = 0;
    Money total;
};

// Makes every invoice of a budget that is due by the desk's day and was not made.
// Refuses: people.not_found, store.*.
Result<Invoiced> invoice_contribution(Desk& desk, BudgetId budget);

// An invoice and what is still to be paid of it. A correction below nought is taken off the oldest
// invoices of the same stream.
struct OpenInvoice {
    store::Invoice invoice;
    Money due;
};
// Gives every invoice with something due, oldest first.
std::vector<OpenInvoice> open_invoices(store::View& view);

}  // namespace casework
