#include "casework/buy_support.h"

#include "casework/finance_for_tests.h"

namespace casework {
namespace {

using ledger::AccountKind;
using market::DeliveryStatus;
using market::PurchaseStatus;

class BuySupport : public FinanceCouncil {
protected:
    market::Order visits(std::int64_t count) {
        market::Order order;
        order.quantity = count;
        order.dates = {day("2006-05-08"), day("2006-05-15")};
        order.line = council_;
        return order;
    }
    PurchaseId placed(std::int64_t count) {
        Desk own = desk(ann_account_, "2006-05-08");
        const auto order = buy_support(own, ann_, offer_, visits(count));
        EXPECT_EQ(code(order), "");
        return order.value_or(PurchaseId{});
    }
    void accept(PurchaseId order) {
        Desk pat = desk(provider_account_, "2006-05-08");
        ASSERT_EQ(code(accept_order(pat, provider_, order)), "");
    }
    DeliveryId reported(PurchaseId order, std::int64_t count) {
        Desk pat = desk(provider_account_, "2006-05-10");
        market::DeliveryReport report;
        report.on = day("2006-05-09");
        report.quantity = count;
        const auto made = report_delivery(pat, provider_, order, report);
        EXPECT_EQ(code(made), "");
        return made.value_or(DeliveryId{});
    }
    Desk ann_at(std::string_view on) { return desk(ann_account_, on); }
    market::Purchase kept(PurchaseId order) {
        return *store_->read(
            [&](store::Snapshot& view) { return store::find_purchase(view, order); });
    }
    Money free_money() { return balance(AccountKind::available, "adult_social_care"); }
    Money owed() {
        const PayeeId payee = store_->read([&](store::Snapshot& view) {
            return store::find_payee_of_provider(view, provider_)->id;
        });
        return balance(AccountKind::owed, "adult_social_care", payee);
    }
};

TEST_F(BuySupport, holds_the_price_at_once_and_only_a_yes_makes_a_debt) {
    const Money before = free_money();
    const PurchaseId order = placed(4);
    EXPECT_EQ(free_money(), before - Money::pence(5000));
    accept(order);
    const DeliveryId first = reported(order, 3);
    EXPECT_EQ(owed(), Money());
    Desk own = ann_at("2006-05-11");
    ASSERT_EQ(code(confirm_delivery(own, ann_, first)), "");
    EXPECT_EQ(owed(), Money::pence(3750));
    EXPECT_EQ(kept(order).status, PurchaseStatus::part_delivered);
    // What will not come is free again.
    Desk closing = ann_at("2006-05-16");
    ASSERT_EQ(code(close_order(closing, ann_, order)), "");
    EXPECT_EQ(free_money(), before - Money::pence(3750));
}

TEST_F(BuySupport, the_preview_says_what_the_order_then_costs) {
    Desk own = ann_at("2006-05-08");
    const auto preview = preview_order(own, ann_, offer_, visits(4));
    ASSERT_EQ(code(preview), "");
    EXPECT_EQ(preview->purchase.amount(), Money::pence(5000));
    ASSERT_EQ(preview->portions.size(), 1U);
    EXPECT_EQ(preview->portions[0].stream, "adult_social_care");
    EXPECT_EQ(preview->left_before, free_money());
}

TEST_F(BuySupport, more_than_is_left_is_refused_and_nothing_changes) {
    const Money before = free_money();
    Desk own = ann_at("2006-05-08");
    const auto refused = buy_support(own, ann_, offer_, visits(1000));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "budget.not_enough");
    EXPECT_EQ(free_money(), before);
    Desk looking = ann_at("2006-05-08");
    EXPECT_TRUE(see_orders(looking, ann_)->empty());
}

TEST_F(BuySupport, a_double_click_is_one_order) {
    const Money before = free_money();
    Desk own = ann_at("2006-05-08");
    own.request = own.new_id<RequestId>();
    own.fingerprint = "4 visits";
    Desk again = ann_at("2006-05-08");
    again.request = own.request;
    again.fingerprint = "4 visits";
    const auto first = buy_support(own, ann_, offer_, visits(4));
    const auto second = buy_support(again, ann_, offer_, visits(4));
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(free_money(), before - Money::pence(5000));
}

TEST_F(BuySupport, a_declined_order_frees_the_money) {
    const Money before = free_money();
    const PurchaseId order = placed(4);
    Desk pat = desk(provider_account_, "2006-05-09");
    ASSERT_EQ(code(decline_order(pat, provider_, order, "Nobody is free")), "");
    EXPECT_EQ(free_money(), before);
    EXPECT_EQ(kept(order).status, PurchaseStatus::declined);
    Desk twice = desk(provider_account_, "2006-05-09");
    EXPECT_EQ(decline_order(twice, provider_, order, "Again").error().code,
              "market.status_not_allowed");
}

TEST_F(BuySupport, a_no_and_a_disagreement_keep_the_money_and_her_words) {
    const PurchaseId order = placed(4);
    accept(order);
    const DeliveryId refused = reported(order, 1);
    const DeliveryId disputed = reported(order, 1);
    Desk own = ann_at("2006-05-11");
    EXPECT_EQ(refuse_delivery(own, ann_, refused, "").error().code, "casework.reasons_missing");
    ASSERT_EQ(code(refuse_delivery(own, ann_, refused, "Nobody came")), "");
    ASSERT_EQ(code(dispute_delivery(own, ann_, disputed, "They left early")), "");
    EXPECT_EQ(owed(), Money());
    Desk looking = ann_at("2006-05-11");
    const auto view = see_order(looking, ann_, order);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->deliveries[0].answer + view->deliveries[1].answer,
              "Nobody cameThey left early");
    // The rest of the order goes on; only ending it waits for the disagreement.
    Desk closing = ann_at("2006-05-12");
    EXPECT_EQ(cancel_order(closing, ann_, order).error().code, "market.delivery_waiting");
}

TEST_F(BuySupport, a_confirmation_made_by_mistake_is_taken_back_by_a_reversal) {
    const PurchaseId order = placed(4);
    accept(order);
    const DeliveryId delivery = reported(order, 4);
    Desk own = ann_at("2006-05-11");
    ASSERT_EQ(code(confirm_delivery(own, ann_, delivery)), "");
    Desk worker = desk(worker_, "2006-05-12");
    EXPECT_EQ(correct_delivery(worker, ann_, delivery, " ").error().code,
              "casework.reasons_missing");
    Desk mending = desk(worker_, "2006-05-12");
    ASSERT_EQ(code(correct_delivery(mending, ann_, delivery, "It was the week before")), "");
    EXPECT_EQ(owed(), Money());
    EXPECT_EQ(entries().back().kind(), ledger::EntryKind::reversal);
}

TEST_F(BuySupport, nobody_else_s_order_or_delivery_can_be_touched) {
    const PurchaseId order = placed(2);
    accept(order);
    const DeliveryId delivery = reported(order, 1);
    NewRecord record = ann();
    record.name = "Joe Brook";
    const PersonId joe = start(record);
    Desk joes = desk(account_of(joe), "2006-05-11");
    EXPECT_EQ(confirm_delivery(joes, ann_, delivery).error().code, "people.not_allowed");
    EXPECT_EQ(confirm_delivery(joes, joe, delivery).error().code, "market.delivery_unknown");
    EXPECT_EQ(see_order(joes, joe, order).error().code, "market.order_unknown");
    EXPECT_EQ(cancel_order(joes, joe, order).error().code, "market.order_unknown");
    Desk pat = desk(provider_account_, "2006-05-11");
    EXPECT_EQ(accept_order(pat, provider_, PurchaseId{1, 2}).error().code, "market.order_unknown");
    EXPECT_EQ(withdraw_delivery(pat, provider_, DeliveryId{1, 2}).error().code,
              "market.delivery_unknown");
    Desk own = ann_at("2006-05-11");
    EXPECT_EQ(buy_support(own, ann_, OfferId{1, 2}, visits(1)).error().code,
              "market.offer_unknown");
}

TEST_F(BuySupport, support_dated_after_a_death_is_never_paid) {
    const PurchaseId order = placed(2);
    accept(order);
    const DeliveryId delivery = reported(order, 1);  // for 9 May
    Desk worker = desk(worker_, "2006-05-12");
    ASSERT_EQ(code(close_record(worker, ann_, ClosedBy::death, day("2006-05-08"))), "");
    Desk own = ann_at("2006-05-12");
    EXPECT_EQ(confirm_delivery(own, ann_, delivery).error().code, "casework.service_after_end");
    Desk buying = ann_at("2006-05-12");
    EXPECT_EQ(buy_support(buying, ann_, offer_, visits(1)).error().code, "casework.record_closed");
    EXPECT_EQ(owed(), Money());
}

TEST_F(BuySupport, a_provider_the_council_may_not_pay_is_bought_from_with_her_own_money_only) {
    Desk pat = desk(provider_account_);
    market::Provider provider =
        *store_->read([&](store::Snapshot& view) { return store::find_provider(view, provider_); });
    provider.accepts = {market::Payer::person};
    ASSERT_EQ(code(save_provider(pat, provider)), "");
    Desk own = ann_at("2006-05-08");
    EXPECT_EQ(buy_support(own, ann_, offer_, visits(1)).error().code,
              "market.provider_not_paid_so");
}

TEST_F(BuySupport, a_provider_keeps_its_own_offers_and_no_others) {
    Desk pat = desk(provider_account_);
    market::Offer offer;
    offer.what = "A day out";
    offer.purpose = "holidays";
    offer.price = Money::pence(100);
    offer.from = day("2006-05-01");
    EXPECT_EQ(save_offer(pat, provider_, offer).error().code, "casework.purpose_unknown");
    offer.purpose = "social";
    market::Provider nameless;
    nameless.id = provider_;
    EXPECT_EQ(save_provider(pat, nameless).error().code, "market.provider_without_name");
    Desk own = ann_at("2006-05-08");
    EXPECT_EQ(save_offer(own, provider_, offer).error().code, "people.not_allowed");
}

TEST_F(BuySupport, the_budget_page_s_words_always_add_up) {
    const PurchaseId order = placed(4);
    accept(order);
    const DeliveryId delivery = reported(order, 2);
    Desk own = ann_at("2006-05-11");
    ASSERT_EQ(code(confirm_delivery(own, ann_, delivery)), "");
    all_due("2006-05-11");
    released("2006-05-11");
    Desk looking = ann_at("2006-05-12");
    const auto view = see_budget(looking, ann_);
    ASSERT_EQ(code(view), "");
    EXPECT_EQ(view->total.have(), view->total.promised() + view->total.spent + view->total.left());
    EXPECT_EQ(view->total.have(), Money::pence(24 * 13000));
    Money sum;
    for (const StreamMoney& stream : view->streams) {
        sum += stream.figures.have();
    }
    EXPECT_EQ(sum, view->total.have());
    EXPECT_EQ(view->open_orders.size(), 1U);
}

TEST_F(BuySupport, the_budget_page_stands_where_the_statement_ends_on_any_day) {
    const PurchaseId order = placed(4);
    accept(order);
    const DeliveryId delivery = reported(order, 2);
    Desk own = ann_at("2006-05-11");
    ASSERT_EQ(code(confirm_delivery(own, ann_, delivery)), "");
    all_due("2006-05-11");
    released("2006-05-11");
    // The page adds up accounts and takes off what is dated later; the statement adds up entries.
    for (const char* day : {"2006-04-30", "2006-05-09", "2006-05-10", "2006-05-11", "2006-06-30"}) {
        Desk looking = ann_at(day);
        const auto view = see_budget(looking, ann_);
        const auto statement =
            see_statement(looking, ann_, {Date::from_days(0), looking.today.plus_days(1)});
        ASSERT_EQ(code(view), "");
        ASSERT_EQ(code(statement), "");
        const ledger::Figures& end = statement->statement.total.at_end;
        EXPECT_EQ(view->total, static_cast<const ledger::Standing&>(end)) << day;
        EXPECT_EQ(view->kept_back, end.kept_back) << day;
    }
}

}  // namespace
}  // namespace casework
