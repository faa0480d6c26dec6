#pragma once
// Every sum of money that leaves a package ends in a rounding with a name, to whole pence or
// pounds: the amounts and the contributions that streams.csv names. So no fraction of a penny is
// lost or made by whoever pays it, and a reader of the package sees which way it was rounded.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks the decisions that streams.csv names as sums of money. Finds: policy.no_rounding.
void check_rounding(const Model& model, Faults& faults);

}  // namespace policy
