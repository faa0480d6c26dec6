// Runs the DMN technology compatibility kit and prints the score. The kit is other people's data
// (CC BY-SA): it is read from ONEPURSE_SHARED or ../shared and this test says that it skips when it
// is absent. The score may only rise: a test fails when fewer cases pass than are recorded here.
// `onepurse tck DIR --failures` says what fails and why.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "command/kit_files.h"

namespace {

namespace fs = std::filesystem;

// Recorded on the day of the last rise; raise them when more cases pass.
constexpr std::size_t level_2_passed = 116;
constexpr std::size_t level_3_passed = 1618;

fs::path kit() {
    const char* shared = std::getenv("ONEPURSE_SHARED");
    const fs::path root =
        shared == nullptr ? fs::path(ONEPURSE_SOURCE_DIR) / ".." / "shared" : fs::path(shared);
    return root / "data" / "dmn-tck";
}

std::size_t passed_of(const std::string& level) {
    const Result<std::vector<command::KitRow>> rows = command::run_kit((kit() / level).string());
    if (!rows) {
        ADD_FAILURE() << rows.error().message;
        return 0;
    }
    const command::KitScore score = command::score_by_level(*rows)[level];
    std::cout << level << ": " << score.passed << " of " << score.cases << " cases pass; of those "
              << "that expect more than null, " << score.telling_passed << " of " << score.telling
              << "\n";
    return score.passed;
}

TEST(DmnTck, row_117_level_2_passes_no_fewer_cases_than_recorded) {
    if (!fs::exists(kit() / "compliance-level-2")) {
        GTEST_SKIP() << "the DMN compatibility kit is not here; looked in " << kit();
    }
    EXPECT_GE(passed_of("compliance-level-2"), level_2_passed);
}

TEST(DmnTck, row_117_level_3_passes_no_fewer_cases_than_recorded) {
    if (!fs::exists(kit() / "compliance-level-3")) {
        GTEST_SKIP() << "the DMN compatibility kit is not here; looked in " << kit();
    }
    EXPECT_GE(passed_of("compliance-level-3"), level_3_passed);
}

}  // namespace
