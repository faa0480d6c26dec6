// The verbs about the key a council signs with, on a book of their own.

#include "command/signing_keys.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "command/open_book.h"
#include "policy/published_keys.h"

namespace command {
namespace {

namespace fs = std::filesystem;

class SigningKeys : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("onepurse-keys-" + std::to_string(::getpid()));
        fs::remove_all(folder_);
        ASSERT_EQ(run(open_book_verb, {"--authority", "ashby", "--name", "Ashby Council", "--admin",
                                       "Ada King", "--today", "2006-05-03"})
                      .first,
                  0);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::pair<int, std::string> run(int (*verb)(const std::vector<std::string>&),
                                    std::vector<std::string> args) {
        args.insert(args.begin(), {"--data", folder_.string()});
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        const int code = verb(args);
        return {code,
                testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr()};
    }

    fs::path folder_;
};

TEST_F(SigningKeys, are_printed_as_they_are_published_and_replaced_by_a_new_one) {
    const auto none = run(show_key_verb, {});
    EXPECT_EQ(none.first, 1);
    EXPECT_NE(none.second.find("keys.none_yet"), std::string::npos);
    ASSERT_EQ(run(new_key_verb, {"--today", "2006-05-03"}).first, 0);
    const auto changed = run(new_key_verb, {"--today", "2007-01-10"});
    ASSERT_EQ(changed.first, 0) << changed.second;
    const auto shown = run(show_key_verb, {"--authority", "ashby"});
    EXPECT_EQ(shown.first, 0);
    EXPECT_EQ(shown.second, changed.second);
    EXPECT_TRUE(shown.second.starts_with("# Ashby Council:")) << shown.second;
    const auto keys = policy::read_keys(shown.second);
    ASSERT_TRUE(keys.has_value());
    ASSERT_EQ(keys->size(), 2U);
    EXPECT_EQ((*keys)[0].until, Date::make(2007, 1, 11));
    EXPECT_EQ((*keys)[1].from, Date::make(2007, 1, 10));
    EXPECT_FALSE((*keys)[1].until.has_value());
    // The private half stands nowhere in what is printed.
    EXPECT_EQ(shown.second.find("seed"), std::string::npos);
}

TEST_F(SigningKeys, a_wrong_use_gives_2) {
    EXPECT_EQ(run(show_key_verb, {"--today", "2006-05-03"}).first, 2);
    EXPECT_EQ(run(new_key_verb, {"--nothing", "1"}).first, 2);
    EXPECT_EQ(run(new_key_verb, {"--authority", "nowhere"}).first, 1);
}

}  // namespace
}  // namespace command
