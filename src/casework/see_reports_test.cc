// A report of spending says from which fund it was taken, and a worker can put it right.

#include "casework/see_reports.h"

#include "casework/finance_for_tests.h"
#include "casework/report_spending.h"

namespace casework {
namespace {

using ledger::AccountKind;
using Taken = std::vector<std::pair<std::string, Money>>;

// Ann has £160.00 of social care and £60.00 of Supporting People in her own account.
class SeeReports : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        all_due(first_day);
        const PayRunId run = released(first_day);
        ASSERT_EQ(code(import(reply(run, "2006-05-09"), "2006-05-09")), "");
    }
    ReportId reported(std::int64_t pence, std::optional<PlanLineId> part = {}) {
        Desk own = desk(ann_account_, "2006-05-12");
        const auto made = report_spending(own, ann_, own_, day("2006-05-12"), Money::pence(pence),
                                          "Bus and lunch", part);
        EXPECT_EQ(code(made), "");
        return made.value_or(ReportId{});
    }
    Report seen(ReportId id) {
        Desk own = desk(ann_account_, "2006-05-20");
        const auto found = see_report(own, ann_, id);
        EXPECT_EQ(code(found), "");
        return found ? found->reports.front() : Report{};
    }
    std::string corrected(ReportId id, std::optional<PlanLineId> part,
                          const std::string& why = "It was the help in the morning") {
        Desk worker = desk(worker_, "2006-05-15");
        const Outcome done = correct_report(worker, ann_, id, part, why);
        return done ? "" : done.error().code;
    }
    Money with_ann(const StreamId& stream) {
        return balance(AccountKind::paid_to_holder, stream, own_);
    }
};

TEST_F(SeeReports, say_which_fund_paid_where_nobody_said_for_what) {
    const ReportId id = reported(7000);
    const Report report = seen(id);
    EXPECT_EQ(report.amount, Money::pence(7000));
    EXPECT_EQ(report.what, "Bus and lunch");
    EXPECT_EQ(report.by, "");
    EXPECT_FALSE(report.part.has_value());
    EXPECT_EQ(report.parts.size(), 2U);
    // The tighter fund first, as far as it goes.
    EXPECT_EQ(report.taken_from, (Taken{{"Supporting People", Money::pence(6000)},
                                        {"Adult social care", Money::pence(1000)}}));
    EXPECT_TRUE(report.may_be_another_fund);
    const ReportId named = reported(2000, direct_);
    EXPECT_EQ(seen(named).taken_from, (Taken{{"Adult social care", Money::pence(2000)}}));
    EXPECT_NE(seen(named).part_words.find("Help in the morning"), std::string::npos);
    Desk own = desk(ann_account_, "2006-05-20");
    EXPECT_EQ(see_reports(own, ann_)->reports.size(), 2U);
    EXPECT_EQ(see_report(own, ann_, ReportId{1, 2}).error().code, "casework.report_unknown");
}

TEST_F(SeeReports, are_put_right_by_a_reversal_and_a_new_entry) {
    const ReportId id = reported(5000);
    EXPECT_EQ(with_ann("supporting_people"), Money::pence(1000));
    const std::size_t before = entries().size();
    ASSERT_EQ(corrected(id, direct_), "");
    EXPECT_EQ(entries().size(), before + 2);
    EXPECT_EQ(with_ann("supporting_people"), Money::pence(6000));
    EXPECT_EQ(with_ann("adult_social_care"), Money::pence(11000));
    EXPECT_EQ(balance(AccountKind::spent, "supporting_people", own_), Money());
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money::pence(5000));
    const Report report = seen(id);
    EXPECT_EQ(report.on, day("2006-05-12"));
    EXPECT_EQ(report.amount, Money::pence(5000));
    EXPECT_EQ(report.part, direct_);
    ASSERT_EQ(report.corrections.size(), 1U);
    EXPECT_EQ(report.corrections.front().by, "Will Ray");
    EXPECT_EQ(report.corrections.front().why, "It was the help in the morning");
    // And back again, as often as it takes.
    EXPECT_EQ(corrected(id, direct_), "casework.part_unchanged");
    ASSERT_EQ(corrected(id, housing_, "It was the tenancy after all"), "");
    EXPECT_EQ(with_ann("supporting_people"), Money::pence(1000));
    ASSERT_EQ(corrected(id, direct_), "");
    ASSERT_EQ(corrected(id, {}, "Nobody knows"), "");
    EXPECT_EQ(seen(id).corrections.size(), 4U);
    EXPECT_EQ(with_ann("supporting_people"), Money::pence(1000));
    EXPECT_TRUE(holds());
}

TEST_F(SeeReports, are_put_right_by_a_worker_alone_and_never_beyond_what_was_paid_out) {
    const ReportId id = reported(7000);
    EXPECT_EQ(corrected(id, housing_), "ledger.not_enough");  // 60.00 was paid for it
    EXPECT_EQ(seen(id).taken_from.size(), 2U);
    EXPECT_EQ(corrected(id, direct_, ""), "casework.reasons_missing");
    EXPECT_EQ(corrected(id, council_), "casework.part_unknown");
    EXPECT_EQ(corrected(ReportId{1, 2}, direct_), "casework.report_unknown");
    Desk own = desk(ann_account_, "2006-05-15");
    EXPECT_EQ(correct_report(own, ann_, id, direct_, "Mine").error().code, "people.not_allowed");
    EXPECT_TRUE(holds());
}

TEST_F(SeeReports, of_a_holder_are_seen_by_it_and_by_her) {
    const auto made = reports(trust_, day("2006-05-12"), Money::pence(3000), "Two evenings");
    ASSERT_EQ(code(made), "");
    Desk tess = desk(trust_account_, "2006-05-13");
    const auto own = see_held_report(tess, trust_, ann_, *made);
    ASSERT_EQ(code(own), "");
    EXPECT_EQ(own->reports.front().by, "Tess Elm");
    EXPECT_EQ(seen(*made).payee_name, "Elm Trust");
    EXPECT_FALSE(seen(*made).may_be_another_fund);  // all it holds is social care
    const ReportId anns = reported(1000);
    EXPECT_EQ(see_held_report(tess, trust_, ann_, anns).error().code, "casework.report_unknown");
    Desk jo = desk(jo_account_, "2006-05-13");
    EXPECT_EQ(see_held_report(jo, trust_, ann_, *made).error().code, "people.not_allowed");
}

}  // namespace
}  // namespace casework
