#pragma once
// A share is the part of a split that belongs to the first so many pence of it: of £100.00 split
// 70/30, the first £10.00 are £7.00 and £3.00. Shares sum exactly to what was asked, never shrink
// in any stream as more is asked, and the share of the whole is the split itself. Deliveries of an
// order and instalments of a line are paid by it, so that however they are cut they add up.
// The rule is D'Hondt's, penny by penny; ties go to the earlier stream.

#include <vector>

#include "base/money.h"
#include "ledger/entry.h"

namespace budget {

// Gives the share of the first `amount`; one portion for each of the split's, some of them nought.
// CHECKs that the amount is from nought to the whole.
std::vector<ledger::Portion> share_of(const std::vector<ledger::Portion>& split, Money amount);

// Gives the share between two amounts: share_of(split, until) less share_of(split, from).
std::vector<ledger::Portion> share_between(const std::vector<ledger::Portion>& split, Money from,
                                           Money until);

// Gives the sum of one stream in portions; nought where it is not there.
Money amount_of(const std::vector<ledger::Portion>& portions, const StreamId& stream);

// Takes `less` from `portions`, stream by stream; results may be below nought, noughts are left
// out.
std::vector<ledger::Portion> difference(const std::vector<ledger::Portion>& portions,
                                        const std::vector<ledger::Portion>& less);

// Keeps the portions above nought.
std::vector<ledger::Portion> above_nought(const std::vector<ledger::Portion>& portions);

}  // namespace budget
