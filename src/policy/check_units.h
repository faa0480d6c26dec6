#pragma once
// Pounds a week are never added to pounds once, nor points to money, nor is one compared with the
// other. Units come from parameters.csv and from the types of the DMN files; they are followed
// through every expression, table and step. A number written out counts whatever it is needed to
// count where it is added or compared, and nothing where it multiplies. A sum changes its unit in a
// function with a name that states the unit of its result, and nowhere else. What nobody stated is
// not guessed: it passes here, and is named before a package is published.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks every expression and notes in the model what each decision counts, where that is known.
// Finds: policy.units_differ, policy.wrong_unit.
void check_units(Model& model, Faults& faults);

// Checks that the sums streams.csv names are known to be pounds a week, or pounds once.
// Finds: policy.unit_not_stated.
void check_units_stated(const Model& model, Faults& faults);

}  // namespace policy
