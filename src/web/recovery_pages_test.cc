// Coming back into an account on pages: alone with the recovery code, or with a paper and the
// second part that somebody else gives.

#include "web/recovery_pages.h"

#include <gtest/gtest.h>

#include "casework/sign_in.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class RecoveryPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        colleague_ = staff_account("Cora Mills", {people::Role::social_worker});
        casework::Desk worker = desk(worker_);
        const auto started = casework::start_record(worker, ann());
        ASSERT_TRUE(started.has_value());
        person_ = started->person;
        home_ = "/people/" + person_.to_text();
        code_ = shown(begin(*started->paper_code, ""));
    }
    Response begin(const std::string& code, const std::string& part) {
        sign_out();
        EXPECT_EQ(fill_in("/begin", "/begin", {{"code", code}}).status, 200);
        std::vector<Field> fields = {
            {"code", code}, {"user_name", "ann.ashe"}, {"password", "three small words"}};
        if (!part.empty()) {
            fields.push_back({"second_part", part});
        }
        return post("/begin/choose", std::move(fields));
    }
    // The code a page shows once.
    static std::string shown(const Response& page) {
        const std::string mark = "op-paper-code\">";
        const std::size_t at = page.body.find(mark);
        EXPECT_NE(at, std::string::npos) << page.body;
        const std::size_t from = at + mark.size();
        return at == std::string::npos ? ""
                                       : page.body.substr(from, page.body.find('<', from) - from);
    }

    AccountId colleague_;
    PersonId person_;
    std::string home_;
    std::string code_;
};

TEST_F(RecoveryPages, she_comes_back_alone_with_the_code_that_was_shown_once) {
    EXPECT_EQ(code_.size(), 29U);
    sign_out();
    EXPECT_TRUE(says(get("/recover"), "/recover/code"));
    const Response empty = fill_in("/recover/code", "/recover/code", {{"code", code_}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Choose a new password"));
    const Response wrong = fill_in("/recover/code", "/recover/code",
                                   {{"code", "bado"}, {"password", "four other small words"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "href=\"#code\""));
    const Response back = fill_in("/recover/code", "/recover/code",
                                  {{"code", code_}, {"password", "four other small words"}});
    EXPECT_EQ(back.status, 200) << back.body;
    EXPECT_TRUE(says(back, "ann.ashe"));
    EXPECT_NE(shown(back), code_);
    EXPECT_EQ(fill_in("/recover/code", "/recover/code",
                      {{"code", code_}, {"password", "four other small words"}})
                  .status,
              422);
}

TEST_F(RecoveryPages, wrong_codes_are_stopped_after_a_while) {
    sign_out();
    peer_ = "192.0.2.7";
    int status = 0;
    for (int i = 0; i <= 60; ++i) {
        status = fill_in("/recover/code", "/recover/code",
                         {{"code", "bado-kemi"}, {"password", "four other small words"}})
                     .status;
    }
    EXPECT_EQ(status, 429);
}

TEST_F(RecoveryPages, a_paper_and_a_second_part_of_somebody_else_bring_her_back) {
    sign_in(worker_);
    const Response printed = fill_in(home_ + "/record", home_ + "/code", {});
    EXPECT_TRUE(says(printed, "This account was in use before")) << printed.body;
    const std::string paper = shown(printed);
    EXPECT_TRUE(says(get(home_ + "/record"), "Somebody else must give the second part"));
    EXPECT_EQ(fill_in(home_ + "/record", home_ + "/code/second", {}).status, 422);
    const Response letter = get(home_ + "/code/letter");
    EXPECT_TRUE(says(letter, "Dear Ann Ashe"));
    EXPECT_FALSE(says(letter, paper));
    const Response refused = begin(paper, "");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "href=\"#second_part\"")) << refused.body;

    sign_in(colleague_);
    EXPECT_TRUE(says(get(home_ + "/record"), "Give the second part"));
    const Response gave = fill_in(home_ + "/record", home_ + "/code/second", {});
    EXPECT_FALSE(says(gave, paper));
    const std::string part = shown(gave);
    EXPECT_EQ(begin(paper, "bado-kemi-tulo").status, 422);
    const Response back = begin(paper, part);
    EXPECT_EQ(back.status, 200) << back.body;
    sign_in(account_of(person_));
    EXPECT_TRUE(says(get("/account"), "Cora Mills gave the second part"));
    EXPECT_TRUE(says(get(home_ + "/next"), "Cora Mills gave the second part"));
}

TEST_F(RecoveryPages, a_new_recovery_code_asks_for_the_password) {
    sign_in(account_of(person_));
    EXPECT_TRUE(says(get("/account"), "/account/recovery"));
    EXPECT_EQ(fill_in("/account/recovery", "/account/recovery", {{"password", "wrong"}}).status,
              422);
    const Response made =
        fill_in("/account/recovery", "/account/recovery", {{"password", "three small words"}});
    EXPECT_EQ(made.status, 200);
    EXPECT_NE(shown(made), code_);
}

}  // namespace
}  // namespace web
