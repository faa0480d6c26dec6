#include "store/allocations.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace store {
namespace {

TEST(Allocations, rules_that_were_never_kept_are_said_to_be_missing) {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                         ("onepurse-allocations-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        auto book = Store::open(folder / "wendlebury.book", "wendlebury").value();
        const auto files = book->read(
            [](Snapshot& snapshot) { return load_package_files(snapshot, "no such fingerprint"); });
        ASSERT_FALSE(files.has_value());
        EXPECT_EQ(files.error().code, "allocation.rules_not_kept");
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace store
