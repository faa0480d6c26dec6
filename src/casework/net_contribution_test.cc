// A contribution that cannot be taken off what is paid in advance, or not all of it: it is on a
// bill every four weeks, never for a day after the last, never twice, and nothing of it is lost.
// The plan and its figures: four_ways_for_tests.h. Of social care an instalment of four weeks has
// £100.00 of help and £40.00 of the lift; a lift's other £20.00 are transport's.

#include "casework/four_ways_for_tests.h"
#include "casework/give_back_share.h"
#include "casework/invoice_contribution.h"
#include "casework/refund_contribution.h"
#include "store/due.h"

namespace casework {
namespace {

using budget::Holding;

class NetContribution : public FourWays {
protected:
    void charge(Money weekly, std::string_view on = "2006-09-25",
                budget::Collected collected = budget::Collected::net) {
        budget::ContributionTerm term;
        term.from = day(starts);
        term.weekly = weekly;
        term.collected = collected;
        Desk worker = desk(manager_, on);
        ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Worked out")),
                  "");
    }
    // Every day to the end and beyond, what is due falls due.
    void every_day(std::string_view from, std::string_view until) {
        for (Date on = day(from); on < day(until); on = on.plus_days(1)) {
            all_due(on.to_text());
        }
    }
    // "2006-10-30: 2006-10-02 to 2006-10-29, 24.00", in the order in which they were made.
    Lines bills() {
        Lines lines;
        for (const store::Invoice& each : store_->read(
                 [&](store::Snapshot& view) { return store::load_invoices_of(view, ann_); })) {
            EXPECT_EQ(each.stream, "adult_social_care");
            lines.push_back(each.issued_on.to_text() + ": " + each.period.from.to_text() + " to " +
                            each.period.last_day().to_text() + ", " + each.amount().to_text());
        }
        return lines;
    }
    Money billed() {
        Money sum;
        for (const store::Invoice& each : store_->read(
                 [&](store::Snapshot& view) { return store::load_invoices_of(view, ann_); })) {
            sum += each.amount();
        }
        return sum;
    }
    std::vector<RefundDue> refunds() {
        return store_->read([](store::Snapshot& view) { return refunds_due(view); });
    }
    // What was taken off payments in advance, less what changes took back.
    Money taken_off() {
        Money sum;
        for (const ledger::Entry& entry : entries()) {
            for (const ledger::Posting& posting : entry.postings()) {
                const bool is_share = entry.kind() == ledger::EntryKind::net_contribution ||
                                      entry.kind() == ledger::EntryKind::net_contribution_undone;
                sum += is_share && posting.account.kind == AccountKind::pool ? posting.amount
                                                                             : Money();
            }
        }
        return sum;
    }
};

// £6.00 a week. Nothing is paid in advance, so all of it is billed: 4 x £6.00 = £24.00, twice, and
// not £48.00 when the budget is over.
TEST_F(NetContribution, of_a_plan_that_the_council_manages_is_billed_every_four_weeks) {
    charge(pounds(6));
    plan(Holding::council_managed, Holding::council_managed);
    every_day(starts, "2006-12-04");
    EXPECT_EQ(bills(), (Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 24.00",
                              "2006-11-27: 2006-10-30 to 2006-11-26, 24.00"}));
    EXPECT_EQ(taken_off(), Money());
    EXPECT_TRUE(holds());
}

// £6.00 a week, £24.00 in four weeks. £100.00 and £40.00 share it as 5 to 2: £17.14 and £6.86. The
// fund is paid £100.00 + £60.00 - £24.00 = £136.00 each time and nothing is billed.
TEST_F(NetContribution, of_a_service_fund_comes_off_what_the_fund_is_paid) {
    charge(pounds(6));
    plan(Holding::individual_service_fund, Holding::individual_service_fund);
    EXPECT_EQ(all_due(starts).instalments_total, pounds(136));
    EXPECT_EQ(all_due(halfway).instalments_total, pounds(136));
    every_day(halfway, "2006-12-04");
    EXPECT_EQ(taken_off(), pounds(48));
    EXPECT_EQ(bills(), Lines());
    EXPECT_TRUE(holds());
}

// £42.00 a week is £6.00 a day and £168.00 in four weeks, more than the £140.00 of social care:
// £140.00 are taken off, so that transport's £20.00 alone are paid, and £28.00 are billed.
TEST_F(NetContribution, above_the_instalment_is_billed_for_what_the_instalment_has_not) {
    charge(pounds(42));
    plan(Holding::direct_payment, Holding::direct_payment);
    EXPECT_EQ(all_due(starts).instalments_total, pounds(20));
    every_day(starts, "2006-12-04");
    EXPECT_EQ(bills(), (Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 28.00",
                              "2006-11-27: 2006-10-30 to 2006-11-26, 28.00"}));
    EXPECT_EQ(taken_off(), pounds(280));
    EXPECT_EQ(taken_off() + billed(), pounds(8 * 42));
    EXPECT_TRUE(holds());
}

// £7.00 a week is £1.00 a day. £28.00 come off the £100.00 of help. Help ends after 17 October:
// five of eight visits came, £62.50, and of her share the same part is kept, £17.50. For those 16
// days she owes £16.00, so £1.50 too much was taken off. The 12 days to the end of the four weeks
// cost £12.00, and the bill is £12.00 - £1.50 = £10.50. The next four weeks are £28.00.
TEST_F(NetContribution, of_a_line_that_ends_in_mid_period_is_billed_for_the_days_left_and_no_more) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::council_managed);
    all_due(starts);
    paid(day(starts));
    EXPECT_EQ(taken_off(), pounds(28));
    Desk worker = desk(worker_, "2006-10-16");
    ASSERT_EQ(code(end_line(worker, ann_, help_, day("2006-10-18"), "She does not need it")), "");
    EXPECT_EQ(taken_off(), pence(1750));
    every_day("2006-10-16", "2006-12-04");
    EXPECT_EQ(bills(), (Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 10.50",
                              "2006-11-27: 2006-10-30 to 2006-11-26, 28.00"}));
    EXPECT_EQ(taken_off() + billed(), pounds(8 * 7));
    EXPECT_TRUE(holds());
}

// The same where the lift goes on as a direct payment. £28.00 are £20.00 of help and £8.00 of the
// lift; help keeps £62.50 of £100.00 and so £12.50 of her share. £12.50 + £8.00 = £20.50 are taken
// off and £7.50 billed. The next £28.00 come off the £40.00 of the lift.
TEST_F(NetContribution, taken_back_with_a_line_that_ends_is_billed_and_not_lost) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::direct_payment);
    all_due(starts);
    paid(day(starts));
    Desk worker = desk(worker_, "2006-10-16");
    ASSERT_EQ(code(end_line(worker, ann_, help_, day("2006-10-18"), "She does not need it")), "");
    EXPECT_EQ(taken_off(), pence(2050));
    every_day("2006-10-16", "2006-12-04");
    EXPECT_EQ(bills(), Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 7.50"});
    EXPECT_EQ(taken_off(), pence(2050 + 2800));
    EXPECT_EQ(taken_off() + billed(), pounds(8 * 7));
    EXPECT_TRUE(holds());
}

// Set on 9 October for days that were paid for: nothing was taken off. Help ends after 17 October.
// Four weeks at £7.00 are £28.00, all of them on the bill.
TEST_F(NetContribution, set_for_days_already_paid_is_billed_also_where_the_line_was_cut) {
    plan(Holding::direct_payment, Holding::council_managed);
    all_due(starts);
    paid(day(starts));
    charge(pounds(7), "2006-10-09");
    Desk worker = desk(worker_, "2006-10-16");
    ASSERT_EQ(code(end_line(worker, ann_, help_, day("2006-10-18"), "She does not need it")), "");
    every_day("2006-10-16", "2006-11-01");
    EXPECT_EQ(bills(), Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 28.00"});
    EXPECT_EQ(taken_off(), Money());
    EXPECT_TRUE(holds());
}

// £28.00 were taken off for the first four weeks before the council chose to bill her instead: for
// those four weeks nothing more is asked, and £28.00 are billed for the next.
TEST_F(NetContribution, taken_off_is_not_billed_again_when_the_council_bills_from_the_same_day) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::direct_payment);
    all_due(starts);
    paid(day(starts));
    charge(pounds(7), "2006-10-09", budget::Collected::gross);
    every_day("2006-10-09", "2006-12-04");
    EXPECT_EQ(bills(), Lines{"2006-11-27: 2006-10-30 to 2006-11-26, 28.00"});
    EXPECT_EQ(taken_off() + billed(), pounds(8 * 7));
    EXPECT_TRUE(holds());
}

// £1.00 a day. Four weeks were billed on 30 October, £28.00. On 1 November it is told that she died
// on 22 October: 21 days are £21.00, so £7.00 are taken off again.
TEST_F(NetContribution, billed_for_days_after_a_death_is_taken_off_again) {
    charge(pounds(7));
    plan(Holding::council_managed, Holding::council_managed);
    every_day(starts, "2006-11-01");
    EXPECT_EQ(billed(), pounds(28));
    Desk worker = desk(worker_, "2006-11-01");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-10-22"))), "");
    every_day("2006-11-01", "2006-12-04");
    EXPECT_EQ(billed(), pounds(21));
    const std::vector<OpenInvoice> open =
        store_->read([](store::Snapshot& view) { return open_invoices(view); });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().due, pounds(21));
    EXPECT_TRUE(holds());
}

// £6.00 a day, as above: £140.00 of £168.00 are taken off and £28.00 billed on 30 October. She died
// on 5 November. In that week social care pays two visits, £25.00, and £10.00 of a lift; of £42.00
// she owes £35.00 are taken off and £7.00 billed. The end waits, because £15.00 of the lifts to
// come are on their way to the bank: the bill is £7.00 all the same, and not £28.00.
TEST_F(NetContribution, is_billed_to_the_day_of_a_death_also_while_a_payment_is_on_its_way) {
    charge(pounds(42));
    plan(Holding::direct_payment, Holding::direct_payment);
    all_due(starts);
    paid(day(starts));
    ASSERT_EQ(code(reports(own_, day("2006-10-29"), pounds(20), "Lifts")), "");
    all_due(halfway);
    const PayRunId run = released(halfway);
    Desk worker = desk(worker_, "2006-11-06");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-11-05"))), "");
    const FellDue waits = all_due("2006-11-06");
    ASSERT_EQ(waits.exceptions.size(), 1U);
    EXPECT_EQ(waits.exceptions.front().code, "casework.payment_on_its_way");
    const Lines both = {"2006-10-30: 2006-10-02 to 2006-10-29, 28.00",
                        "2006-11-06: 2006-10-30 to 2006-11-05, 7.00"};
    EXPECT_EQ(bills(), both);
    ASSERT_EQ(code(import(reply(run, "2006-11-07"), "2006-11-07")), "");
    every_day("2006-11-07", "2006-12-04");
    EXPECT_EQ(bills(), both);
    EXPECT_EQ(taken_off(), pounds(175));
    EXPECT_EQ(taken_off() + billed(), pounds(5 * 42));
    EXPECT_TRUE(holds());
}

// £1.00 a day. Help ended after 29 October, so from then on nothing is paid in advance. She died on
// 11 November: 13 days of the second four weeks are £13.00.
TEST_F(NetContribution, of_days_without_a_payment_ends_with_a_death) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::council_managed);
    all_due(starts);
    paid(day(starts));
    Desk ends_it = desk(worker_, "2006-10-20");
    ASSERT_EQ(code(end_line(ends_it, ann_, help_, day(halfway), "She does not need it")), "");
    every_day("2006-10-20", "2006-11-13");
    Desk worker = desk(worker_, "2006-11-13");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-11-11"))), "");
    every_day("2006-11-13", "2006-12-04");
    EXPECT_EQ(bills(), Lines{"2006-11-13: 2006-10-30 to 2006-11-11, 13.00"});
    EXPECT_EQ(taken_off(), pounds(28));
    EXPECT_TRUE(holds());
}

// £28.00 were taken off, £20.00 of help and £8.00 of the lift. On 9 October £4.00 a week is found
// to be right from the start: £16.00, so £12.00 are given back and go out with the next payments.
// Of the second four weeks £16.00 are taken off.
TEST_F(NetContribution, kept_back_too_much_goes_out_with_the_next_payments_and_is_counted_once) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::direct_payment);
    all_due(starts);
    paid(day(starts));
    charge(pounds(4), "2006-10-09");
    all_due(halfway);
    ASSERT_EQ(refunds().size(), 1U);
    const RefundDue due = refunds().front();
    EXPECT_EQ(due.amount, pounds(12));
    EXPECT_EQ(due.of_shares, pounds(12));
    Desk finance = desk(preparer_, halfway);
    EXPECT_EQ(refund_contribution(finance, due.invoice, day(halfway), pence(1), "x").error().code,
              "casework.more_than_due");
    Desk own = desk(ann_account_, halfway);
    EXPECT_EQ(give_back_share(own, due.invoice).error().code, "people.not_allowed");
    const Money with_her = balance(AccountKind::paid_to_holder, "adult_social_care", own_);
    Desk gives = desk(preparer_, halfway);
    ASSERT_EQ(code(give_back_share(gives, due.invoice)), "");
    EXPECT_TRUE(refunds().empty());
    Desk again = desk(preparer_, halfway);
    EXPECT_EQ(give_back_share(again, due.invoice).error().code, "casework.no_refund_due");
    paid(day(halfway));
    // £12.00 and £140.00 - £16.00 = £124.00.
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              with_her + pounds(136));
    every_day(halfway, "2006-12-04");
    EXPECT_EQ(taken_off(), pounds(8 * 4));
    EXPECT_EQ(bills(), Lines{"2006-10-30: 2006-10-02 to 2006-10-29, -12.00"});
    EXPECT_TRUE(refunds().empty());
    EXPECT_TRUE(holds());
}

// As above, but after it was given back her sum is £7.00 again from the start: the £12.00 are asked
// for on a bill, and are not set against the bill below nought that was settled.
TEST_F(NetContribution, given_back_is_asked_again_in_full_when_the_sum_goes_up_again) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::direct_payment);
    all_due(starts);
    paid(day(starts));
    charge(pounds(4), "2006-10-09");
    all_due(halfway);
    Desk gives = desk(preparer_, halfway);
    ASSERT_EQ(code(give_back_share(gives, refunds().front().invoice)), "");
    // From the second four weeks on £16.00 were taken off, and £28.00 should have been.
    charge(pounds(7), "2006-11-06");
    every_day("2006-11-06", "2006-12-04");
    EXPECT_EQ(billed(), pounds(12));
    const std::vector<OpenInvoice> open =
        store_->read([](store::Snapshot& view) { return open_invoices(view); });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().due, pounds(24));
    EXPECT_EQ(taken_off() + open.front().due, pounds(8 * 7));
    EXPECT_TRUE(holds());
}

// £1.00 a day; £28.00 come off the £100.00 of help. She wants no support from 18 October on, so
// help keeps £62.50 and £17.50 of her share; 16 days are £16.00, and £1.50 is given back. It is for
// days before the end, so it is paid.
TEST_F(NetContribution, kept_back_for_a_visit_more_than_its_days_comes_back_after_the_end) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::council_managed);
    all_due(starts);
    paid(day(starts));
    Desk worker = desk(worker_, "2006-10-18");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::end, day("2006-10-18"))), "");
    every_day("2006-10-18", "2006-10-31");
    EXPECT_EQ(bills(), Lines{"2006-10-18: 2006-10-02 to 2006-10-17, -1.50"});
    ASSERT_EQ(refunds().size(), 1U);
    EXPECT_EQ(refunds().front().of_shares, pence(150));
    Desk gives = desk(preparer_, "2006-10-31");
    ASSERT_EQ(code(give_back_share(gives, refunds().front().invoice)), "");
    const Money with_her = balance(AccountKind::paid_to_holder, "adult_social_care", own_);
    paid(day("2006-10-31"));
    EXPECT_EQ(balance(AccountKind::paid_to_holder, "adult_social_care", own_),
              with_her + pence(150));
    every_day("2006-11-01", "2006-12-04");
    EXPECT_EQ(taken_off(), pounds(16));
    EXPECT_TRUE(refunds().empty());
    EXPECT_TRUE(holds());
}

// £1.00 a day, of help of £100.00 in four weeks. From 30 October on a second budget pays a visit a
// week besides, £50.00. The days are the first budget's: £28.00 and £28.00 come off its payments,
// nothing off the second's, and nothing is billed.
TEST_F(NetContribution, is_taken_once_for_days_of_two_budgets) {
    charge(pounds(7));
    plan(Holding::direct_payment, Holding::council_managed);
    Desk own = desk(ann_account_, "2006-10-09");
    const auto second = start_plan(own, ann_, {day(halfway), day(ends)});
    ASSERT_EQ(code(second), "");
    ASSERT_EQ(code(save_outcomes(own, ann_, *second, {"To be safe at night"})), "");
    PlanLineDraft draft;
    draft.offer = offer_;
    draft.frequency = {budget::Every::week, 1};
    draft.dates = {day(halfway), day(ends)};
    draft.holding = Holding::direct_payment;
    ASSERT_EQ(code(save_line(own, ann_, *second, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, ann_, *second)), "");
    Desk manager = desk(manager_, "2006-10-10");
    ASSERT_EQ(code(agree_plan(manager, ann_, *second, "It fits")), "");
    Desk accepts = desk(ann_account_, "2006-10-11");
    ASSERT_EQ(code(accept_plan(accepts, ann_, *second)), "");
    all_due(starts);
    EXPECT_EQ(all_due(halfway).instalments_total, pounds(100 - 28 + 50));
    every_day(halfway, "2006-12-04");
    EXPECT_EQ(taken_off(), pounds(8 * 7));
    EXPECT_EQ(bills(), Lines());
    EXPECT_TRUE(holds());
}

// Billed £1.00 a day. The second budget is from 13 November to 10 December; its first two weeks are
// the first budget's last, so its bill is for the other two, £14.00.
TEST_F(NetContribution, billed_is_billed_once_for_days_of_two_budgets) {
    charge(pounds(7), "2006-09-25", budget::Collected::gross);
    plan(Holding::council_managed, Holding::council_managed);
    Desk own = desk(ann_account_, "2006-10-09");
    const auto second = start_plan(own, ann_, {day("2006-11-13"), day("2006-12-11")});
    ASSERT_EQ(code(second), "");
    ASSERT_EQ(code(save_outcomes(own, ann_, *second, {"To be safe at night"})), "");
    PlanLineDraft draft;
    draft.offer = offer_;
    draft.frequency = {budget::Every::week, 1};
    draft.dates = {day("2006-11-13"), day("2006-12-11")};
    draft.holding = Holding::council_managed;
    ASSERT_EQ(code(save_line(own, ann_, *second, draft, {})), "");
    ASSERT_EQ(code(send_plan(own, ann_, *second)), "");
    Desk manager = desk(manager_, "2006-10-10");
    ASSERT_EQ(code(agree_plan(manager, ann_, *second, "It fits")), "");
    Desk accepts = desk(ann_account_, "2006-10-11");
    ASSERT_EQ(code(accept_plan(accepts, ann_, *second)), "");
    every_day(starts, "2006-12-18");
    // Ten weeks from 2 October to 10 December; the last two are the second budget's alone.
    EXPECT_EQ(bills(), (Lines{"2006-10-30: 2006-10-02 to 2006-10-29, 28.00",
                              "2006-11-27: 2006-10-30 to 2006-11-26, 28.00",
                              "2006-12-11: 2006-11-13 to 2006-12-10, 14.00"}));
    EXPECT_TRUE(holds());
}

}  // namespace
}  // namespace casework
