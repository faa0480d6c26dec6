#pragma once
// Money that comes back from whoever held it: the person herself, a fund holder, a third party.
// What a holder can still give back is what it was paid and did not account for, and what a change
// of the budget already counted as given back (the days after a death, or after another took over)
// and has not come in. The bank's movement first answers the second: that money is in the pool
// already. The rest is recovered for its streams, each its share, dated.

#include <string>
#include <vector>

#include "casework/desk.h"
#include "payments/match.h"
#include "store/store.h"

namespace casework {

struct HolderReturn {
    PayeeId holder;
    PersonId person;
    std::string name;              // of the holder
    std::string person_reference;  // "WE-00042"
    std::string reference;         // what the holder is asked to write: "WE-00042-BACK-1"
    Money counted;                 // counted as given back, and not come in yet
    Money with_holder;             // not accounted for

    Money due() const { return counted + with_holder; }
};

// Gives every holder that can give something back, by reference.
std::vector<HolderReturn> holder_returns(store::View& view);

// Makes the entry of a match of returned money, dated `on` (the bank's day); none where all of it
// was counted before.
// Refuses: casework.more_than_held.
Outcome take_return(const Desk& desk, store::Tx& tx, std::int64_t match,
                    const payments::MatchPart& part, Date on);
// Takes such an entry back. Refuses: ledger.*.
Outcome undo_return(const Desk& desk, store::Tx& tx, std::int64_t match,
                    const payments::MatchPart& part);

}  // namespace casework
