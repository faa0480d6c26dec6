// A provider changes prices and ends offers, and sees what it was paid and when.

#include "casework/offer_terms.h"

#include "casework/finance_for_tests.h"
#include "casework/provider_payments.h"

namespace casework {
namespace {

class OfferTerms : public FinanceCouncil {
protected:
    Desk pat(std::string_view on) { return desk(provider_account_, on); }
    Result<PurchaseId> ordered(std::string_view on) {
        Desk own = desk(ann_account_, on);
        market::Order order;
        order.quantity = 2;
        order.dates = {day("2006-06-05"), day("2006-06-12")};
        order.line = council_;
        return buy_support(own, ann_, offer_, order);
    }
    market::Purchase kept(PurchaseId id) {
        return store_->read([&](store::Snapshot& view) { return *store::find_purchase(view, id); });
    }
};

TEST_F(OfferTerms, a_new_price_holds_for_orders_from_its_day_on_and_for_no_order_before) {
    Desk provider = pat("2006-05-08");
    ASSERT_EQ(
        code(change_price(provider, provider_, offer_, day("2006-05-20"), Money::pence(1400))), "");
    const auto before = ordered("2006-05-19");
    ASSERT_EQ(code(before), "");
    const auto after = ordered("2006-05-20");
    ASSERT_EQ(code(after), "");
    EXPECT_EQ(kept(*before).price, Money::pence(1250));
    EXPECT_EQ(kept(*after).price, Money::pence(1400));
    // Both are done: each costs what it cost when it was ordered.
    for (const PurchaseId& order : {*before, *after}) {
        Desk accepts = pat("2006-06-05");
        ASSERT_EQ(code(accept_order(accepts, provider_, order)), "");
        market::DeliveryReport report;
        report.on = day("2006-06-05");
        report.quantity = 2;
        const auto reported = report_delivery(accepts, provider_, order, report);
        ASSERT_EQ(code(reported), "");
        Desk says = desk(ann_account_, "2006-06-06");
        ASSERT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
    }
    const PayeeId acorn = store_->read(
        [&](store::Snapshot& view) { return store::find_payee_of_provider(view, provider_)->id; });
    EXPECT_EQ(balance(ledger::AccountKind::owed, "adult_social_care", acorn),
              Money::pence(2 * 1250 + 2 * 1400));
    // Everybody who looks sees the price of the day.
    Desk looks = desk(ann_account_, "2006-05-19");
    EXPECT_EQ(find_listing(looks, offer_)->offer.price, Money::pence(1250));
    Desk later = desk(ann_account_, "2006-05-21");
    EXPECT_EQ(find_listing(later, offer_)->offer.price, Money::pence(1400));
    EXPECT_EQ(load_market(later).offers.front().price, Money::pence(1400));
    EXPECT_TRUE(holds());
}

TEST_F(OfferTerms, the_price_of_a_day_that_has_passed_stays_and_a_later_word_takes_over) {
    Desk provider = pat("2006-05-08");
    EXPECT_EQ(change_price(provider, provider_, offer_, day("2006-05-07"), Money::pence(1400))
                  .error()
                  .code,
              "market.price_in_past");
    ASSERT_EQ(
        code(change_price(provider, provider_, offer_, day("2006-06-01"), Money::pence(1400))), "");
    ASSERT_EQ(
        code(change_price(provider, provider_, offer_, day("2006-05-20"), Money::pence(1300))), "");
    const auto own = see_own_offers(provider, provider_);
    ASSERT_EQ(code(own), "");
    ASSERT_EQ(own->size(), 1U);
    EXPECT_EQ(own->front().offer.price, Money::pence(1250));
    ASSERT_EQ(own->front().later.size(), 1U);
    EXPECT_EQ(own->front().later.front().price, Money::pence(1300));
}

TEST_F(OfferTerms, an_ended_offer_cannot_be_ordered_and_what_was_ordered_before_is_still_done) {
    const auto before = ordered("2006-05-09");
    ASSERT_EQ(code(before), "");
    Desk provider = pat("2006-05-10");
    ASSERT_EQ(code(end_offer(provider, provider_, offer_, day("2006-05-15"))), "");
    EXPECT_EQ(see_own_offers(provider, provider_)->front().open_orders, 1U);
    EXPECT_EQ(ordered("2006-05-15").error().code, "market.offer_not_open");
    // Before its end only what is done before its end can be ordered.
    EXPECT_EQ(ordered("2006-05-12").error().code, "market.dates_outside_offer");
    Desk later = pat("2006-05-16");
    EXPECT_EQ(
        change_price(later, provider_, offer_, day("2006-05-20"), Money::pence(1)).error().code,
        "market.offer_ended");
    EXPECT_EQ(end_offer(later, provider_, offer_, day("2006-06-15")).error().code,
              "market.offer_ended");
    Desk searches = desk(ann_account_, "2006-05-16");
    const Market market = load_market(searches);
    EXPECT_TRUE(market::search(market.offers, market.providers, {}, day("2006-05-16")).empty());
    ASSERT_EQ(code(accept_order(later, provider_, *before)), "");
    Desk reports_it = pat("2006-06-07");
    market::DeliveryReport report;
    report.on = day("2006-06-06");
    report.quantity = 2;
    const auto reported = report_delivery(reports_it, provider_, *before, report);
    ASSERT_EQ(code(reported), "");
    Desk says = desk(ann_account_, "2006-06-07");
    EXPECT_EQ(code(confirm_delivery(says, ann_, *reported)), "");
}

TEST_F(OfferTerms, belong_to_the_provider_alone) {
    Desk own = desk(ann_account_, "2006-05-08");
    EXPECT_EQ(change_price(own, provider_, offer_, day("2006-05-20"), Money::pence(1)).error().code,
              "people.not_allowed");
    EXPECT_EQ(end_offer(own, provider_, offer_, day("2006-05-20")).error().code,
              "people.not_allowed");
    EXPECT_EQ(see_own_offers(own, provider_).error().code, "people.not_allowed");
    EXPECT_EQ(see_provider_payments(own, provider_).error().code, "people.not_allowed");
    Desk provider = pat("2006-05-08");
    EXPECT_EQ(end_offer(provider, provider_, OfferId{1, 2}, day("2006-05-20")).error().code,
              "market.offer_unknown");
}

TEST_F(OfferTerms, a_provider_sees_what_it_was_paid_when_and_for_what) {
    const DeliveryId first = delivered(2, "2006-05-09");
    const DeliveryId second = delivered(1, "2006-05-10");
    const PayRunId run = released("2006-05-12");
    Desk provider = pat("2006-05-13");
    auto payments = see_provider_payments(provider, provider_);
    ASSERT_EQ(code(payments), "");
    ASSERT_EQ(payments->size(), 1U);
    EXPECT_EQ(payments->front().status, payments::PaymentStatus::in_file);
    EXPECT_FALSE(payments->front().paid_on.has_value());
    // The bank booked it on the 15th; finance read the statement on the 18th.
    ASSERT_EQ(code(import(reply(run, "2006-05-15"), "2006-05-18")), "");
    payments = see_provider_payments(provider, provider_);
    ASSERT_EQ(code(payments), "");
    const ProviderPayment& payment = payments->front();
    EXPECT_EQ(payment.status, payments::PaymentStatus::settled);
    EXPECT_EQ(payment.sent_on, day("2006-05-12"));
    EXPECT_EQ(payment.paid_on, day("2006-05-15"));
    EXPECT_EQ(payment.amount, Money::pence(3 * 1250));
    ASSERT_EQ(payment.deliveries.size(), 2U);
    EXPECT_EQ(payment.deliveries[0].delivery, first);
    EXPECT_EQ(payment.deliveries[0].amount, Money::pence(2500));
    EXPECT_EQ(payment.deliveries[0].person_name, "Ann Ashe");
    EXPECT_EQ(payment.deliveries[1].delivery, second);
    EXPECT_EQ(payment.deliveries[1].on, day("2006-05-10"));
}

}  // namespace
}  // namespace casework
