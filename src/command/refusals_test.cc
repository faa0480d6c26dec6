// What the verbs refuse before they do anything: a wrong use, a folder of several books, a book of
// another version, an example that cannot be read.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "command/books.h"
#include "command/example_council.h"
#include "command/example_files.h"
#include "command/serve.h"
#include "command/show_money.h"

namespace command {
namespace {

namespace fs = std::filesystem;

class Verbs : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("onepurse-verbs-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    void make_book(const std::string& authority) {
        ASSERT_TRUE(store::Store::open(path_of(authority), authority).has_value());
    }
    std::string path_of(const std::string& authority) const {
        return (folder_ / (authority + ".book")).string();
    }
    // Runs a verb; gives its exit code and what it said.
    static std::pair<int, std::string> run(int (*verb)(const std::vector<std::string>&),
                                           const std::vector<std::string>& args) {
        testing::internal::CaptureStderr();
        const int code = verb(args);
        return {code, testing::internal::GetCapturedStderr()};
    }
    static bool says(const std::pair<int, std::string>& answer, std::string_view words) {
        return answer.second.find(words) != std::string::npos;
    }
    Result<Options> options(std::vector<std::string> args) {
        args.insert(args.begin(), {"--data", folder_.string()});
        return Options::read(args, {"--data", "--authority"}, {});
    }

    fs::path folder_;
};

TEST_F(Verbs, say_how_they_are_used) {
    const std::vector<std::vector<std::string>> wrong = {
        {}, {"--colour", "red"}, {"--data"}, {"--data", "a", "--data", "b"}};
    for (const std::vector<std::string>& args : wrong) {
        const auto read = Options::read(args, {"--data"}, {});
        ASSERT_FALSE(read.has_value());
        EXPECT_EQ(read.error().code, "command.wrong_use");
    }
    const auto entries = run(entries_verb, {"--data", folder_.string()});
    EXPECT_EQ(entries.first, 2);
    EXPECT_TRUE(says(entries, "command.wrong_use")) << entries.second;
    for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
             {"--port", "front door"}, {"--port", "65536"}, {"--port"}, {"--colour", "red"}}) {
        const auto serve = run(serve_verb, args);
        EXPECT_EQ(serve.first, 2) << args.front();
        EXPECT_TRUE(says(serve, args.front())) << serve.second;
    }
    const auto example = run(example_verb, {"--data", folder_.string(), "--people", "some"});
    EXPECT_EQ(example.first, 2);
    EXPECT_TRUE(says(example, "command.usage")) << example.second;
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(Verbs, ask_whose_book_is_meant) {
    make_book("ayton");
    EXPECT_TRUE(open_book(*options({})).has_value());
    make_book("beeford");
    const auto which = open_book(*options({}));
    ASSERT_FALSE(which.has_value());
    EXPECT_EQ(which.error().code, "command.which_authority");
    EXPECT_NE(which.error().message.find("ayton, beeford"), std::string::npos);
    EXPECT_EQ((*open_book(*options({"--authority", "beeford"})))->authority(), "beeford");
    EXPECT_EQ(open_book(*options({"--authority", "ceeford"})).error().code,
              "command.which_authority");
}

// A stream that nobody has gave an empty list and success: a typing mistake looked like no money.
TEST_F(Verbs, name_the_streams_there_are_when_asked_for_another) {
    make_book("ayton");
    const std::string packages = ONEPURSE_SOURCE_DIR "/policies";
    const std::vector<std::string> args = {"--data",   folder_.string(), "--packages", packages,
                                           "--stream", "nope",           "--json"};
    for (const auto verb : {entries_verb, statement_verb}) {
        const auto answer = run(verb, args);
        EXPECT_EQ(answer.first, 1);
        EXPECT_TRUE(says(answer, "command.stream_unknown")) << answer.second;
        EXPECT_TRUE(says(answer, "adult_social_care")) << answer.second;
    }
}

TEST_F(Verbs, leave_a_book_of_another_version_alone) {
    make_book("ayton");
    ASSERT_TRUE(open_to_read(path_of("ayton")).has_value());
    {
        // As a version before the last change of the tables left it.
        const auto book = store::Store::open(path_of("ayton"), "ayton");
        ASSERT_TRUE(book.has_value());
        ASSERT_TRUE((*book)
                        ->write([](store::Tx& tx) -> Outcome {
                            tx.run(
                                "delete from migration where name = (select max(name) from "
                                "migration)");
                            return Done{};
                        })
                        .has_value());
    }
    const auto refused = open_to_read(path_of("ayton"));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "command.older_book");
}

// Each row: a file of the examples, what stands in it, and what is written there instead.
TEST_F(Verbs, name_the_file_and_line_of_an_example_that_cannot_be_read) {
    const fs::path shipped = fs::path(ONEPURSE_SOURCE_DIR) / "examples";
    ASSERT_TRUE(read_example_councils(shipped.string()).has_value());
    const std::vector<std::vector<std::string>> breaks = {
        {"councils.csv", "2006-04-01,2007-03-31", "2006-04-31,2007-03-31", "councils.csv line 2"},
        {"councils.csv", ",300,", ",many,", "councils.csv line 2"},
        {"wendlebury/staff.csv", "social_worker,", "sorcerer,", "staff.csv line 2"},
        {"wendlebury/staff.csv", "450.00", "450 pounds", "staff.csv line 2"},
        {"wendlebury/providers.csv", "voluntary", "wishful", "providers.csv line"},
        {"wendlebury/offers.csv", "8.95", "8.955", "offers.csv line 2"},
        {"wendlebury/cash_limits.csv", "2600000.00", "plenty", "cash_limits.csv line 2"},
        {"answer_ranges.csv", "housing_support_hours,100,1,4", "housing_support_hours,100,1,four",
         "answer_ranges.csv line 3"},
    };
    for (const std::vector<std::string>& row : breaks) {
        const fs::path copy = folder_ / "examples";
        fs::remove_all(copy);
        fs::copy(shipped, copy, fs::copy_options::recursive);
        std::ifstream in(copy / row[0], std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        const std::size_t at = bytes.find(row[1]);
        ASSERT_NE(at, std::string::npos) << row[0] << ": the test breaks nothing";
        bytes.replace(at, row[1].size(), row[2]);
        std::ofstream(copy / row[0], std::ios::binary) << bytes;
        const auto read = read_example_councils(copy.string());
        ASSERT_FALSE(read.has_value()) << row[0] << ": " << row[2];
        EXPECT_EQ(read.error().code, "command.bad_cell") << row[2];
        EXPECT_NE(read.error().place.find(row[3]), std::string::npos) << read.error().place;
    }
}

}  // namespace
}  // namespace command
