// The words of an offer change from a day on; an order keeps the words it was made with.

#include "casework/offer_words.h"

#include "casework/finance_for_tests.h"
#include "casework/offer_terms.h"

namespace casework {
namespace {

class OfferWords : public FinanceCouncil {
protected:
    Desk pat(std::string_view on) { return desk(provider_account_, on); }
    static market::OfferWords sundays() {
        return {"A visit of one hour, also on Sundays",
                "Travel and gloves",
                "Until noon of the day before",
                {"Wendlebury", "Stoke;Merton"},
                {"English", "Urdu"}};
    }
    PurchaseId ordered(std::string_view on) {
        Desk own = desk(ann_account_, on);
        market::Order order;
        order.quantity = 2;
        order.dates = {day("2006-06-05"), day("2006-06-12")};
        const auto placed = buy_support(own, ann_, offer_, order);
        EXPECT_EQ(code(placed), "");
        return placed.value_or(PurchaseId{});
    }
    market::Purchase order_of(PurchaseId id) {
        Desk own = desk(ann_account_, "2006-05-20");
        return see_order(own, ann_, id)->purchase;
    }
};

TEST_F(OfferWords, hold_from_the_moment_they_are_said_and_not_for_orders_made_before) {
    const PurchaseId before = ordered("2006-05-09");
    Desk provider = pat("2006-05-10");
    ASSERT_EQ(code(change_words(provider, provider_, offer_, sundays())), "");
    const market::Offer now = see_own_offers(provider, provider_)->front().offer;
    EXPECT_EQ(now.what, "A visit of one hour, also on Sundays");
    EXPECT_EQ(now.included, "Travel and gloves");
    EXPECT_EQ(now.places, (std::vector<std::string>{"Wendlebury", "Stoke", "Merton"}));
    EXPECT_EQ(now.words_from, day("2006-05-10"));
    // Its price and its days are as they were.
    EXPECT_EQ(now.price, Money::pence(1250));
    EXPECT_EQ(now.from, day("2006-04-01"));
    const market::Purchase kept = order_of(before);
    EXPECT_EQ(kept.what, "A visit of one hour");
    EXPECT_EQ(kept.included, "");
    EXPECT_EQ(kept.cancellation, "The day before");
    EXPECT_EQ(kept.places, std::vector<std::string>{"Wendlebury"});  // its provider's
    const market::Purchase later = order_of(ordered("2006-05-11"));
    EXPECT_EQ(later.what, "A visit of one hour, also on Sundays");
    EXPECT_EQ(later.included, "Travel and gloves");
    EXPECT_EQ(later.cancellation, "Until noon of the day before");
    EXPECT_EQ(later.languages, (std::vector<std::string>{"English", "Urdu"}));
}

TEST_F(OfferWords, before_a_change_are_kept_with_their_last_day_and_who_changed_them) {
    Desk provider = pat("2006-05-10");
    ASSERT_EQ(code(change_words(provider, provider_, offer_, sundays())), "");
    market::OfferWords again = sundays();
    again.what = "A visit";
    Desk later = pat("2006-05-17");
    ASSERT_EQ(code(change_words(later, provider_, offer_, again)), "");
    const auto before = see_words_before(later, provider_, offer_);
    ASSERT_EQ(before->size(), 2U);
    EXPECT_EQ(before->front().words.what, "A visit of one hour, also on Sundays");
    EXPECT_EQ(before->front().until, day("2006-05-17"));
    EXPECT_EQ(before->back().words.what, "A visit of one hour");
    EXPECT_EQ(before->back().words.cancellation, "The day before");
    EXPECT_EQ(before->back().by, "Pat Acorn");
}

TEST_F(OfferWords, are_its_provider_s_alone_and_never_none_or_the_same) {
    Desk own = desk(ann_account_);
    EXPECT_EQ(change_words(own, provider_, offer_, sundays()).error().code, "people.not_allowed");
    EXPECT_EQ(see_words_before(own, provider_, offer_).error().code, "people.not_allowed");
    Desk provider = pat("2006-05-10");
    EXPECT_EQ(change_words(provider, provider_, OfferId{1, 2}, sundays()).error().code,
              "market.offer_unknown");
    market::OfferWords none = sundays();
    none.what = "  ";
    EXPECT_EQ(change_words(provider, provider_, offer_, none).error().code,
              "market.offer_without_words");
    EXPECT_EQ(change_words(provider, provider_, offer_,
                           {"A visit of one hour", "", "The day before", {}, {}})
                  .error()
                  .code,
              "market.words_unchanged");
    ASSERT_EQ(code(end_offer(provider, provider_, offer_, day("2006-05-15"))), "");
    Desk later = pat("2006-05-15");
    EXPECT_EQ(change_words(later, provider_, offer_, sundays()).error().code, "market.offer_ended");
}

}  // namespace
}  // namespace casework
