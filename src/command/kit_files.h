#pragma once
// The DMN compatibility kit on disk: folders at any depth that hold models (.dmn) and test files
// (*-test-NN.xml). Runs each test file with the models of its folder and counts, by level: the name
// of the folder above. The verb tck and the conformance test use it.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "policy/conformance_kit.h"

namespace command {

// One test file with what its cases came to.
struct KitRow {
    std::string level;   // "compliance-level-2"
    std::string folder;  // "0001-input-data-string"
    std::string file;    // "0001-input-data-string-test-01", without its ending
    std::vector<policy::KitOutcome> outcomes;
};

struct KitScore {
    std::size_t cases = 0;
    std::size_t passed = 0;
    std::size_t telling = 0;  // cases that expect anything else than null
    std::size_t telling_passed = 0;
};

// Runs every test file under a folder, in order of path. A test file that cannot be read is one
// failed case. Refuses: command.no_kit, when there is no test file.
Result<std::vector<KitRow>> run_kit(const std::string& folder);

// Counts the rows of each level.
std::map<std::string, KitScore> score_by_level(const std::vector<KitRow>& rows);

}  // namespace command
