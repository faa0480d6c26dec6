#include "command/tck.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace command {
namespace {

namespace fs = std::filesystem;

const std::string own_kit = std::string(ONEPURSE_SOURCE_DIR) + "/tests/conformance/own_kit";

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

TEST(Tck, prints_a_score_for_each_level_and_in_all) {
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(tck_verb({own_kit}, out, err), 0) << out.str();
    EXPECT_EQ(out.str(),
              "own-level: 4 of 4 (100.00 %) cases pass; of those that expect more than null, 3 of "
              "3 (100.00 %)\n"
              "all: 4 of 4 (100.00 %) cases pass; of those that expect more than null, 3 of 3 "
              "(100.00 %)\n");
    EXPECT_EQ(err.str(), "");
}

TEST(Tck, writes_the_two_files_the_kits_reporter_reads) {
    const fs::path folder =
        fs::temp_directory_path() / ("onepurse-tck-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(tck_verb({own_kit, "--csv", (folder / "tck_results.csv").string()}, out, err), 0);
    const std::string csv = bytes_of(folder / "tck_results.csv");
    EXPECT_TRUE(
        csv.starts_with("\"own-level/0001-price\",\"0001-price-test-01\",\"001\",\"SUCCESS\",\"\""))
        << csv;
    const std::string properties = bytes_of(folder / "tck_results.properties");
    EXPECT_NE(properties.find("product.version=" ONEPURSE_VERSION "\n"), std::string::npos);
    fs::remove_all(folder);
    EXPECT_EQ(tck_verb({own_kit, "--csv", (folder / "tck_results.csv").string()}, out, err), 1);
    EXPECT_NE(err.str().find("command.unwritable"), std::string::npos);
}

TEST(Tck, keeps_quotes_and_line_ends_of_a_message_inside_its_cell) {
    KitRow row{"level", "folder", "file", {}};
    row.outcomes.push_back(policy::KitOutcome{"7", false, true, "is \"a\"\nb"});
    EXPECT_EQ(kit_csv({row}), "\"level/folder\",\"file\",\"7\",\"ERROR\",\"is \"\"a\"\" b\"\n");
}

TEST(Tck, names_what_failed_when_asked) {
    const fs::path folder =
        fs::temp_directory_path() / ("onepurse-tck-failing-" + std::to_string(::getpid()));
    fs::create_directories(folder / "level" / "case");
    std::ofstream(folder / "level" / "case" / "broken-test-01.xml") << "<testCases";
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(tck_verb({folder.string(), "--failures"}, out, err), 1);
    EXPECT_TRUE(out.str().starts_with("level/case broken-test-01 : ")) << out.str();
    EXPECT_NE(out.str().find("all: 0 of 1 (0.00 %)"), std::string::npos) << out.str();
    fs::remove_all(folder);
}

TEST(Tck, refuses_a_folder_without_test_files_and_a_wrong_use) {
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(tck_verb({"no-such-folder"}, out, err), 1);
    EXPECT_NE(err.str().find("command.no_kit"), std::string::npos);
    EXPECT_EQ(tck_verb({}, out, err), 2);
    EXPECT_EQ(tck_verb({"a", "b"}, out, err), 2);
    EXPECT_EQ(tck_verb({"a", "--csv"}, out, err), 2);
}

}  // namespace
}  // namespace command
