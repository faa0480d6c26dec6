// What the budget page says of payments in advance: to whom they went, and when one is late.

#include "web/budget_pages.h"

#include <gtest/gtest.h>

#include "casework/finance_for_tests.h"
#include "web/site.h"

namespace web {
namespace {

// The council whose money moves, with a site in front of it.
class BudgetPages : public casework::FinanceCouncil {
protected:
    void SetUp() override {
        casework::FinanceCouncil::SetUp();
        name_as_example();
        site_ = std::make_unique<Site>(
            SiteOptions{},
            std::vector<OpenCouncil>{
                {{"wendlebury", "Wendlebury Council", true}, [this] { return desk({}, today_); }}},
            StaticFiles());
        home_ = "/people/" + ann_.to_text();
    }
    Response get(const std::string& target, std::string_view on) {
        today_ = on;
        casework::Desk nobody = desk({}, today_);
        const auto entered = casework::sign_in_as_example(nobody, ann_account_);
        EXPECT_TRUE(entered.has_value());
        RawRequest raw;
        raw.method = "GET";
        raw.target = target;
        raw.headers.add("host", "localhost:8080");
        raw.headers.add("cookie", "onepurse=wendlebury." + entered->token);
        return site_->answer(std::move(raw));
    }
    static bool says(const Response& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }

    std::string today_ = "2006-05-03";
    std::string home_;
    std::unique_ptr<Site> site_;
};

TEST_F(BudgetPages, tell_apart_what_she_was_paid_and_what_others_hold_for_her) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    const Response page = get(home_ + "/budget", "2006-05-10");
    ASSERT_EQ(page.status, 200);
    // £160.00 of social care and £60.00 of Supporting People are in her own account.
    EXPECT_TRUE(says(page, "£220.00 was paid to you already. Tell us when it is spent."));
    EXPECT_TRUE(says(page, "£120.00 was paid to Elm Trust, who holds it for you."));
    EXPECT_TRUE(says(page, "£80.00 was paid to Jo Field, who holds it for you."));
    EXPECT_FALSE(says(page, "£420.00 was paid"));
}

TEST_F(BudgetPages, say_that_a_payment_is_late_and_where_to_ask) {
    const Response before = get(home_ + "/budget", "2006-05-07");
    EXPECT_TRUE(says(before, "Next payment in advance: £160.00 on 8 May 2006."));
    EXPECT_FALSE(says(before, "was due on"));
    // The day passes, and nobody made it fall due.
    const Response late = get(home_ + "/budget", "2006-05-10");
    EXPECT_TRUE(says(late,
                     "A payment in advance of £160.00 was due on 8 May 2006. The council has "
                     "not paid it yet."));
    EXPECT_FALSE(says(late, "Next payment in advance"));
    const std::string before_link = "You can <a class=\"govuk-link\" href=\"";
    const std::size_t at = late.body.find(before_link);
    ASSERT_NE(at, std::string::npos);
    std::string href = late.body.substr(at + before_link.size());
    href = href.substr(0, href.find('"'));
    for (std::size_t amp = href.find("&amp;"); amp != std::string::npos; amp = href.find("&amp;")) {
        href.replace(amp, 5, "&");
    }
    EXPECT_EQ(get(href, "2006-05-10").status, 200) << href;
}

// On each side of 31 March she reads whose year the money is.
TEST_F(BudgetPages, say_in_march_what_there_is_from_april_and_in_april_what_is_not_done_with) {
    const std::string_view march = "2007-03-20";
    casework::Desk finance = desk(preparer_, march);
    ASSERT_EQ(code(casework::record_cash_limit(finance, "adult_social_care", Money::pence(1000000),
                                               "Letter", {2007})),
              "");
    casework::Desk own = desk(ann_account_, march);
    const Period year = CouncilYear{2007}.period();
    const auto plan = casework::start_plan(own, ann_, year);
    ASSERT_EQ(code(plan), "");
    ASSERT_EQ(code(casework::save_outcomes(own, ann_, *plan, {"To stay at home"})), "");
    casework::PlanLineDraft draft;
    draft.what = "Visits";
    draft.purpose = "personal_care";
    draft.unit = market::Unit::week;
    draft.frequency = {budget::Every::week, 1};
    draft.price = Money::pence(7000);
    draft.dates = year;
    ASSERT_EQ(code(casework::save_line(own, ann_, *plan, draft, {})), "");
    ASSERT_EQ(code(casework::send_plan(own, ann_, *plan)), "");
    casework::Desk manager = desk(manager_, march);
    ASSERT_EQ(code(casework::agree_plan(manager, ann_, *plan, "It fits")), "");
    EXPECT_TRUE(says(get(home_ + "/plan/" + plan->to_text(), march),
                     "your budget begins on 1 April 2007: £3,660.00"));
    casework::Desk accepts = desk(ann_account_, march);
    ASSERT_EQ(code(casework::accept_plan(accepts, ann_, *plan)), "");
    const Response before = get(home_ + "/budget", "2007-03-31");
    EXPECT_TRUE(says(before, "From 1 April 2007 you have £3,660.00."));
    EXPECT_FALSE(says(before, "You have £3,660.00 for this year"));
    EXPECT_TRUE(says(get(home_ + "/budget/easy", "2007-03-31"), "£3,660.00"));
    const Response after = get(home_ + "/budget", "2007-04-02");
    EXPECT_TRUE(says(after, "You have £3,660.00 for this year. £3,660.00 is left."));
    EXPECT_TRUE(says(after, "Of the money until 31 March 2007"));
    const Response statement =
        get(home_ + "/statement?from=2007-03-01&until=2007-04-30", "2007-04-02");
    EXPECT_TRUE(says(statement, "Money for 1 April 2007 to 31 March 2008"));
    EXPECT_TRUE(says(statement, "Money for 1 April 2006 to 31 March 2007"));
    // What is agreed for the next year already is not offered again.
    const std::string next = home_ + "/plan/" + plan->to_text();
    EXPECT_TRUE(says(get(next, "2007-03-31"), "Accepted. It begins on 1 April 2007"));
    EXPECT_FALSE(says(get(next, "2007-03-31"), "Start a plan from"));
    EXPECT_TRUE(says(get(next, "2008-02-01"), "Start a plan from 1 April 2008"));
}

}  // namespace
}  // namespace web
