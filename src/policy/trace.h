#pragma once
// A trace tells how a decision came out: which rules of which tables held, what each named step
// gave, which dated parameters were read, and what was decided, in the order it was worked out. The
// texts point into the package, which the trace keeps alive. explain.h turns it into sentences.

#include <memory>
#include <string_view>
#include <vector>

#include "base/json_fwd.h"
#include "feel/value.h"
#include "policy/parameter.h"

namespace policy {

struct Model;

// A rule of a decision table that held.
struct RuleHit {
    std::string_view table;   // the decision, step or function the table belongs to
    std::size_t number = 0;   // counting from 1; 0: no rule held, the default output was taken
    std::string_view reason;  // the annotation, as written
    feel::Value output;
    std::size_t table_position = 0;  // among the tables of the package
};

// A named step of a context.
struct Step {
    std::string_view name;
    feel::Value value;
};

struct DecisionTrace {
    std::string_view decision;
    std::size_t position = 0;  // among the decisions of the model
    feel::Value value;
    std::vector<RuleHit> rules;
    std::vector<Step> steps;
    std::vector<const Parameter*> parameters;  // each once, in the order read
};

struct Trace {
    std::vector<DecisionTrace> decisions;
    std::shared_ptr<const Model> model = {};  // keeps the texts alive

    // Gives the trace of one decision; nullptr when it was not worked out.
    const DecisionTrace* find(std::string_view decision) const;
    // Names the inputs and decisions that one of its decisions required.
    std::vector<std::string_view> reads(const DecisionTrace& decision) const;
};

json::value to_json(const Trace& trace);

}  // namespace policy
