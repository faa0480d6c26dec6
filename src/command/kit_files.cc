#include "command/kit_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace command {

namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// Whether the name ends in -test-NN.xml.
bool is_test_file(const fs::path& path) {
    const std::string stem = path.stem().string();
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return path.extension() == ".xml" && stem.size() > 8 &&
           stem.compare(stem.size() - 8, 6, "-test-") == 0 && is_digit(stem[stem.size() - 2]) &&
           is_digit(stem.back());
}

std::vector<fs::path> test_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (fs::recursive_directory_iterator each(folder, fault), end; each != end && !fault;
         each.increment(fault)) {
        if (is_test_file(each->path())) {
            files.push_back(each->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

policy::KitModels models_in(const fs::path& folder) {
    policy::KitModels models;
    std::error_code fault;
    for (fs::recursive_directory_iterator each(folder, fault), end; each != end && !fault;
         each.increment(fault)) {
        if (each->path().extension() == ".dmn") {
            models[each->path().filename().string()] = bytes_of(each->path());
        }
    }
    return models;
}

KitRow run_file(const fs::path& path) {
    KitRow row;
    row.level = path.parent_path().parent_path().filename().string();
    row.folder = path.parent_path().filename().string();
    row.file = path.stem().string();
    Result<std::vector<policy::KitOutcome>> outcomes =
        policy::run_kit_file(bytes_of(path), models_in(path.parent_path()));
    if (outcomes) {
        row.outcomes = std::move(*outcomes);
    } else {
        row.outcomes.push_back(policy::KitOutcome{"", false, true, outcomes.error().message});
    }
    return row;
}

}  // namespace

Result<std::vector<KitRow>> run_kit(const std::string& folder) {
    std::error_code fault;
    const std::vector<fs::path> files = test_files(fs::weakly_canonical(folder, fault));
    if (files.empty()) {
        return Error{"command.no_kit",
                     "There is no test file (*-test-01.xml) in this folder or below it.", folder};
    }
    std::vector<KitRow> rows;
    rows.reserve(files.size());
    for (const fs::path& file : files) {
        rows.push_back(run_file(file));
    }
    return rows;
}

std::map<std::string, KitScore> score_by_level(const std::vector<KitRow>& rows) {
    std::map<std::string, KitScore> levels;
    for (const KitRow& row : rows) {
        KitScore& score = levels[row.level];
        for (const policy::KitOutcome& outcome : row.outcomes) {
            score.cases += 1;
            score.passed += outcome.passed ? 1 : 0;
            score.telling += outcome.tells ? 1 : 0;
            score.telling_passed += outcome.tells && outcome.passed ? 1 : 0;
        }
    }
    return levels;
}

}  // namespace command
