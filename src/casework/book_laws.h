#pragma once
// One function for each law of a book, each asking the rows as they lie and giving every row that
// breaks it. Those of the ledger alone are asked by ledger/invariants.h; here are those that need
// runs, files, matches, people and the journal beside the entries. check_book.h names them.

#include <vector>

#include "ledger/invariants.h"
#include "store/store.h"

namespace casework {

using Violations = std::vector<ledger::Violation>;

Violations entries_sum_to_nought(store::View& view);        // I1
Violations balances_are_their_postings(store::View& view);  // I2
Violations one_effect_for_ever(store::View& view);          // I3
Violations nothing_half_done(store::View& view);            // I4
Violations never_below_nought(store::View& view);           // I5
Violations payments_go_step_by_step(store::View& view);     // I6
Violations paid_within_agreed(store::View& view);           // I7
Violations taken_back_once(store::View& view);              // I8
Violations files_are_their_runs(store::View& view);         // I9
Violations bank_matches_once(store::View& view);            // I10
Violations two_people(store::View& view);                   // I12
Violations nothing_after_the_end(store::View& view);        // I13
Violations statements_agree(store::View& view);             // I19
Violations looks_are_kept(store::View& view);               // I20
Violations years_are_apart(store::View& view);              // I21
Violations told_sums_are_signed(store::View& view);         // I22
Violations versions_are_kept_whole(store::View& view);      // I23
Violations versions_follow_each_other(store::View& view);   // I24
Violations rules_need_two_people(store::View& view);        // I25

}  // namespace casework
