#pragma once
// The check of a book: the laws nothing may break, each asked of the rows as they lie, each naming
// what breaks it. They hold whatever happened before: crashes, double clicks, late files. Run by
// `onepurse check`, by the simulated year after each day, and by tests that break a copy of a book
// on purpose.

#include <string>
#include <vector>

#include "ledger/invariants.h"
#include "store/store.h"

namespace casework {

struct Law {
    std::string id;     // "I1"
    std::string words;  // what it says, in a sentence
    std::vector<ledger::Violation> (*violations)(store::View& view);
};

// Gives the laws in order: I1 to I10, I12, I13, I19 to I22.
const std::vector<Law>& laws();

struct Verdict {
    const Law* law = nullptr;
    std::vector<ledger::Violation> violations = {};
};

// Asks every law of one consistent picture of the book.
std::vector<Verdict> check_book(store::Store& store);

}  // namespace casework
