// The pages of whoever holds money for somebody, and the page on which a worker names who signs in.

#include "web/holding_pages.h"

#include <gtest/gtest.h>

#include "casework/hold_money.h"
#include "casework/make_plan.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class HoldingPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        release_ = staff_account("Rel Easer", {people::Role::finance_release});
        ann_ = start(ann());
        own_ = account_of(ann_);
        home_ = "/people/" + ann_.to_text();
        casework::Desk hers = desk(own_);
        const auto plan = casework::start_plan(
            hers, ann_, {casework::day("2006-05-08"), casework::day("2006-10-23")});
        ASSERT_TRUE(plan.has_value());
        const auto trust = casework::add_holder(hers, ann_, "Elm Trust");
        ASSERT_TRUE(trust.has_value());
        trust_ = *trust;
    }
    // The worker names Tess Elm on the page; gives her account.
    AccountId named() {
        sign_in(worker_);
        EXPECT_TRUE(says(get(home_ + "/record"), home_ + "/holders"));
        const Response done = fill_in(home_ + "/holders", home_ + "/holders",
                                      {{"holder", trust_.to_text()},
                                       {"account", "new"},
                                       {"name", "Tess Elm"},
                                       {"evidence", "The deed, seen on 2 May 2006"}});
        EXPECT_EQ(done.status, 200) << done.body;
        EXPECT_TRUE(says(done, "op-paper-code"));
        casework::Desk worker = desk(worker_);
        const auto seen = casework::see_holders_of(worker, ann_);
        return seen->holders.front().users.front().account;
    }
    std::string bank() const { return "/holding/" + trust_.to_text() + "/bank"; }

    static std::vector<Field> account_fields() {
        return {{"name", "Elm Trust"}, {"sort_code", "20-00-00"}, {"number", "10000002"}};
    }

    AccountId release_;
    AccountId own_;
    PersonId ann_;
    PayeeId trust_;
    std::string home_;
};

TEST_F(HoldingPages, a_worker_names_who_signs_in_and_is_told_what_is_missing) {
    sign_in(worker_);
    const Response empty = fill_in(home_ + "/holders", home_ + "/holders", {{"account", "new"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "Choose for whom they sign in"));
    EXPECT_TRUE(says(empty, "Enter the name of who will sign in"));
    EXPECT_TRUE(says(empty, "Write which paper you have seen"));
    named();
    EXPECT_TRUE(says(get(home_ + "/holders"), "Tess Elm signs in for it"));
    sign_in(own_);
    EXPECT_EQ(get(home_ + "/holders").status, 403);
    EXPECT_TRUE(says(get(home_ + "/who"), "wrote down who signs in"));
}

TEST_F(HoldingPages, only_the_holder_says_where_its_money_goes_and_a_second_person_confirms) {
    const AccountId tess = named();
    for (const AccountId actor : {own_, worker_, release_, admin_}) {
        sign_in(actor);
        EXPECT_EQ(get(bank()).status, 403);
        EXPECT_EQ(fill_in("/account/password", bank(), account_fields()).status, 403);
    }
    // Her own page shows the holder's account and changes only hers.
    sign_in(own_);
    const Response mine = get(home_ + "/bank");
    EXPECT_FALSE(says(mine, "name=\"payee\""));
    sign_in(tess);
    EXPECT_EQ(location(get("/home")), "/holding");
    EXPECT_TRUE(says(get("/holding"), bank()));
    const Response wrong =
        fill_in(bank(), bank(), {{"name", "Elm Trust"}, {"sort_code", "20"}, {"number", "1"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "href=\"#sort_code\""));
    EXPECT_EQ(location(fill_in(bank(), bank(), account_fields())), bank());
    EXPECT_TRUE(says(get(bank()), "Waits for a check"));
    sign_in(release_);
    EXPECT_TRUE(says(get("/finance/details"), "Elm Trust"));
}

TEST_F(HoldingPages, a_holder_sees_nothing_of_the_person_beside_the_money) {
    const AccountId tess = named();
    sign_in(tess);
    EXPECT_TRUE(says(get("/holding"), "Money you hold"));
    for (const std::string tail :
         {"", "/budget", "/assessment", "/plan", "/statement", "/who", "/bank", "/record"}) {
        EXPECT_EQ(get(home_ + tail).status, 403) << tail;
    }
    // No line of her budget names the trust yet, so there is no money of hers to see.
    EXPECT_EQ(get("/holding/" + trust_.to_text() + "/" + ann_.to_text()).status, 404);
    sign_in(own_);
    EXPECT_EQ(get("/holding/" + trust_.to_text() + "/" + ann_.to_text()).status, 403);
}

TEST_F(HoldingPages, a_new_code_for_a_holders_user_needs_a_colleague_once_it_was_in_use) {
    const AccountId tess = named();
    const std::string code =
        home_ + "/holders/" + trust_.to_text() + "/" + tess.to_text() + "/code";
    sign_in(worker_);
    EXPECT_TRUE(says(get(home_ + "/holders"), code));
    EXPECT_TRUE(says(get(code), "Print a new code"));
    const Response printed = fill_in(code, code, {});
    EXPECT_EQ(printed.status, 200);
    EXPECT_FALSE(says(printed, "This account was in use before"));  // nobody began it yet
    EXPECT_EQ(fill_in(code, code + "/second", {}).status, 422);
    EXPECT_EQ(location(fill_in(
                  home_ + "/holders",
                  home_ + "/holders/" + trust_.to_text() + "/" + tess.to_text() + "/end", {})),
              home_ + "/holders");
    sign_in(tess);
    EXPECT_EQ(get(bank()).status, 403);
}

}  // namespace
}  // namespace web
