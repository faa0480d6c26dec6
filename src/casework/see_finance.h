#pragma once
// What finance sees first: instalments, the run in preparation, what went wrong, and every stream
// against its cash limit with a forecast to the year's end. And the account of one stream, for
// finance and for its owner: a statement for any dates and every entry. Sums only by reference of
// the person, never what the support is.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/council_year.h"
#include "base/date.h"
#include "casework/desk.h"
#include "casework/invoice_contribution.h"
#include "casework/refund_contribution.h"
#include "ledger/statement.h"
#include "payments/pay_run.h"
#include "store/due.h"

namespace casework {

struct StreamLimit {
    StreamId stream;
    CouncilYear year;  // whose money it is
    std::string name;
    std::string owner;
    std::string ledger_code;
    Money limit;        // cash limit so far
    Money decided;      // awarded to people
    Money held;         // promised and not yet owed
    Money owed;         // owed or with the bank
    Money paid;         // spent, or with who holds it
    Money not_awarded;  // left of the limit
    Money forecast;     // paid by the year's end if every agreed plan runs on as agreed
};

struct FinanceView {
    Period year;
    std::vector<store::MadeInstalment> made_today;
    std::vector<store::MadeInstalment> coming;  // due in the next four weeks, not made yet
    Money owed_total;                           // not in a run
    std::size_t owed_count = 0;
    std::optional<payments::PayRun> waiting_run;
    std::size_t details_waiting = 0;
    std::size_t bank_open = 0;  // movements proposed or unmatched
    std::vector<store::DueException> exceptions;
    std::vector<StreamLimit> streams;      // of this year
    std::vector<StreamLimit> other_years;  // limits of the next, and of earlier ones not yet empty
    std::vector<OpenInvoice> open_invoices;  // not paid in full
    std::vector<RefundDue> refunds;          // paid more than is asked now
    std::map<PersonId, std::string> references;
};
Result<FinanceView> see_finance(Desk& desk);

// A stream's account for some dates.
struct StreamAccountView {
    StreamId stream;
    std::string name;
    std::string owner;
    std::string ledger_code;
    ledger::OwnerStatement statement;
    std::map<PersonId, std::string> references;
};
// For finance and for the owner of the stream. Refuses: casework.stream_unknown.
Result<StreamAccountView> see_stream_account(Desk& desk, const StreamId& stream,
                                             const Period& period);

// One entry as the journal of entries shows it.
struct EntryRow {
    ledger::EntryFacts facts;
    std::string reference;  // of the person
    // Of each posting: the code of its stream in the council's own accounts, empty where none is
    // set.
    std::vector<std::string> ledger_codes;
};
// Gives every entry that counts in some dates, in the order of writing; of one stream where given.
Result<std::vector<EntryRow>> see_entries(Desk& desk, const std::optional<StreamId>& stream,
                                          const Period& period);

}  // namespace casework
