#pragma once
// Reads DMN files (DMN 1.1 to 1.6) into plain parts: inputs, decisions, business knowledge models,
// decision services, their requirements and boxed expressions with types and places. Diagrams and
// extensions are passed over. decision_model.h joins the parts of all files into one model.
//
// Read for the Policy Profile, what it does not know is refused with its place. Read for full FEEL,
// a part that cannot be read has no value and the rest goes on.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "feel/boxed.h"
#include "feel/compile.h"
#include "policy/unit.h"

namespace policy {

// A requirement as written: "#id", "file.dmn#id", or "namespace#id" of an imported file.
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

// Decisions offered as one function: of its inputs, it gives the output decisions.
struct DmnService {
    std::string id;
    std::string name;
    std::optional<feel::Type> type;
    std::vector<DmnReference> outputs;
    std::vector<DmnReference> input_decisions;
    std::vector<DmnReference> inputs;
    std::string place;
};

// Another file whose parts are named with this name before them; without it where it is empty.
struct DmnImport {
    std::string name;
    std::string space;
};

struct DmnFile {
    std::string name;
    std::string space;  // the namespace its references may name
    std::vector<DmnImport> imports;
    std::vector<DmnService> services;
    std::shared_ptr<const feel::NamedTypes> types;
    std::vector<DmnInput> inputs;
    std::vector<DmnDecision> decisions;
    std::vector<DmnFunction> functions;
    std::map<std::string, std::string> authorities;  // id -> name of a knowledge source
};

// Reads a file. Refuses, with file and line as place: policy.bad_dmn, and the codes of xml and
// feel.
Result<DmnFile> read_dmn(const std::string& file_name, std::string_view bytes);

// A file's name and bytes.
using NamedBytes = std::pair<std::string, std::string>;

// Reads a file for full FEEL, first in the result, and those of `others` that it imports. Refuses:
// policy.bad_dmn and the codes of xml, of the first file alone.
Result<std::vector<DmnFile>> read_dmn_with_imports(const NamedBytes& file,
                                                   const std::vector<NamedBytes>& others);

}  // namespace policy
