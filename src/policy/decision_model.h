#pragma once
// The decisions of all DMN files of a package as one model: names unique over the files,
// requirements resolved, decisions in an order in which each stands after what it needs, everything
// compiled into one program. Cycles are refused. The package runs it strictly; the conformance kit
// runs models linked in full FEEL tolerantly.

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feel/compile.h"
#include "feel/program.h"
#include "policy/dmn.h"
#include "policy/faults.h"

namespace policy {

struct ModelInput {
    std::string name;
    feel::Type type;
    std::uint32_t slot = 0;
    std::string place;
    feel::NodeId allowed = feel::no_node;  // a test its values meet; no_node: any value of its type
    std::uint32_t shape = UINT32_MAX;      // of full FEEL: what values given are held against
    std::optional<Unit> unit = {};
};

struct ModelDecision {
    std::string name;
    std::string id;
    std::string file;
    std::string label;
    std::string description;
    std::string question;
    std::string source;  // the names of its authorities
    std::string place;
    feel::Type type;
    feel::NodeId node = feel::no_node;
    feel::NodeId allowed = feel::no_node;  // a test its results meet
    std::uint32_t slot = 0;
    std::vector<std::uint32_t> inputs;      // positions in DecisionModel::inputs
    std::vector<std::uint32_t> decisions;   // positions in DecisionModel::decisions, all before it
    std::vector<std::uint32_t> parameters;  // positions in Program::parameters
    std::vector<std::shared_ptr<const feel::TableText>> tables;  // as written
    std::set<std::string, std::less<>> money;  // its own name, steps and outputs: sums of money
    std::map<std::string, std::string, std::less<>> step_labels;
    Units units;  // that its own name, its steps and outputs state

    bool is_money(std::string_view of) const { return money.contains(of); }
};

// Decisions offered as one function.
struct ModelService {
    std::string name;
    std::string id;
    std::uint32_t function = 0;  // in Program::functions
    std::vector<std::string> parameters;
    std::vector<std::string> outputs;  // names of the output decisions
};

struct DecisionModel {
    feel::Program program;
    std::vector<ModelInput> inputs;
    std::vector<ModelDecision> decisions;
    std::vector<Units> function_units;   // of each of Program::functions: parameters, steps, result
    std::vector<ModelService> services;  // of full FEEL alone
    std::vector<Error> warnings;  // of full FEEL: what has no value because it cannot be read

    // Give the position of a decision (by name or id) or input; -1 when there is none.
    int find_decision(std::string_view name_or_id) const;
    int find_input(std::string_view name) const;
    int find_service(std::string_view name_or_id) const;

    // Marks a decision and all it stands on.
    void mark_needed(std::size_t decision, std::vector<bool>& needed) const;
};

// Joins files. `parameters` are the ids that Rates holds; an input named Rates stands for them. In
// full FEEL the first file is the model and the others are what it imports (full_model.h).
// Refuses: policy.name_twice, policy.unknown_name, policy.cycle, and the codes of feel.
Result<DecisionModel> link(const std::vector<DmnFile>& files,
                           const std::vector<std::string>& parameters, feel::Language language);

// Joins files of the policy language and finds every fault of them, not only the first. The model
// is whole when there are none.
DecisionModel link(const std::vector<DmnFile>& files, const std::vector<std::string>& parameters,
                   Faults& faults);

}  // namespace policy
