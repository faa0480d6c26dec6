#pragma once
// The packages of policies/ as tests read them: every file of a folder, byte for byte.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "policy/package.h"

namespace policy::testing {

inline Files read_folder(const std::filesystem::path& folder) {
    Files files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        files[entry.path().filename().string()] = bytes.str();
    }
    return files;
}

inline Files shipped_files(const std::string& id) {
    return read_folder(std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies" / id);
}

inline std::vector<std::string> shipped_ids() {
    std::vector<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies")) {
        if (entry.is_directory()) {
            ids.push_back(entry.path().filename().string());
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

// Puts another text in the place of one that must be there.
inline void replace(std::string& bytes, const std::string& from, const std::string& to) {
    const std::size_t at = bytes.find(from);
    CHECK(at != std::string::npos);
    bytes.replace(at, from.size(), to);
}

}  // namespace policy::testing
