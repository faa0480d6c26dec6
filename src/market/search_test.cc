#include <gtest/gtest.h>

#include <set>

#include "market/offer.h"

namespace market {
namespace {

const Date day = *Date::make(2006, 5, 3);

Provider provider(std::uint64_t number, const std::string& name) {
    Provider made;
    made.id = ProviderId{0, number};
    made.name = name;
    made.what_they_do = "Help at home";
    made.places = {"Wendlebury", "Stoke"};
    made.languages = {"English", "Urdu"};
    made.accepts = {Payer::council, Payer::person};
    return made;
}

Offer offer(std::uint64_t number, std::uint64_t of, std::int64_t pence, const std::string& what) {
    Offer made;
    made.id = OfferId{0, number};
    made.provider = ProviderId{0, of};
    made.what = what;
    made.purpose = "personal_care";
    made.price = Money::pence(pence);
    made.from = *Date::make(2006, 4, 1);
    return made;
}

TEST(Search, asks_an_offer_s_own_places_and_languages_before_its_provider_s) {
    const std::vector<Provider> providers = {provider(1, "Rosebank")};
    std::vector<Offer> offers = {offer(1, 1, 1200, "Help with washing"),
                                 offer(2, 1, 1500, "Help with letters")};
    offers[1].places = {"Merton"};
    offers[1].languages = {"Polish"};
    offers[1].included = "Stamps";
    const auto found = [&](const Query& query) { return search(offers, providers, query, day); };
    EXPECT_EQ(found({.place = "Stoke"}).size(), 1U);
    EXPECT_EQ(found({.place = "Merton"}).front().offer->what, "Help with letters");
    EXPECT_EQ(found({.language = "Urdu"}).size(), 1U);
    EXPECT_EQ(found({.language = "polish"}).size(), 1U);
    EXPECT_EQ(found({.wanted = "stamps"}).size(), 1U);
}

TEST(Search, answers_every_part_of_the_question) {
    const std::vector<Provider> providers = {provider(1, "Rosebank"), provider(2, "Kestrel")};
    std::vector<Offer> offers = {offer(1, 1, 1200, "Help with washing"),
                                 offer(2, 2, 1500, "Help with cooking")};
    offers[1].purpose = "meals";
    offers[1].unit = Unit::hour;
    const auto count = [&](const Query& query) {
        return search(offers, providers, query, day).size();
    };
    EXPECT_EQ(count({}), 2U);
    EXPECT_EQ(count({.wanted = "washing"}), 1U);
    EXPECT_EQ(count({.wanted = "gardening"}), 0U);
    EXPECT_EQ(count({.purpose = "meals"}), 1U);
    EXPECT_EQ(count({.place = "stoke"}), 2U);
    EXPECT_EQ(count({.place = "Oxford"}), 0U);
    EXPECT_EQ(count({.language = "urdu"}), 2U);
    EXPECT_EQ(count({.payer = Payer::fund_holder}), 0U);
    EXPECT_EQ(count({.sector = Sector::voluntary}), 0U);
    EXPECT_EQ(count({.unit = Unit::hour}), 1U);
    EXPECT_EQ(count({.price_max = Money::pence(1200)}), 1U);
    EXPECT_EQ(search(offers, providers, {}, *Date::make(2006, 3, 31)).size(), 0U);
}

TEST(Search, leaves_out_a_provider_that_takes_no_orders) {
    std::vector<Provider> providers = {provider(1, "Rosebank")};
    providers[0].is_open = false;
    EXPECT_TRUE(search({offer(1, 1, 100, "Help")}, providers, {}, day).empty());
}

TEST(Search, puts_offers_with_more_of_the_words_first) {
    const std::vector<Provider> providers = {provider(1, "Rosebank")};
    const std::vector<Offer> offers = {offer(1, 1, 100, "Washing"),
                                       offer(2, 1, 900, "Washing and cooking")};
    const std::vector<Found> found = search(offers, providers, {.wanted = "washing cooking"}, day);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].offer->id, (OfferId{0, 2}));
}

TEST(Search, gives_everybody_a_turn_at_the_top_whatever_name_or_price) {
    const std::vector<Provider> providers = {provider(1, "AAA Care"), provider(2, "Zebra Care"),
                                             provider(3, "Middle Care")};
    const std::vector<Offer> offers = {offer(1, 1, 100, "Help"), offer(2, 2, 200, "Help"),
                                       offer(3, 3, 300, "Help")};
    std::array<int, 3> first = {};
    for (std::int64_t days = 0; days < 300; ++days) {
        const std::vector<Found> found = search(offers, providers, {}, day.plus_days(days));
        ++first[found[0].offer->id.low - 1];
        EXPECT_EQ(search(offers, providers, {}, day.plus_days(days))[1].offer, found[1].offer);
    }
    for (const int times : first) {
        EXPECT_GT(times, 60);
    }
}

TEST(Offer, is_checked_before_it_is_shown) {
    const Offer good = offer(1, 1, 100, "Help");
    EXPECT_TRUE(check_offer(good).has_value());
    Offer wrong = good;
    wrong.what = " ";
    EXPECT_EQ(check_offer(wrong).error().code, "market.offer_without_words");
    wrong = good;
    wrong.purpose = "";
    EXPECT_EQ(check_offer(wrong).error().code, "market.offer_without_purpose");
    wrong = good;
    wrong.price = {};
    EXPECT_EQ(check_offer(wrong).error().code, "market.price_not_positive");
    wrong = good;
    wrong.until = wrong.from;
    EXPECT_EQ(check_offer(wrong).error().code, "market.offer_ends_before_it_starts");
}

TEST(Provider, has_one_text_for_each_word) {
    for (const Sector sector : {Sector::public_body, Sector::private_business, Sector::voluntary}) {
        EXPECT_EQ(sector_from_text(to_text(sector)), sector);
    }
    for (const Payer payer : {Payer::council, Payer::person, Payer::fund_holder}) {
        EXPECT_EQ(payer_from_text(to_text(payer)), payer);
    }
    for (const Unit unit : {Unit::visit, Unit::hour, Unit::day, Unit::week, Unit::item}) {
        EXPECT_EQ(unit_from_text(to_text(unit)), unit);
    }
    EXPECT_FALSE(sector_from_text("charity").has_value());
}

}  // namespace
}  // namespace market
