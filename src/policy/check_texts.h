#pragma once
// Each decision says in a plain sentence what it gives and names the law or guidance it stands on;
// each rule of a table gives its reason. Without them nobody can be told why. A package may be
// loaded without, to be worked on; it is not published so.

#include "policy/faults.h"
#include "policy/model.h"

namespace policy {

// Checks all decisions and rules. Finds: policy.no_description, policy.no_source, policy.no_reason.
void check_texts(const Model& model, Faults& faults);

}  // namespace policy
