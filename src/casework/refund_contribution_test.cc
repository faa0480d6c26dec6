// What a person paid too much of her contribution, and how it comes back to her.

#include "casework/refund_contribution.h"

#include "casework/finance_for_tests.h"
#include "casework/invoice_contribution.h"
#include "casework/pay_in.h"

namespace casework {
namespace {

class Refund : public FinanceCouncil {
protected:
    void set(std::int64_t weekly_pence, std::string_view on) {
        Desk worker = desk(worker_, on);
        budget::ContributionTerm term;
        term.from = day(first_day);
        term.weekly = Money::pence(weekly_pence);
        term.collected = budget::Collected::gross;
        ASSERT_EQ(code(set_contribution(worker, ann_, "adult_social_care", term, "Means test")),
                  "");
    }
    std::vector<OpenInvoice> open() {
        return store_->read([](store::Snapshot& view) { return open_invoices(view); });
    }
    std::vector<RefundDue> due() {
        return store_->read([](store::Snapshot& view) { return refunds_due(view); });
    }
    Outcome paid_back(InvoiceId invoice, std::int64_t pence, std::string_view on = "2006-07-10") {
        Desk finance = desk(preparer_, "2006-07-10");
        return refund_contribution(finance, invoice, day(on), Money::pence(pence), "Cheque 7");
    }
};

// £10.00 a week for four weeks is £40.00, which she pays. Then it is found that £4.00 a week was
// right from the start: eight weeks ask £32.00, so £8.00 of the £40.00 comes back to her.
TEST_F(Refund, a_bill_below_nought_is_paid_back_once_and_no_more_than_is_due) {
    set(1000, "2006-05-08");
    all_due("2006-06-05");
    ASSERT_EQ(open().size(), 1U);
    EXPECT_EQ(open().front().due, Money::pence(4000));
    EXPECT_TRUE(due().empty());
    Desk finance = desk(preparer_, "2006-06-10");
    ASSERT_EQ(code(receive_payment(finance, open().front().invoice.id, day("2006-06-10"),
                                   Money::pence(4000), "Cheque 1")),
              "");
    set(400, "2006-06-20");
    all_due("2006-07-03");
    EXPECT_TRUE(open().empty());
    ASSERT_EQ(due().size(), 1U);
    const RefundDue refund = due().front();
    EXPECT_EQ(refund.amount, Money::pence(800));
    EXPECT_EQ(paid_back(refund.invoice, 801).error().code, "casework.more_than_due");
    EXPECT_EQ(paid_back(refund.invoice, 0).error().code, "ledger.not_positive");
    EXPECT_EQ(paid_back(refund.invoice, 800, "2006-07-11").error().code, "casework.day_ahead");
    EXPECT_EQ(paid_back(InvoiceId{1, 2}, 800).error().code, "casework.no_refund_due");
    ASSERT_EQ(code(paid_back(refund.invoice, 300)), "");
    EXPECT_EQ(due().front().amount, Money::pence(500));
    ASSERT_EQ(code(paid_back(refund.invoice, 500)), "");
    EXPECT_TRUE(due().empty());
    EXPECT_TRUE(open().empty());
    EXPECT_EQ(paid_back(refund.invoice, 1).error().code, "casework.no_refund_due");
    EXPECT_EQ(balance(ledger::AccountKind::charge_paid, ""), Money::pence(3200));
    EXPECT_EQ(balance(ledger::AccountKind::own_money, ""), Money::pence(-3200));
    EXPECT_TRUE(holds());
    Desk own = desk(ann_account_, "2006-07-10");
    EXPECT_EQ(refund_contribution(own, refund.invoice, day("2006-07-10"), Money::pence(1), "x")
                  .error()
                  .code,
              "people.not_allowed");
}

TEST_F(Refund, what_was_never_paid_is_taken_off_the_bills_and_not_paid_back) {
    set(1000, "2006-05-08");
    all_due("2006-06-05");
    set(0, "2006-06-20");
    all_due("2006-07-03");
    EXPECT_TRUE(open().empty());
    EXPECT_TRUE(due().empty());
}

}  // namespace
}  // namespace casework
