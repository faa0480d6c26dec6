#pragma once
// Sums of what holders were paid and what of it came back, asked of the rows of the whole book at
// once. What they mean together is for casework to say.

#include <map>

#include "base/ids.h"
#include "base/money.h"
#include "store/store.h"

namespace store {

struct HolderMoney {
    Money with_holder = {};  // paid to the holder and neither reported nor given back
    Money taken_over = {};   // counted as given back by a change of the budget
    Money recorded = {};     // counted as given back because the bank said so
    Money came_in = {};      // what the bank said came from the holder, matches that stand
};

// Loads the sums of every holder that has one above nought.
std::map<PayeeId, HolderMoney> load_holder_money(View& view);

}  // namespace store
