// From what is owed to a released file, on a real book.

#include "casework/finance_for_tests.h"

namespace casework {
namespace {

using ledger::AccountKind;

class PayRun : public FinanceCouncil {};

Money pounds(std::int64_t whole) {
    return Money::pence(whole * 100);
}

TEST_F(PayRun, instalments_fall_due_once_however_often_they_are_asked_for) {
    EXPECT_EQ(all_due("2006-05-07").instalments, 0U);
    const FellDue first = all_due(first_day);
    EXPECT_EQ(first.instalments, 4U);
    EXPECT_EQ(first.instalments_total, pounds(160 + 120 + 80 + 60));
    EXPECT_TRUE(first.exceptions.empty());
    EXPECT_EQ(all_due(first_day).instalments, 0U);
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", own_), pounds(160));
    EXPECT_EQ(balance(AccountKind::owed, "supporting_people", own_), pounds(60));
    // Days nobody asked on are made up for: weeks 5, 9 and 13.
    EXPECT_EQ(all_due("2006-08-01").instalments, 3U * 4U);
}

TEST_F(PayRun, what_is_owed_is_told_thing_by_thing_and_sums_to_the_balances) {
    all_due(first_day);
    delivered(2, "2006-05-09");
    const std::vector<payments::OwedLine> lines =
        store_->read([](store::Snapshot& view) { return owed_lines(view); });
    EXPECT_EQ(lines.size(), 5U);
    Money sum;
    for (const payments::OwedLine& line : lines) {
        sum += line.amount;
    }
    EXPECT_EQ(sum, pounds(420 + 25));
}

TEST_F(PayRun, a_second_person_releases_and_the_file_has_the_same_bytes_for_ever) {
    all_due(first_day);
    delivered(2, "2006-05-09");
    const PayRunId run = prepared("2006-05-10");
    Desk same = desk(preparer_, "2006-05-10");
    EXPECT_EQ(code(release_run(same, run)).substr(0, 18), "people.not_allowed");
    Desk before = desk(preparer_, "2006-05-10");
    EXPECT_EQ(see_bank_file(before, run).error().code, "payments.not_released");
    Desk second = desk(releaser_, "2006-05-10");
    ASSERT_EQ(code(release_run(second, run)), "");
    EXPECT_EQ(kept_run(run).total(), pounds(445));
    EXPECT_EQ(kept_run(run).count(), 4U);
    Desk now = desk(preparer_, "2006-05-10");
    const auto file = see_bank_file(now, run);
    ASSERT_EQ(code(file), "");
    EXPECT_EQ(payments::pain001(kept_run(run))->bytes, file->bytes);
    all_due("2006-06-05");
    released("2006-06-05");
    Desk later = desk(preparer_, "2007-01-05");
    EXPECT_EQ(see_bank_file(later, run)->bytes, file->bytes);
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", own_), Money());
    Desk again = desk(releaser_, "2006-06-06");
    EXPECT_EQ(release_run(again, run).error().code, "payments.not_prepared");
}

TEST_F(PayRun, who_prepared_cannot_release_through_another_account_or_role) {
    all_due(first_day);
    const PayRunId run = prepared(first_day);
    // The same member of staff is given the other role, which nobody should do.
    const Outcome given = store_->write([&](store::Tx& tx) -> Outcome {
        tx.run("update staff set roles = 'finance;finance_release' where name = 'Fin Prior'");
        return Done{};
    });
    ASSERT_EQ(code(given), "");
    Desk same = desk(preparer_, first_day);
    EXPECT_EQ(release_run(same, run).error().code, "payments.same_person");
}

TEST_F(PayRun, one_run_waits_at_a_time_and_one_that_is_given_up_leaves_nothing) {
    all_due(first_day);
    const std::size_t before = entries().size();
    const PayRunId run = prepared(first_day);
    Desk again = desk(preparer_, first_day);
    EXPECT_EQ(prepare_run(again, day(first_day)).error().code, "casework.run_waiting");
    Desk gives_up = desk(preparer_, first_day);
    ASSERT_EQ(code(cancel_run(gives_up, run)), "");
    EXPECT_EQ(entries().size(), before);
    EXPECT_EQ(kept_run(released(first_day)).total(), pounds(420));
}

TEST_F(PayRun, without_confirmed_details_a_line_is_stopped_and_stays_owed) {
    all_due(first_day);
    Desk jo = desk(jo_account_, first_day);
    const auto changed = change_holder_bank_details(jo, jo_, account("20000003", "J Field"));
    ASSERT_EQ(code(changed), "");
    const PayRunId run = released(first_day);
    EXPECT_EQ(kept_run(run).total(), pounds(340));
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", jo_), pounds(80));
    Desk second = desk(releaser_, "2006-05-09");
    ASSERT_EQ(code(confirm_bank_details(second, *changed)), "");
    EXPECT_EQ(kept_run(released("2006-05-09")).total(), pounds(80));
}

TEST_F(PayRun, details_changed_after_the_preparation_stop_that_line_alone) {
    all_due(first_day);
    const PayRunId run = prepared(first_day);
    give_account(own_, "30000001", first_day);
    Desk sees = desk(releaser_, first_day);
    const auto view = see_run(sees, run);
    ASSERT_EQ(code(view), "");
    ASSERT_EQ(view->summary.stopped.size(), 2U);  // her two lines
    EXPECT_EQ(view->summary.stopped[0].reason, payments::StopReason::details_changed);
    EXPECT_TRUE(view->may_release);
    Desk second = desk(releaser_, first_day);
    ASSERT_EQ(code(release_run(second, run)), "");
    EXPECT_EQ(kept_run(run).total(), pounds(200));
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", own_), pounds(160));
    EXPECT_EQ(kept_run(released("2006-05-09")).total(), pounds(220));
}

TEST_F(PayRun, a_change_waits_for_a_second_person_and_nobody_confirms_their_own) {
    Desk worker = desk(worker_);
    EXPECT_EQ(change_bank_details(worker, ann_, own_, account("30000001", "W Ray")).error().code,
              "people.not_allowed");
    Desk own = desk(ann_account_);
    const auto changed = change_bank_details(own, ann_, own_, account("30000001", "A Ashe"));
    ASSERT_EQ(code(changed), "");
    Desk finance = desk(preparer_);
    EXPECT_EQ(confirm_bank_details(finance, *changed).error().code, "people.not_allowed");
    Desk sees = desk(releaser_);
    const auto waiting = see_waiting_details(sees);
    ASSERT_EQ(waiting->size(), 1U);
    EXPECT_EQ(waiting->front().details.in_use->account.number.digits(), "10000001");
    Desk second = desk(releaser_);
    ASSERT_EQ(code(refuse_bank_details(second, *changed, "The bank does not know it")), "");
    all_due(first_day);
    EXPECT_EQ(kept_run(released(first_day)).total(), pounds(420));  // to the account before
}

TEST_F(PayRun, a_death_stops_what_is_for_later_days_and_the_rest_is_worked_out) {
    all_due(first_day);
    delivered(2, "2006-05-09");
    const PayRunId run = prepared("2006-05-10");
    Desk worker = desk(worker_, "2006-05-22");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-05-21"))), "");
    Desk second = desk(releaser_, "2006-05-22");
    ASSERT_EQ(code(release_run(second, run)), "");
    // Only the visits of 9 May are paid; the instalments ran to 4 June.
    EXPECT_EQ(kept_run(run).total(), pounds(25));
    const FellDue after = all_due("2006-05-23");
    EXPECT_EQ(after.ended_budgets, 1U);
    EXPECT_TRUE(after.exceptions.empty());
    EXPECT_EQ(all_due("2006-06-30").ended_budgets, 0U);
    // Two of the four weeks stay owed: 8 to 21 May.
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", own_), pounds(80));
    EXPECT_EQ(balance(AccountKind::owed, "supporting_people", own_), pounds(30));
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_EQ(all_due("2006-07-30").instalments, 0U);
    EXPECT_EQ(kept_run(released("2006-07-30")).total(), pounds(80 + 60 + 40 + 30));
}

// What a line was paid in all its forms, and is owed: the whole of its 24 weeks, once.
TEST_F(PayRun, a_change_of_form_in_mid_period_neither_misses_nor_doubles_a_payment) {
    all_due(first_day);
    const PayRunId first = released(first_day);
    ASSERT_EQ(code(import(reply(first, "2006-05-09"), "2006-05-09")), "");
    // From the third week on the trust holds what Ann held.
    Desk worker = desk(worker_, "2006-05-15");
    ASSERT_EQ(code(change_holding(worker, ann_, direct_, day("2006-05-22"),
                                  budget::Holding::individual_service_fund, trust_)),
              "");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), pounds(80));
    for (Date on = day("2006-05-22"); on < day(day_after); on = on.plus_days(1)) {
        all_due(on.to_text());
    }
    const PayRunId rest = released(day_after);
    ASSERT_EQ(code(import(reply(rest, "2006-10-24"), "2006-10-24")), "");
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), pounds(2 * 40));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", trust_),
              pounds(22 * 40 + 24 * 30));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", jo_), pounds(24 * 20));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "supporting_people", own_), pounds(24 * 15));
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), Money());
    EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", trust_), Money());
}

class AfterTheEnd : public FinanceCouncil {
protected:
    PurchaseId ordered(std::int64_t visits, std::string_view from, std::string_view until) {
        Desk own = desk(ann_account_, from);
        market::Order order;
        order.quantity = visits;
        order.dates = {day(from), day(until)};
        order.line = council_;
        const auto placed = buy_support(own, ann_, offer_, order);
        EXPECT_EQ(code(placed), "");
        Desk pat = desk(provider_account_, from);
        EXPECT_EQ(code(accept_order(pat, provider_, *placed)), "");
        return *placed;
    }
    DeliveryId reported(PurchaseId order, std::int64_t visits, std::string_view on) {
        Desk pat = desk(provider_account_, on);
        market::DeliveryReport report;
        report.on = day(on);
        report.quantity = visits;
        const auto made = report_delivery(pat, provider_, order, report);
        EXPECT_EQ(code(made), "");
        return *made;
    }
    market::PurchaseStatus status(PurchaseId order) {
        return store_->read(
            [&](store::Snapshot& view) { return store::find_purchase(view, order)->status; });
    }
    Money pool() {
        return store_->read([](store::Snapshot& view) {
            return store::load_balance(view, {AccountKind::pool, "adult_social_care", {}, {}});
        });
    }
};

TEST_F(AfterTheEnd, what_was_not_used_goes_back_to_its_stream_and_does_not_stay_with_her) {
    const PurchaseId order = ordered(4, "2006-10-16", "2006-10-23");
    const Money pool_before = pool();
    EXPECT_EQ(all_due("2006-10-22").given_back, Money());
    // The order is open: something may still draw on the money.
    EXPECT_EQ(all_due(day_after).given_back, Money());
    Desk own = desk(ann_account_, "2006-10-25");
    ASSERT_EQ(code(close_order(own, ann_, order)), "");
    EXPECT_EQ(all_due("2006-10-26").given_back, pounds(24 * 25));
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), Money());
    EXPECT_EQ(pool(), pool_before + pounds(24 * 25));
    EXPECT_EQ(all_due("2006-10-27").given_back, Money());
    Desk sees = desk(ann_account_, "2006-10-27");
    const auto statement = see_statement(sees, ann_, {day("2006-10-26"), day("2006-10-27")});
    ASSERT_EQ(code(statement), "");
    ASSERT_EQ(statement->statement.lines.size(), 1U);
    EXPECT_EQ(statement->statement.lines[0].words, "Not used, so it went back to who pays");
    EXPECT_EQ(statement->statement.lines[0].amount, pounds(600));
    EXPECT_TRUE(holds());
}

TEST_F(AfterTheEnd, a_death_ends_open_orders_and_keeps_what_waits_for_an_answer) {
    const PurchaseId order = ordered(10, "2006-05-15", "2006-06-12");
    const PurchaseId over = ordered(1, "2006-05-10", "2006-05-12");
    const DeliveryId visit = reported(order, 2, "2006-05-16");
    const Money held = balance(AccountKind::held, "adult_social_care");
    Desk worker = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-05-18"))), "");
    EXPECT_EQ(status(order), market::PurchaseStatus::closed);
    EXPECT_EQ(status(over), market::PurchaseStatus::accepted);
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - pounds(100));
    // The two visits that were reported are answered: one settles, a mistake is freed.
    Desk answers = desk(ann_account_, "2006-05-21");
    ASSERT_EQ(code(confirm_delivery(answers, ann_, visit)), "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - pounds(125));
    Desk corrects = desk(worker_, "2006-05-22");
    ASSERT_EQ(code(correct_delivery(corrects, ann_, visit, "It was another street")), "");
    EXPECT_EQ(balance(AccountKind::held, "adult_social_care"), held - pounds(125));
    EXPECT_TRUE(holds());
}

TEST_F(AfterTheEnd,
       nothing_is_paid_for_days_after_a_death_and_what_was_paid_is_a_dated_difference) {
    all_due(first_day);
    const PayRunId run = released(first_day);
    ASSERT_EQ(code(import(reply(run, first_day), first_day)), "");
    Desk worker = desk(worker_, "2006-05-20");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-05-14"))), "");
    const FellDue done = all_due("2006-06-06");
    EXPECT_EQ(done.ended_budgets, 1U);
    EXPECT_EQ(done.instalments, 0U);
    // Of four weeks at 40.00 one week is hers; three come back to the stream, dated.
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_), pounds(40));
    Money back;
    for (const ledger::Entry& entry : entries()) {
        if (entry.kind() == ledger::EntryKind::recover && entry.facts().line == direct_) {
            EXPECT_EQ(entry.on(), day("2006-06-06"));
            back += entry.amount();
        }
    }
    EXPECT_EQ(back, pounds(120));
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), Money());
    EXPECT_TRUE(holds());
}

}  // namespace
}  // namespace casework
