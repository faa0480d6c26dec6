#include "casework/change_budget.h"

#include "casework/finance_for_tests.h"
#include "store/due.h"

namespace casework {
namespace {

using ledger::AccountKind;

class ChangeBudget : public FinanceCouncil {
protected:
    budget::Budget kept() {
        return *store_->read(
            [&](store::Snapshot& view) { return store::find_budget(view, budget_); });
    }
    // Pays what is due by a day and has the bank confirm it.
    void paid(std::string_view on) {
        all_due(on);
        const PayRunId run = released(on);
        ASSERT_EQ(code(import(reply(run, on), on)), "");
    }
    // All the money of the person's streams, wherever it rests.
    Money everything(const StreamId& stream) {
        Money sum;
        store_->read([&](store::Snapshot& view) {
            for (const ledger::Balance& each : store::load_balances_of_stream(view, stream)) {
                sum += each.amount;
            }
            return 0;
        });
        return sum;
    }
};

TEST_F(ChangeBudget, another_form_in_mid_period_neither_misses_nor_doubles_a_payment) {
    paid("2006-05-08");  // four weeks of 40.00 to her own account
    Desk worker = desk(manager_, "2006-05-15");
    ASSERT_EQ(code(change_holding(worker, ann_, direct_, day("2006-05-22"),
                                  budget::Holding::individual_service_fund, trust_)),
              "");
    // She keeps the two weeks before the change; the trust is paid from there on, once.
    paid("2006-05-22");
    paid("2006-06-05");
    const Money hers = balance(AccountKind::paid_to_holder, "adult_social_care", own_);
    EXPECT_EQ(hers, Money::pence(2 * 4000));
    paid("2006-10-22");
    const Money trusts = balance(AccountKind::paid_to_holder, "adult_social_care", trust_);
    // 22 weeks of the changed line and 24 weeks of the line it held from the start.
    EXPECT_EQ(trusts, Money::pence(22 * 4000 + 24 * 3000));
    EXPECT_EQ(everything("adult_social_care"), Money());
}

TEST_F(ChangeBudget, a_line_that_ends_frees_what_was_promised_for_later) {
    const Money held = balance(AccountKind::held, "adult_social_care");
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(code(end_line(worker, ann_, third_, day("2006-06-05"), "She found another club")),
              "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - Money::pence(20 * 2000));
    EXPECT_EQ(kept().find(third_)->plan.dates.until, day("2006-06-05"));
}

TEST_F(ChangeBudget, a_death_ends_everything_to_the_day) {
    paid("2006-05-08");
    Desk worker = desk(manager_, "2006-05-25");
    ASSERT_EQ(code(end_budget(worker, ann_, day("2006-05-22"), "She died")), "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_EQ(balance(AccountKind::held, "supporting_people"), Money());
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(2 * 4000));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_),
              Money::pence(2 * 3000));
    EXPECT_EQ(all_due("2006-08-01").instalments, 0U);
    EXPECT_EQ(everything("adult_social_care"), Money());
}

TEST_F(ChangeBudget, refuses_each_wrong_change_by_name) {
    Desk worker = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_line(worker, ann_, direct_, day("2006-06-05"), " ").error().code,
              "casework.reasons_missing");
    Desk unknown = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_line(unknown, ann_, PlanLineId{1, 2}, day("2006-06-05"), "x").error().code,
              "budget.line_unknown");
    NewRecord record = ann();
    record.name = "Joe Brook";
    const PersonId joe = start(record);
    Desk none = desk(manager_, "2006-05-03");
    EXPECT_EQ(end_budget(none, joe, day("2006-06-05"), "x").error().code, "budget.no_budget");
    Desk charging = desk(manager_, "2006-05-03");
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    EXPECT_EQ(set_contribution(charging, ann_, "no_such_stream", term, "Worked out").error().code,
              "casework.stream_unknown");
    Desk own = desk(ann_account_, "2006-05-03");
    EXPECT_EQ(end_line(own, ann_, direct_, day("2006-06-05"), "x").error().code,
              "people.not_allowed");
}

TEST_F(ChangeBudget, what_a_holder_spent_is_only_what_is_reported) {
    paid("2006-05-08");
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money());
    Desk own = desk(ann_account_, "2006-05-20");
    ASSERT_EQ(
        code(report_spending(own, ann_, own_, day("2006-05-19"), Money::pence(7500), "Mornings")),
        "");
    // The more restricted stream's money counts as spent first.
    EXPECT_EQ(balance(AccountKind::spent, "supporting_people", own_), Money::pence(6000));
    EXPECT_EQ(balance(AccountKind::spent, "adult_social_care", own_), Money::pence(1500));
    Desk more = desk(ann_account_, "2006-05-21");
    EXPECT_EQ(
        report_spending(more, ann_, own_, day("2006-05-20"), Money::pence(99999), "x").error().code,
        "ledger.not_enough");
    Desk stranger = desk(ann_account_, "2006-05-21");
    EXPECT_EQ(
        report_spending(stranger, ann_, PayeeId{1, 2}, day("2006-05-20"), Money::pence(1), "x")
            .error()
            .code,
        "casework.holder_unknown");
}

TEST_F(ChangeBudget, a_net_contribution_makes_each_payment_less_and_gives_the_stream_its_share) {
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    Desk worker = desk(manager_, "2006-05-03");
    ASSERT_EQ(
        code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out from income")),
        "");
    const Money pool = store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
    });
    const FellDue due = all_due(first_day);
    EXPECT_EQ(due.instalments_total, Money::pence(4 * (4000 + 3000 + 2000 + 1500 - 600)));
    EXPECT_EQ(store_->read([](store::Snapshot& view) {
        return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
    }),
              pool + Money::pence(4 * 600));
}

TEST_F(ChangeBudget, every_streams_contribution_comes_off_its_own_money_and_the_rest_is_billed) {
    const auto charge = [&](const StreamId& stream, std::int64_t weekly) {
        budget::ContributionTerm term;
        term.from = day("2006-05-08");
        term.weekly = Money::pence(weekly);
        Desk worker = desk(manager_, "2006-05-03");
        ASSERT_EQ(code(set_contribution(worker, ann_, stream, term, "Worked out")), "");
    };
    charge("adult_social_care", 600);
    charge("supporting_people", 1700);  // 2.00 a week more than the housing line has
    const FellDue due = all_due(first_day);
    EXPECT_EQ(due.instalments_total, Money::pence(4 * (4000 + 3000 + 2000 - 600)));
    Desk sees = desk(ann_account_, first_day);
    const Result<BudgetView> view = see_budget(sees, ann_);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->next_payment->share(), Money::pence(1067));  // her line's part of 24.00
    // After four weeks the 2.00 a week that could not be taken off is on a bill.
    const FellDue later = all_due("2006-06-05");
    EXPECT_EQ(later.invoices, 1U);
    EXPECT_EQ(later.invoices_total, Money::pence(4 * 200));
    all_due(day_after);
    Money billed;
    for (const store::Invoice& each : store_->read(
             [&](store::Snapshot& view2) { return store::load_invoices_of(view2, ann_); })) {
        EXPECT_EQ(each.stream, "supporting_people");
        EXPECT_EQ(each.correction, Money());
        billed += each.amount();
    }
    EXPECT_EQ(billed, Money::pence(24 * 200));
}

TEST_F(ChangeBudget, a_contribution_set_for_days_already_paid_is_billed_and_not_lost) {
    all_due(first_day);
    budget::ContributionTerm term;
    term.from = day("2006-05-08");
    term.weekly = Money::pence(600);
    Desk worker = desk(manager_, "2006-05-10");
    ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out")), "");
    EXPECT_EQ(all_due("2006-06-05").invoices_total, Money::pence(4 * 600));
    EXPECT_EQ(all_due(day_after).invoices_total, Money());
}

TEST_F(ChangeBudget, a_dearer_line_from_a_day_is_awarded_and_paid_from_that_day) {
    paid("2006-05-08");
    const Money have = balance(AccountKind::available, "adult_social_care");
    Desk sees = desk(worker_, "2006-05-20");
    const LineTerms terms{Money::pence(5000), {budget::Every::week, 1}};
    const auto shown = preview_change_line(sees, ann_, direct_, day("2006-06-05"), terms);
    ASSERT_EQ(code(shown), "");
    // 20 weeks at 10.00 more.
    EXPECT_EQ(ledger::total(shown->to_award), Money::pence(20 * 1000));
    Desk worker = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(worker, ann_, direct_, day("2006-06-05"), terms, " ").error().code,
              "casework.reasons_missing");
    Desk does = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(change_line(does, ann_, direct_, day("2006-06-05"), terms, "Prices rose")), "");
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), have);
    EXPECT_EQ(kept().lines.size(), 6U);
    EXPECT_TRUE(holds());
    paid("2006-06-05");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(4 * 4000 + 4 * 5000));
    paid("2006-10-22");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              Money::pence(4 * 4000 + 20 * 5000));
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_worker_changes_a_line_within_her_limit_only) {
    const LineTerms dear{Money::pence(15000), {budget::Every::week, 1}};
    Desk worker = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(worker, ann_, direct_, day("2006-06-05"), dear, "More").error().code,
              "budget.not_enough");
    const Outcome raised = store_->write([](store::Tx& tx) -> Outcome {
        tx.run("update staff set sign_off_weekly = 13500 where name = 'Will Ray'");
        return Done{};
    });
    ASSERT_EQ(code(raised), "");
    const LineTerms some{Money::pence(9000), {budget::Every::week, 1}};
    Desk limited = desk(worker_, "2006-05-20");
    EXPECT_EQ(change_line(limited, ann_, direct_, day("2006-06-05"), some, "More").error().code,
              "budget.above_limit");
    Desk manager = desk(manager_, "2006-05-20");
    EXPECT_EQ(code(change_line(manager, ann_, direct_, day("2006-06-05"), some, "More")), "");
    Desk own = desk(ann_account_, "2006-05-20");
    EXPECT_EQ(change_line(own, ann_, direct_, day("2006-06-05"), some, "x").error().code,
              "people.not_allowed");
    EXPECT_TRUE(holds());
}

TEST_F(ChangeBudget, a_line_that_starts_later_promises_less) {
    const Money held = balance(AccountKind::held, "adult_social_care");
    Desk sees = desk(worker_, "2006-05-03");
    const auto shown = preview_start_later(sees, ann_, third_, day("2006-05-22"));
    ASSERT_EQ(code(shown), "");
    ASSERT_EQ(shown->change.deltas.size(), 1U);
    EXPECT_EQ(shown->change.deltas[0].difference(), Money::pence(-2 * 2000));
    Desk worker = desk(worker_, "2006-05-03");
    ASSERT_EQ(code(start_line_later(worker, ann_, third_, day("2006-05-22"), "The club was shut")),
              "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - Money::pence(2 * 2000));
    EXPECT_EQ(kept().find(third_)->plan.dates.from, day("2006-05-22"));
    EXPECT_TRUE(holds());
}

}  // namespace
}  // namespace casework
