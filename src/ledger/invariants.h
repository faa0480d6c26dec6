#pragma once
// The laws a book must keep, asked of the rows as they lie, not of values that could not exist if
// they were broken. Each function gives the list of its violations, empty when the law holds.
// Rows are given in the order they were written. Used by the check of a book and by tests.

#include <string>
#include <vector>

#include "ledger/book.h"
#include "ledger/entry.h"

namespace ledger {

struct Violation {
    std::string invariant;  // "I1"
    std::string about;      // the entry or account
    std::string words;      // what is wrong, with sums
};

// I1: the postings of every entry sum to nought, in every stream and year.
std::vector<Violation> entries_balance(const std::vector<EntryFacts>& rows);
// I2: every kept balance is the sum of its postings, and no posted account is missing.
std::vector<Violation> balances_are_sums(const std::vector<EntryFacts>& rows,
                                         const std::vector<Balance>& kept);
// I5: no account but the outside ones is ever below nought, in the order of writing.
std::vector<Violation> nothing_below_nought(const std::vector<EntryFacts>& rows);
// I21: every posting of a stream is some year's money, and moves on no day before that year; all of
// an entry are of one year.
std::vector<Violation> years_are_apart(const std::vector<EntryFacts>& rows);
// I8: reversals of an entry are no more than it, posting by posting, and what is recovered from a
// holder is no more than was paid to it.
std::vector<Violation> nothing_taken_back_twice(const std::vector<EntryFacts>& rows);

}  // namespace ledger
