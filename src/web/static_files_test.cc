// The site starts with all its files or not at all.

#include "web/static_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace web {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("onepurse-assets-" + std::to_string(::getpid()));
        fs::create_directories(folder_ / "pictures");
        std::ofstream(folder_ / "page.css") << "p { color: black }\n";
        std::ofstream(folder_ / "pictures" / "tree.svg") << "<svg/>\n";
        std::ofstream(folder_ / "notes.unknown") << "not for visitors\n";
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_F(StaticFilesTest, has_the_files_of_a_folder_under_its_path) {
    StaticFiles files;
    ASSERT_TRUE(files.add_folder(folder_.string(), "/assets").has_value());
    EXPECT_TRUE(files.has("/assets/page.css"));
    EXPECT_TRUE(files.has("/assets/pictures/tree.svg"));
    EXPECT_FALSE(files.has("/assets/notes.unknown"));
}

TEST_F(StaticFilesTest, refuses_a_folder_of_which_a_file_cannot_be_read) {
    // The system lets this process open the folder, and no file beside it.
    const int next = ::open("/dev/null", O_RDONLY);
    ASSERT_GE(next, 0);
    ::close(next);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = static_cast<rlim_t>(next) + 1;
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &tight), 0);
    StaticFiles files;
    const Outcome added = files.add_folder((folder_ / "pictures").string(), "/assets");
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
    ASSERT_FALSE(added.has_value());
    EXPECT_EQ(added.error().code, "web.asset");
    EXPECT_NE(added.error().message.find("tree.svg"), std::string::npos);
}

}  // namespace
}  // namespace web
