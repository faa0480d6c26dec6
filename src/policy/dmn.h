#pragma once
// Reads one DMN file (DMN 1.3, 1.4 or 1.5) into plain parts: inputs, decisions, business knowledge
// models, their requirements and boxed expressions with types and places. Diagrams and extensions
// are passed over. link.h joins the parts of all files into one model.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "feel/boxed.h"
#include "policy/unit.h"

namespace policy {

// A requirement as written: "#id", or "file.dmn#id".
struct DmnReference {
    std::string file;
    std::string id;
};

// The units that names of a part state by their types.
using Units = std::map<std::string, Unit, std::less<>>;

struct DmnInput {
    std::string id;
    std::string name;
    std::optional<feel::Type> type;
    std::optional<Unit> unit;
    std::string place;
};

struct DmnDecision {
    std::string id;
    std::string name;
    std::string label;
    std::string description;
    std::string question;
    std::optional<feel::Type> type;
    std::vector<DmnReference> inputs;
    std::vector<DmnReference> decisions;
    std::vector<DmnReference> functions;
    std::vector<DmnReference> authorities;
    feel::Boxed logic;
    std::string place;
    // Of its own name, its steps and its outputs those that are sums of money (of type t_money, or
    // of a type whose unit is money), their units, and the labels of its steps.
    std::set<std::string> money;
    Units units;
    std::map<std::string, std::string> step_labels;
};

struct DmnFunction {
    std::string id;
    std::string name;
    std::vector<std::pair<std::string, feel::Type>> parameters;
    std::vector<DmnReference> functions;
    std::optional<feel::Type> result;
    feel::Boxed logic;
    std::string place;
    Units units;  // of its parameters, its steps, and under its own name of its result
};

struct DmnFile {
    std::string name;
    std::vector<DmnInput> inputs;
    std::vector<DmnDecision> decisions;
    std::vector<DmnFunction> functions;
    std::map<std::string, std::string> authorities;  // id -> name of a knowledge source
};

// Reads a file. Refuses, with file and line as place: policy.bad_dmn, and the codes of xml and
// feel.
Result<DmnFile> read_dmn(const std::string& file_name, std::string_view bytes);

}  // namespace policy
