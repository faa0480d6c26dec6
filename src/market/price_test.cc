#include "market/price.h"

#include <gtest/gtest.h>

namespace market {
namespace {

const Date may = *Date::make(2006, 5, 1);

Offer visit() {
    Offer offer;
    offer.id = OfferId{1, 1};
    offer.what = "A visit";
    offer.purpose = "personal_care";
    offer.price = Money::pence(1250);
    offer.from = may;
    return offer;
}

DatedPrice from(Date day, std::int64_t pence) {
    return {OfferId{1, 1}, day, Money::pence(pence)};
}

TEST(Price, holds_from_its_day_on_and_never_before) {
    const std::vector<DatedPrice> prices = {from(may.plus_days(60), 1400),
                                            from(may.plus_days(30), 1300),
                                            {OfferId{1, 2}, may, Money::pence(1)}};
    EXPECT_EQ(priced_on(visit(), prices, may.plus_days(29)).price, Money::pence(1250));
    EXPECT_EQ(priced_on(visit(), prices, may.plus_days(30)).price, Money::pence(1300));
    EXPECT_EQ(priced_on(visit(), prices, may.plus_days(59)).price, Money::pence(1300));
    EXPECT_EQ(priced_on(visit(), prices, may.plus_days(60)).price, Money::pence(1400));
}

TEST(Price, is_said_for_today_or_later_and_must_be_another) {
    const Date today = may.plus_days(10);
    const std::vector<DatedPrice> prices = {from(may.plus_days(30), 1300)};
    EXPECT_TRUE(check_price(visit(), prices, from(today, 1300), today).has_value());
    EXPECT_EQ(check_price(visit(), prices, from(may, 1300), today).error().code,
              "market.price_in_past");
    EXPECT_EQ(check_price(visit(), prices, from(today, 1250), today).error().code,
              "market.price_unchanged");
    EXPECT_EQ(check_price(visit(), prices, from(may.plus_days(40), 1300), today).error().code,
              "market.price_unchanged");
    EXPECT_EQ(check_price(visit(), prices, from(today, 0), today).error().code,
              "market.price_not_positive");
}

TEST(Price, of_an_offer_that_has_ended_by_then_is_refused) {
    Offer offer = visit();
    offer.until = may.plus_days(20);
    EXPECT_EQ(check_price(offer, {}, from(may.plus_days(20), 1300), may).error().code,
              "market.offer_ended");
    EXPECT_EQ(check_price(offer, {}, from(may.plus_days(30), 1300), may.plus_days(30)).error().code,
              "market.offer_ended");
}

TEST(EndOffer, gives_the_first_day_without_it_and_not_a_day_that_has_passed) {
    const Date today = may.plus_days(10);
    EXPECT_EQ(end_offer(visit(), today, today)->until, today);
    EXPECT_FALSE(end_offer(visit(), today, today)->is_open_on(today));
    EXPECT_EQ(end_offer(visit(), may.plus_days(9), today).error().code, "market.end_in_past");
    EXPECT_EQ(end_offer(visit(), may, may).error().code, "market.offer_ends_before_it_starts");
    Offer over = visit();
    over.until = today;
    EXPECT_EQ(end_offer(over, today.plus_days(5), today).error().code, "market.offer_ended");
}

}  // namespace
}  // namespace market
