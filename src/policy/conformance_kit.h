#pragma once
// Runs the test files of the DMN compatibility kit (TCK): each names a model, gives inputs and says
// what decisions, decision services or business knowledge models must come to. Models are linked in
// full FEEL and run tolerantly, where an error is null, as the kit asks. The verb tck and the
// conformance test hand in bytes; nothing here reads a file.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

// What one case came to.
struct KitOutcome {
    std::string case_id;
    bool passed = false;
    bool tells = false;   // expects anything else than null
    std::string message;  // why it failed
};

// The models beside a test file: file name and bytes.
using KitModels = std::map<std::string, std::string>;

// Runs every case of a test file, in its order. All cases of a model that does not load fail with
// the reason. Refuses: the codes of xml, when the test file cannot be read.
Result<std::vector<KitOutcome>> run_kit_file(std::string_view test_bytes, const KitModels& models);

}  // namespace policy
