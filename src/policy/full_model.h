#pragma once
// A DMN model in full FEEL: decisions, business knowledge models and decision services of one file
// and of all it imports, compiled into one program that runs tolerantly. What cannot be read has no
// value and is named among the warnings.
//
// Every import is a copy of its own: two imports of one file may be given different inputs, which
// are then named by the way to them, "first import.applicant". The conformance kit runs these.

#include <string_view>
#include <vector>

#include "feel/run.h"
#include "policy/decision_model.h"
#include "policy/dmn.h"

namespace policy {

// Compiles the first file with what it imports of the others. Refuses: policy.bad_dmn where there
// is no file, or imports multiply beyond measure.
Result<DecisionModel> link_full(const std::vector<DmnFile>& files);

// Gives an input its value, held against its type: what does not conform is null. A context under
// the name of an import holds the inputs of that import. Says whether there is such an input.
bool supply(feel::Run& run, const DecisionModel& model, std::string_view name,
            const feel::Value& value);

// Calls a decision service with arguments by their names; one that is missing is null.
feel::Value call_service(feel::Run& run, const DecisionModel& model, const ModelService& service,
                         const std::vector<std::pair<std::string, feel::Value>>& arguments);

}  // namespace policy
