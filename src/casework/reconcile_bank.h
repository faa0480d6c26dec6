#pragma once
// The bank's statement comes in and every movement in it is answered: it settles a payment, brings
// one back, pays an invoice, is money that a holder gives back, or waits with its reason until
// somebody knows what it is. A file is taken whole or not at all, and once. What agrees in
// reference, sum and direction to the penny is accepted at once, with the import; what agrees only
// in part is proposed and a member of finance accepts it. A match that was wrong is taken back in
// one act, with the entries it made.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "casework/desk.h"
#include "casework/money_returned.h"
#include "payments/match.h"
#include "store/bank_statements.h"

namespace casework {

struct Imported {
    std::size_t records = 0;  // read in the file, all kept
    std::size_t lines = 0;    // new movements
    std::size_t known = 0;    // movements that an earlier statement told already
    std::size_t matched = 0;  // accepted at once
    std::size_t proposed = 0;
    std::size_t unmatched = 0;
    bool was_known = false;  // the same file again: nothing changed
};

// Takes a statement file in. Refuses, with the place, and changes nothing: what payments::read_camt
// refuses (also one record of many), payments.other_account, payments.other_currency,
// money.part_of_a_penny, casework.no_council_account.
Result<Imported> import_statement(Desk& desk, std::string_view bytes);

// Accepts what is proposed for a movement. Refuses: casework.line_unknown, casework.no_proposal,
// ledger.not_enough.
Outcome accept_match(Desk& desk, BankLineId line);

// Says that a movement is money a holder gave back: what was counted as given back before, and then
// what the holder has not accounted for. Refuses: casework.line_unknown, casework.money_went_out,
// casework.holder_unknown, casework.more_than_held.
Outcome say_returned(Desk& desk, BankLineId line, PayeeId holder);

// A movement in, and the holders it may have come from.
struct ReturnedView {
    payments::BankLine line;
    std::vector<HolderReturn> holders;
};
// Refuses: casework.line_unknown.
Result<ReturnedView> see_returned(Desk& desk, BankLineId line);

// Takes a match back with what it did. Refuses: casework.match_unknown, payments.later_match,
// ledger.not_enough (the money has moved on).
Outcome reverse_match(Desk& desk, std::int64_t match);

struct BankView {
    struct Matched {
        store::KeptMatch match;
        payments::BankLine line;
    };
    struct Proposed {
        payments::Match match;
        payments::BankLine line;
    };
    struct Waiting {
        payments::Unmatched unmatched;
        payments::BankLine line;
    };
    std::vector<Matched> matched;  // latest first
    std::vector<Proposed> proposed;
    std::vector<Waiting> unmatched;
    std::vector<store::BankImport> imports;  // latest first
};
Result<BankView> see_bank(Desk& desk);

}  // namespace casework
