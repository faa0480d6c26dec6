#pragma once
// What must agree between the files of a package: streams name decisions, parameters and streams
// that exist; questions fit the inputs DMN declares, code for code; golden cases name what exists;
// figures have a value on every day they are needed. Each fault names file, line and column.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks a package read whole, turns decision ids into names and ties inputs to questions.
// Finds: policy.unknown_name, policy.not_allowed, policy.wrong_kind, policy.parameter_dates,
// policy.bad_cell, policy.remembered.
void check_package(Model& model, Faults& faults);

}  // namespace policy
