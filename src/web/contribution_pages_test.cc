// What a person pays, as she, a helper and her worker read it.

#include "web/contribution_pages.h"

#include <gtest/gtest.h>

#include "casework/arrange_help.h"
#include "casework/assess_person.h"
#include "casework/change_budget.h"
#include "web/browser_for_tests.h"

namespace web {
namespace {

class ContributionPages : public Browsing {
protected:
    void SetUp() override {
        Browsing::SetUp();
        ann_ = start(ann());
        path_ = "/people/" + ann_.to_text();
    }
    void answer_and_send() {
        std::vector<casework::TypedAnswer> answers;
        for (const policy::GoldenCase& each : shelf_["england-2005-pilot"]->cases()) {
            if (each.name == "ann_41_points") {
                for (const policy::CaseRow& row : each.answers) {
                    answers.push_back({row.name, row.value, false});
                }
            }
        }
        const auto channel = assessment::Channel::page;
        casework::Desk hers = desk(account_of(ann_));
        ASSERT_TRUE(casework::start_assessment(hers, ann_, channel));
        casework::Desk saves = desk(account_of(ann_));
        ASSERT_TRUE(casework::save_answers(saves, ann_, answers, {}, channel));
        casework::Desk sends = desk(account_of(ann_));
        const Outcome sent = casework::send_assessment(sends, ann_, channel);
        ASSERT_TRUE(sent) << sent.error().message;
    }
    void set(std::int64_t pence, const std::string& why) {
        budget::ContributionTerm term;
        term.from = casework::day("2006-05-01");
        term.weekly = Money::pence(pence);
        casework::Desk worker = desk(worker_);
        ASSERT_TRUE(casework::set_contribution(worker, ann_, "adult_social_care", term, why));
    }

    PersonId ann_;
    std::string path_;
};

TEST_F(ContributionPages, tell_her_the_sum_the_reason_and_every_step_of_the_means_test) {
    answer_and_send();
    set(600, "As the means test says.");
    sign_in(account_of(ann_));
    const Response page = get(path_ + "/contribution");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(says(page, "You pay £6.00 a week"));
    EXPECT_TRUE(says(page, "As the means test says."));
    EXPECT_TRUE(says(page, "That is the sum that was set."));
    EXPECT_TRUE(says(page, "Your income each week"));
    EXPECT_TRUE(says(page, "What your savings count as"));
    EXPECT_TRUE(says(page, "Income that is never asked for"));
    EXPECT_TRUE(says(page, "Made up for this package"));
    EXPECT_TRUE(says(page, "Uses figures made up for this example"));
    EXPECT_TRUE(says(page, "about=contribution:adult_social_care&amp;ask=disagree"));
    EXPECT_TRUE(says(page, "Supporting People"));  // which has another means test
    EXPECT_FALSE(says(page, path_ + "/contribution/set")) << "a worker's page";
    EXPECT_TRUE(says(get(path_ + "/questions/new?about=contribution:adult_social_care&ask=help"),
                     "what you pay towards Adult social care"));
    const Response easy = get(path_ + "/contribution?view=easy");
    EXPECT_TRUE(says(easy, "tested with readers"));
    EXPECT_TRUE(says(easy, "You pay £6.00 a week"));
    EXPECT_TRUE(says(get(path_ + "/why"), "How the means test for"));
}

TEST_F(ContributionPages, never_say_the_means_test_made_a_sum_that_a_worker_made) {
    answer_and_send();
    set(1100, "Agreed by telephone.");
    sign_in(account_of(ann_));
    const Response page = get(path_ + "/contribution");
    EXPECT_TRUE(says(page, "You pay £11.00 a week"));
    EXPECT_TRUE(says(page, "the means test asks for <strong>£6.00 a week</strong>"));
    EXPECT_TRUE(says(page, "That is not the sum that was set"));
}

TEST_F(ContributionPages, are_open_to_a_helper_who_may_see_and_to_nobody_else) {
    answer_and_send();
    casework::HelpOffer offer;
    offer.name = "Jo Field";
    offer.kind = "family";
    offer.scopes = {people::Scope::see, people::Scope::money};
    offer.from = casework::day("2006-05-03");
    casework::Desk hers = desk(account_of(ann_));
    ASSERT_TRUE(casework::invite_helper(hers, ann_, offer).has_value());
    casework::Desk again = desk(account_of(ann_));
    sign_in(casework::helpers_of(again, ann_)->front().help.helper);
    const Response page = get(path_ + "/contribution");
    ASSERT_EQ(page.status, 200) << page.body;
    EXPECT_TRUE(says(page, "Ann pays nothing now"));
    EXPECT_TRUE(says(page, "A worker decides"));
    sign_in(account_of(start(ann())));
    EXPECT_EQ(get(path_ + "/contribution").status, 403);
    sign_in(worker_);
    const Response seen = get(path_ + "/contribution");
    EXPECT_TRUE(says(seen, path_ + "/contribution/set"));
    EXPECT_TRUE(says(get(path_ + "/contribution/set"), "The means test asks for £6.00 a week"));
}

TEST_F(ContributionPages, refuse_a_value_the_page_does_not_know) {
    sign_in(account_of(ann_));
    for (const char* target :
         {"/contribution?view=loud", "/why?view=hard", "/support?purpose=bogus",
          "/support?sector=secret", "/questions/new?about=budget&ask=shout"}) {
        const Response refused = get(path_ + target);
        EXPECT_EQ(refused.status, 422) << target;
        EXPECT_TRUE(says(refused, "web.parameter_value")) << target;
    }
    EXPECT_EQ(get(path_ + "/support?purpose=personal_care&sector=").status, 200);
}

TEST_F(ContributionPages, every_sum_on_the_budget_pages_has_the_ways_out_and_its_mark) {
    answer_and_send();
    agreed(ann_, "adult_social_care", Money::pence(16820));
    sign_in(account_of(ann_));
    for (const char* page : {"/statement", "/orders"}) {
        const Response seen = get(path_ + page);
        ASSERT_EQ(seen.status, 200) << page << seen.body;
        EXPECT_TRUE(says(seen, "I am not sure")) << page;
        EXPECT_TRUE(says(seen, "Ask someone to help me")) << page;
        EXPECT_TRUE(says(seen, "I disagree")) << page;
    }
    EXPECT_TRUE(says(get(path_ + "/assessment/sent"), "Uses figures made up for this example"));
    EXPECT_TRUE(says(get(path_ + "/statement"), "Uses figures made up for this example"));
    EXPECT_TRUE(says(get(path_ + "/decisions"), "Uses figures made up for this example"));
}

}  // namespace
}  // namespace web
