#pragma once
// Whatever is answered, a decision of the package comes to an end: no value that may be missing is
// reckoned with, nothing is divided by nought, and each sum that streams.csv names lies between
// nought and the largest sum of money there is. It is shown for each stretch of dates, with the
// figures that hold on it, or with all that their min and max allow.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks all decisions. Needs the model's questions tied to its inputs.
// Finds: policy.may_be_missing, policy.may_divide_by_nought, policy.sum_out_of_bounds,
// policy.too_intricate.
void check_bounds(const Model& model, Faults& faults);

}  // namespace policy
