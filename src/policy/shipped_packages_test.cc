// The packages in policies/ load, and every golden case of them holds.

#include <gtest/gtest.h>

#include <filesystem>

#include "policy/cases.h"
#include "policy/inspect.h"
#include "policy/package.h"
#include "policy/shipped_for_tests.h"

namespace policy {
namespace {

TEST(ShippedPackages, load_and_every_golden_case_holds) {
    const std::filesystem::path folder = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies";
    std::size_t packages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_directory()) {
            continue;
        }
        ++packages;
        const std::string id = entry.path().filename().string();
        const Result<Package> package = Package::load(id, testing::read_folder(entry.path()));
        if (!package) {
            ADD_FAILURE() << id << ": " << package.error().message << " (" << package.error().place
                          << ")";
            continue;
        }
        EXPECT_FALSE(package->cases().empty()) << id;
        std::size_t subtotals = 0;
        for (const CaseOutcome& outcome : run_cases(*package)) {
            if (outcome.refused) {
                ADD_FAILURE() << id << ", case " << outcome.name << ": " << outcome.refused->message
                              << " (" << outcome.refused->place << ")";
            }
            EXPECT_FALSE(outcome.comparisons.empty() && !outcome.refused) << outcome.name;
            for (const CaseComparison& each : outcome.comparisons) {
                ++subtotals;
                EXPECT_TRUE(each.agrees) << id << ", case " << outcome.name << ": " << each.name
                                         << " should be " << each.expected << ", is " << each.found;
            }
        }
        std::cout << id << ": " << package->cases().size() << " cases, " << subtotals
                  << " subtotals\n";
    }
    EXPECT_GE(packages, 3U);
}

TEST(ShippedPackages, have_no_fault_an_analyst_would_be_shown) {
    const std::filesystem::path folder = std::filesystem::path(ONEPURSE_SOURCE_DIR) / "policies";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_directory()) {
            continue;
        }
        const std::string id = entry.path().filename().string();
        const Inspection found = inspect(id, testing::read_folder(entry.path()));
        for (const Error& fault : found.faults) {
            ADD_FAILURE() << id << ", " << fault.place << ": " << fault.message << " ("
                          << fault.code << ")";
        }
        EXPECT_EQ(found.rules, found.rules_reached + found.rules_remembered) << id;
        std::cout << id << ": " << found.rules << " rules of " << found.tables << " tables, "
                  << found.rules_remembered << " of them rest on memory\n";
    }
}

}  // namespace
}  // namespace policy
