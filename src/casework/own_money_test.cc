// An order that costs more than her funds pay, with her own money beside theirs.

#include "casework/own_money.h"

#include "casework/finance_for_tests.h"
#include "store/own_parts.h"

namespace casework {
namespace {

using ledger::AccountKind;

// Ann has £600.00 of social care free for what the council manages: 24 weeks of £25.00.
class OwnMoney : public FinanceCouncil {
protected:
    void SetUp() override {
        FinanceCouncil::SetUp();
        acorn_ = store_->read([&](store::Snapshot& view) {
            return store::find_payee_of_provider(view, provider_)->id;
        });
    }
    market::Order visits(std::int64_t quantity) {
        market::Order order;
        order.quantity = quantity;
        order.dates = {day("2006-05-08"), day("2006-10-23")};
        order.line = council_;
        return order;
    }
    Result<PurchaseId> bought(std::int64_t quantity, std::int64_t own_pence) {
        Desk own = desk(ann_account_, "2006-05-08");
        return buy_support(own, ann_, offer_, visits(quantity), Money::pence(own_pence));
    }
    Money own_balance(AccountKind kind, PayeeId payee = {}) { return balance(kind, "", payee); }

    PayeeId acorn_;
};

TEST_F(OwnMoney, the_funds_pay_all_they_can_and_she_adds_exactly_the_rest) {
    // 50 visits at 12.50 are 625.00, which is 25.00 more than is free.
    Desk asks = desk(ann_account_, "2006-05-08");
    const auto preview = preview_order(asks, ann_, offer_, visits(50));
    ASSERT_EQ(code(preview), "");
    EXPECT_EQ(preview->own, Money::pence(2500));
    EXPECT_EQ(ledger::total(preview->portions), Money::pence(60000));
    EXPECT_EQ(bought(50, 0).error().code, "budget.not_enough");
    EXPECT_EQ(bought(50, 2400).error().code, "casework.own_part_changed");
    EXPECT_EQ(bought(50, 2600).error().code, "casework.own_part_changed");
    EXPECT_EQ(bought(48, 100).error().code, "casework.own_part_changed");  // 600.00: all is paid
    const auto order = bought(50, 2500);
    ASSERT_EQ(code(order), "");
    EXPECT_EQ(balance(AccountKind::available, "adult_social_care"), Money());
    // Her own money is not promised by anybody: nothing of it moved yet.
    EXPECT_EQ(own_balance(AccountKind::own_money), Money());

    Desk pat = desk(provider_account_, "2006-05-09");
    ASSERT_EQ(code(accept_order(pat, provider_, *order)), "");
    Money settled;
    Money added;
    // Three visits, then 46, then the last: 1.50, 23.00 and 0.50 of hers.
    for (const auto& [count, hers] : {std::pair{3, 150}, {46, 2300}, {1, 50}}) {
        market::DeliveryReport report;
        report.on = day("2006-05-09");
        report.quantity = count;
        const auto reported = report_delivery(pat, provider_, *order, report);
        ASSERT_EQ(code(reported), "");
        Desk says = desk(ann_account_, "2006-05-09");
        ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
        settled += Money::pence(count * 1250 - hers);
        added += Money::pence(hers);
        EXPECT_EQ(balance(AccountKind::owed, "adult_social_care", acorn_), settled);
        EXPECT_EQ(own_balance(AccountKind::spent, acorn_), added);
        EXPECT_EQ(own_balance(AccountKind::own_money), -added);
        EXPECT_EQ(own_balance(AccountKind::top_up), Money());
    }
    EXPECT_EQ(settled, Money::pence(60000));
    EXPECT_EQ(added, Money::pence(2500));
    // The council pays its part alone.
    EXPECT_EQ(kept_run(released("2006-05-10")).total(), Money::pence(60000));
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoney, stands_apart_on_her_statement_and_on_no_stream_s) {
    const auto order = bought(50, 2500);
    ASSERT_EQ(code(order), "");
    Desk pat = desk(provider_account_, "2006-05-09");
    ASSERT_EQ(code(accept_order(pat, provider_, *order)), "");
    market::DeliveryReport report;
    report.on = day("2006-05-09");
    report.quantity = 50;
    const auto reported = report_delivery(pat, provider_, *order, report);
    Desk says = desk(ann_account_, "2006-05-09");
    ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
    const auto statement = see_statement(says, ann_, {day("2006-05-09"), day("2006-05-10")});
    ASSERT_EQ(code(statement), "");
    const ledger::StreamFigures& own = statement->statement.streams.front();
    EXPECT_EQ(own.stream, "");
    EXPECT_EQ(own.moved.added, Money::pence(2500));
    EXPECT_EQ(own.moved.spent, Money::pence(2500));
    Desk finance = desk(preparer_, "2006-05-10");
    const auto care =
        see_stream_account(finance, "adult_social_care", {day("2006-05-09"), day("2006-05-10")});
    EXPECT_EQ(care->statement.moved.people.added, Money());
    EXPECT_EQ(care->statement.at_end.people.owed, Money::pence(60000));
    Desk looks = desk(ann_account_, "2006-05-10");
    EXPECT_EQ(see_order(looks, ann_, *order)->own, Money::pence(2500));
    EXPECT_EQ(see_provider_orders(pat, provider_)->front().own, Money::pence(2500));
    EXPECT_EQ(see_provider_orders(pat, provider_)->front().paid, Money());
    // A confirmation that was a mistake takes her part back too.
    Desk worker = desk(worker_, "2006-05-11");
    ASSERT_EQ(code(correct_delivery(worker, ann_, *reported, "It was another street")), "");
    EXPECT_EQ(own_balance(AccountKind::spent, acorn_), Money());
    EXPECT_EQ(own_balance(AccountKind::own_money), Money());
    EXPECT_TRUE(holds());
}

TEST_F(OwnMoney, is_refused_where_a_fund_that_pays_forbids_it) {
    // Housing support is paid by Supporting People, of which nothing is free: no fund pays a part.
    Desk pat = desk(provider_account_);
    market::Offer offer;
    offer.what = "Help with letters";
    offer.purpose = "housing_support";
    offer.unit = market::Unit::visit;
    offer.price = Money::pence(6000);
    offer.from = day("2006-04-01");
    const auto letters = save_offer(pat, provider_, offer);
    ASSERT_EQ(code(letters), "");
    Desk own = desk(ann_account_, "2006-05-08");
    market::Order order = visits(1);
    order.line = housing_;
    EXPECT_EQ(buy_support(own, ann_, *letters, order, Money::pence(6000)).error().code,
              "casework.top_up_alone");
    EXPECT_EQ(preview_order(own, ann_, *letters, order).error().code, "budget.not_enough");
    // With a part of it free, the fund's own rule counts.
    ASSERT_EQ(code(store_->write([&](store::Tx& tx) -> Outcome {
                  ledger::Act entry;
                  entry.on = day("2006-05-08");
                  entry.year = CouncilYear::of(entry.on);
                  entry.cause = "award:test";
                  entry.person = ann_;
                  TRY(const ledger::Entry award,
                      ledger::award(entry, "supporting_people", Money::pence(1000)));
                  return store::append(tx, award);
              })),
              "");
    const auto refused = buy_support(own, ann_, *letters, order, Money::pence(5000));
    EXPECT_EQ(refused.error().code, "casework.top_up_not_allowed");
    EXPECT_NE(refused.error().message.find("Supporting People"), std::string::npos);
    EXPECT_EQ(preview_order(own, ann_, *letters, order).error().code, "budget.not_enough");
}

TEST(OwnPart, of_all_deliveries_adds_up_wherever_it_is_cut) {
    const Money own = Money::pence(1001);
    for (std::int64_t cut = 1; cut < 7; ++cut) {
        EXPECT_EQ(own_part_of(own, 7, 0, cut) + own_part_of(own, 7, cut, 7 - cut), own);
    }
}

}  // namespace
}  // namespace casework
