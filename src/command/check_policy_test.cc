#include "command/check_policy.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace command {
namespace {

namespace fs = std::filesystem;

const fs::path policies = fs::path(ONEPURSE_SOURCE_DIR) / "policies";

struct Said {
    int code = 0;
    std::string out;
    std::string err;
};

Said check(const std::vector<std::string>& args) {
    std::ostringstream out;
    std::ostringstream err;
    Said said;
    said.code = check_policy_verb(args, out, err);
    said.out = out.str();
    said.err = err.str();
    return said;
}

// A copy of a shipped package in a folder of its own.
class CopiedPackage {
public:
    explicit CopiedPackage(const std::string& id)
        : folder_(fs::temp_directory_path() / ("onepurse-check-policy-" + id)) {
        fs::remove_all(folder_);
        fs::copy(policies / id, folder_);
    }
    ~CopiedPackage() { fs::remove_all(folder_); }
    CopiedPackage(const CopiedPackage&) = delete;
    CopiedPackage& operator=(const CopiedPackage&) = delete;

    void replace(const std::string& file, const std::string& from, const std::string& to) const {
        std::ifstream in(folder_ / file, std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        std::string text = bytes.str();
        ASSERT_NE(text.find(from), std::string::npos) << from;
        text.replace(text.find(from), from.size(), to);
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
    std::string path() const { return folder_.string(); }

private:
    fs::path folder_;
};

TEST(CheckPolicy, says_that_nothing_is_wrong_and_gives_nought) {
    const Said said = check({(policies / "published-cases").string()});
    EXPECT_EQ(said.code, 0) << said.out;
    EXPECT_NE(said.out.find("7 of 7 rules reached"), std::string::npos) << said.out;
    EXPECT_TRUE(said.out.ends_with("No fault\n")) << said.out;
}

TEST(CheckPolicy, prints_every_fault_with_its_place_and_gives_one) {
    const CopiedPackage copy("published-cases");
    copy.replace("published.dmn", "<text>The table belongs to one council.</text>", "<text/>");
    copy.replace("cases.csv", "kensington_weekly,82.91", "kensington_weekly,82.92");
    const Said said = check({copy.path()});
    EXPECT_EQ(said.code, 1);
    EXPECT_NE(said.out.find("table kensington_eligibility, rule 1\n    The rule gives no reason."),
              std::string::npos)
        << said.out;
    EXPECT_NE(said.out.find("cases.csv line 6\n"), std::string::npos) << said.out;
    EXPECT_TRUE(said.out.ends_with("2 faults\n")) << said.out;
}

TEST(CheckPolicy, gives_one_for_a_folder_that_is_no_package_and_two_for_a_wrong_use) {
    const Said none = check({(policies / "no-such-package").string()});
    EXPECT_EQ(none.code, 1);
    EXPECT_NE(none.err.find("command.no_package"), std::string::npos) << none.err;
    EXPECT_EQ(check({}).code, 2);
    EXPECT_EQ(check({"--all"}).code, 2);
}

}  // namespace
}  // namespace command
