// What was reported as spent: asked, answered, and put right.

#include "web/report_pages.h"

#include "web/finance_browser_for_tests.h"

namespace web {
namespace {

class ReportPages : public FinancePages {
protected:
    void SetUp() override {
        FinancePages::SetUp();
        all_due(first_day);
        const PayRunId run = released(first_day);
        ASSERT_TRUE(import(reply(run, "2006-05-09"), "2006-05-09").has_value());
        home_ = "/people/" + ann_.to_text();
    }
    std::vector<Field> spent(const std::string& amount, const std::string& part) const {
        return {{"holder", own_.to_text()},
                {"amount", amount},
                {"on-day", "12"},
                {"on-month", "5"},
                {"on-year", "2006"},
                {"what", "Bus and lunch"},
                {"part", part}};
    }

    std::string home_;
};

TEST_F(ReportPages, ask_for_the_part_and_say_which_fund_was_taken_where_she_is_not_sure) {
    sign_in(ann_account_, "2006-05-12");
    const std::string form = home_ + "/spending/new";
    EXPECT_TRUE(says(get(form), "Something else, or I am not sure"));
    EXPECT_TRUE(says(post(get(form), form, spent("50.00", "")),
                     "Choose which part it was for, or that you are not sure"));
    const std::string report = location(post(get(form), form, spent("50.00", "not-sure")));
    ASSERT_TRUE(report.starts_with(home_ + "/spending/rep_")) << report;
    const Response answer = get(report);
    EXPECT_TRUE(says(answer,
                     "Nobody said which part of the plan this was for. So we took £50.00 "
                     "from Supporting People."));
    EXPECT_TRUE(says(answer, "Help in the morning: £40.00"));
    EXPECT_TRUE(says(answer, "Tell the worker which part it was for"));
    EXPECT_TRUE(says(answer, home_ + "/questions/new?about=report:"));
    EXPECT_FALSE(says(answer, "/correct"));
    EXPECT_EQ(get(report + "/correct").status, 403);
    EXPECT_TRUE(says(get(home_ + "/questions/new?about=" + report.substr(report.rfind('/') + 1)),
                     "</html>"));
    EXPECT_TRUE(says(get(home_ + "/spending"), "£50.00 was reported as spent"));
    EXPECT_TRUE(says(get(home_ + "/budget"), home_ + "/spending\""));

    sign_in(worker_, "2006-05-15");
    EXPECT_TRUE(says(get(home_ + "/record"), home_ + "/spending\""));
    const std::string correct = report + "/correct";
    EXPECT_TRUE(says(get(report), correct));
    EXPECT_TRUE(says(post(get(correct), correct, {{"part", direct_.to_text()}, {"why", ""}}),
                     "Write how you know"));
    EXPECT_TRUE(says(post(get(correct), correct, {{"part", "none"}, {"why", "Asked"}}),
                     "The report says so already"));
    ASSERT_EQ(
        location(post(get(correct), correct,
                      {{"part", direct_.to_text()}, {"why", "Ann told me on the telephone"}})),
        report);
    sign_in(ann_account_, "2006-05-16");
    const Response right = get(report);
    EXPECT_TRUE(says(right, "Put right on 15 May 2006 by Will Ray: Ann told me on the telephone"));
    EXPECT_TRUE(says(right, "Taken from Adult social care"));
    EXPECT_FALSE(says(right, "Taken from Supporting People"));
    EXPECT_FALSE(says(right, "Nobody said which part"));
}

TEST_F(ReportPages, of_a_holder_answer_it_on_a_page_of_its_own) {
    sign_in(trust_account_, "2006-05-12");
    const std::string held = "/holding/" + trust_.to_text() + "/" + ann_.to_text();
    const std::string report = location(post(get(held), held,
                                             {{"amount", "30.00"},
                                              {"on-day", "12"},
                                              {"on-month", "5"},
                                              {"on-year", "2006"},
                                              {"what", "Two evenings"}}));
    ASSERT_TRUE(report.starts_with(held + "/rep_")) << report;
    EXPECT_TRUE(says(get(report), "£30.00 is reported as spent for Ann Ashe"));
    EXPECT_TRUE(says(get(held), report));
    sign_in(jo_account_, "2006-05-12");
    EXPECT_EQ(get(report).status, 403);
}

}  // namespace
}  // namespace web
