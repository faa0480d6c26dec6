// "Check this yourself" through the whole site: who sees it, who can take a file, and that the file
// is good against the keys the site publishes.

#include "web/check_file_pages.h"

#include <gtest/gtest.h>

#include "policy/check_allocation.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class CheckFilePages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        ann_ = start(ann());
        path_ = "/people/" + ann_.to_text();
        page_ = path_ + "/why/check";
    }
    void answer_all() {
        sign_in(account_of(ann_));
        fill_in(path_ + "/assessment", path_ + "/assessment", {});
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == "ann_41_points") {
                for (const policy::CaseRow& row : each.answers) {
                    const std::string page = path_ + "/assessment/" + row.name;
                    ASSERT_EQ(fill_in(page, page, {{"answer", row.value}, {"then", "next"}}).status,
                              303);
                }
            }
        }
        ASSERT_EQ(
            fill_in(path_ + "/assessment/check-answers", path_ + "/assessment/send", {}).status,
            303);
    }
    AccountId helper(const std::string& name, std::set<people::Scope> scopes) {
        casework::Desk hers = desk(account_of(ann_), today_);
        casework::HelpOffer offer;
        offer.name = name;
        offer.kind = "family";
        offer.scopes = std::move(scopes);
        offer.from = hers.today;
        EXPECT_TRUE(casework::invite_helper(hers, ann_, offer).has_value());
        const auto helpers = casework::helpers_of(hers, ann_);
        for (const casework::Helper& each : *helpers) {
            if (each.name == name) {
                return each.help.helper;
            }
        }
        return {};
    }

    PersonId ann_;
    std::string path_;
    std::string page_;
};

TEST_F(CheckFilePages, lead_from_why_to_a_file_that_holds_against_the_published_keys) {
    answer_all();
    EXPECT_TRUE(says(get(path_ + "/why"), "href=\"" + page_ + "\">Check this yourself"));
    EXPECT_TRUE(says(get(path_ + "/why?view=easy"), "href=\"" + page_ + "\""));
    EXPECT_TRUE(says(get(path_ + "/decisions"), "href=\"" + page_ + "\""));
    const Response page = get(page_);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Anybody can check how the council worked out your money."));
    EXPECT_TRUE(says(page, "Give it only to people you trust"));
    EXPECT_TRUE(says(page, page_ + "/1\">Take file 1</a>"));
    EXPECT_TRUE(says(page, "href=\"/check-a-sum\""));
    const Response taken = get(page_ + "/1");
    ASSERT_EQ(taken.status, 200);
    EXPECT_EQ(taken.content_type, "application/json");
    EXPECT_EQ(taken.keeping, Keeping::personal);
    sign_out();
    const Response how = get("/check-a-sum");
    EXPECT_EQ(how.status, 200);
    const Response list = get("/check-a-sum/keys/wendlebury");
    ASSERT_EQ(list.status, 200);
    const auto keys = policy::read_keys(list.body);
    ASSERT_TRUE(keys.has_value()) << list.body;
    EXPECT_TRUE(says(how, keys->front().key));
    const auto file = policy::read_signed_file(taken.body);
    ASSERT_TRUE(file.has_value());
    EXPECT_TRUE(policy::check_allocation(*file, nullptr, *keys).has_value());
    const Response unknown = get("/check-a-sum/keys/nowhere");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(says(unknown, "keys.council_unknown"));
}

TEST_F(CheckFilePages, a_file_without_the_rules_is_the_same_signed_text) {
    answer_all();
    const auto whole = policy::read_signed_file(get(page_ + "/1").body);
    const auto bare = policy::read_signed_file(get(page_ + "/1?rules=no").body);
    ASSERT_TRUE(whole.has_value());
    ASSERT_TRUE(bare.has_value());
    EXPECT_TRUE(whole->package.has_value());
    EXPECT_FALSE(bare->package.has_value());
    EXPECT_EQ(whole->payload, bare->payload);
    EXPECT_EQ(whole->signature, bare->signature);
    for (const std::string wrong :
         {"/2", "/0", "/-1", "/1x", "/99999999999999999999", "/1?rules=1"}) {
        EXPECT_EQ(get(page_ + wrong).status, 404) << wrong;
    }
}

TEST_F(CheckFilePages, refuse_strangers_and_all_who_work_for_the_council) {
    answer_all();
    casework::NewRecord other = ann();
    other.name = "Ben Oak";
    const PersonId ben = start(other);
    const AccountId manager = staff_account("Mo Day", {people::Role::manager});
    for (const AccountId who : {worker_, manager, admin_, account_of(ben)}) {
        sign_in(who);
        for (const std::string& path : {page_, page_ + "/1", path_ + "/why/facts"}) {
            const Response refused = get(path);
            EXPECT_TRUE(refused.status == 403 || refused.status == 404) << path << refused.status;
            EXPECT_FALSE(says(refused, "washing")) << path;
        }
    }
    sign_in(worker_);
    EXPECT_FALSE(says(get(path_ + "/why"), "/why/check"));
    EXPECT_FALSE(says(get(path_ + "/decisions"), "/why/check"));
    sign_out();
    EXPECT_NE(get(page_ + "/1").status, 200);
}

TEST_F(CheckFilePages, a_helper_who_may_see_can_take_it_and_it_is_written_down) {
    answer_all();
    sign_in(helper("Jo Field", {people::Scope::see}));
    const Response page = get(page_);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Anybody can check how the council worked out Ann’s money."));
    EXPECT_TRUE(says(page, "When you take one, it is written down and Ann can read it."));
    EXPECT_EQ(get(page_ + "/1").status, 200);
    sign_in(account_of(ann_));
    EXPECT_TRUE(says(get(path_ + "/who"), "took away file 1 that checks a sum"));
}

TEST_F(CheckFilePages, say_that_there_is_nothing_yet) {
    sign_in(account_of(ann_));
    EXPECT_TRUE(says(get(page_), "There is no file yet"));
    EXPECT_TRUE(says(get("/check-a-sum"), "It has signed nothing yet"));
}

}  // namespace
}  // namespace web
