#pragma once
// What a loaded package holds; made by Package::load, shared by its copies and traces, never
// changed. Only the files of this room look inside.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policy/decision_model.h"
#include "policy/package.h"

namespace policy {

struct Model {
    PackageId id;
    std::string title;
    std::string readme;
    std::string fingerprint;
    Files files;  // as they were loaded
    std::vector<Stream> streams;
    std::vector<Question> questions;
    std::vector<Parameter> parameters;  // rows, grouped by id, earliest first
    // For each id of DecisionModel::program.parameters, its rows as a stretch of `parameters`.
    std::vector<std::pair<std::size_t, std::size_t>> parameter_rows;
    std::vector<GoldenCase> cases;
    DecisionModel decisions;
    std::vector<DecisionInfo> infos;
    std::vector<std::optional<Unit>> units;  // what each decision counts, where that is known
    std::vector<std::string> inputs;         // beside the questions
    std::vector<int> input_questions;        // for each model input its question, -1: none
    // What facts may be named, in the order of their names, and the model input each is for; -1: no
    // decision reads it.
    struct Asked {
        std::string name;
        int input = -1;
    };
    std::vector<Asked> asked;
    std::map<std::string, std::size_t, std::less<>> question_positions;
    std::map<std::string, std::size_t, std::less<>> parameter_positions;  // in parameter_rows
};

inline constexpr std::string_view date_input = "decision_date";

}  // namespace policy
