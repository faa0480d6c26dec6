#include "command/sheets.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace command {
namespace {

namespace fs = std::filesystem;

class Sheets : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("onepurse-sheets-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    int write(const std::string& to) {
        return write_sheets_verb({package_, (folder_ / to).string()}, out_, err_);
    }
    int read(const std::string& from, const std::string& to) {
        return read_sheets_verb({package_, (folder_ / from).string(), (folder_ / to).string()},
                                out_, err_);
    }
    // What was said to the one who called, since the last time.
    std::string said() {
        std::string words = out_.str() + err_.str();
        out_.str("");
        err_.str("");
        return words;
    }
    static std::string bytes(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }

    const std::string package_ = std::string(ONEPURSE_SOURCE_DIR) + "/policies/england-2025";
    fs::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(Sheets, a_package_written_as_a_workbook_and_read_again_is_the_same_package) {
    ASSERT_EQ(write("all.xlsx"), 0) << said();
    ASSERT_EQ(read("all.xlsx", "england-2025/"), 0) << said();
    EXPECT_NE(said().find("0 of its files changed"), std::string::npos);
    for (const auto& entry : fs::directory_iterator(package_)) {
        EXPECT_EQ(bytes(entry.path()), bytes(folder_ / "england-2025" / entry.path().filename()));
    }
}

TEST_F(Sheets, a_figure_changed_in_csv_is_changed_in_the_new_package) {
    ASSERT_EQ(write("csv"), 0) << said();
    std::string text = bytes(folder_ / "csv" / "parameters.csv");
    text.replace(text.find("14250.00"), 8, "15000.00");
    std::ofstream(folder_ / "csv" / "parameters.csv", std::ios::binary) << text;
    ASSERT_EQ(read("csv", "changed"), 0) << said();
    EXPECT_NE(said().find("1 of its files changed"), std::string::npos);
    EXPECT_NE(bytes(folder_ / "changed" / "parameters.csv").find("15000.00"), std::string::npos);
}

TEST_F(Sheets, nothing_is_written_of_a_package_that_does_not_load) {
    ASSERT_EQ(write("csv"), 0) << said();
    std::string text = bytes(folder_ / "csv" / "parameters.csv");
    text.replace(text.find("14250.00"), 8, "a figure");
    std::ofstream(folder_ / "csv" / "parameters.csv", std::ios::binary) << text;
    EXPECT_EQ(read("csv", "changed"), 1);
    EXPECT_NE(said().find("policy.bad_cell"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder_ / "changed"));
}

TEST_F(Sheets, writes_over_nothing_that_is_there) {
    ASSERT_EQ(write("csv"), 0) << said();
    EXPECT_EQ(write("csv"), 1);
    EXPECT_NE(said().find("command.folder_not_new"), std::string::npos);
}

TEST_F(Sheets, says_when_a_file_cannot_be_written_or_read) {
    EXPECT_EQ(write("no such folder/all.xlsx"), 1);
    EXPECT_NE(said().find("command.unwritable"), std::string::npos);
    EXPECT_EQ(read("nothing.xlsx", "new"), 1);
    EXPECT_NE(said().find("command.unreadable"), std::string::npos);
    EXPECT_EQ(read("nothing", "new"), 1);
    EXPECT_NE(said().find("command.unreadable"), std::string::npos);
}

TEST_F(Sheets, a_wrong_use_is_2) {
    EXPECT_EQ(write_sheets_verb({}, out_, err_), 2);
    EXPECT_EQ(read_sheets_verb({"one", "two"}, out_, err_), 2);
}

}  // namespace
}  // namespace command
