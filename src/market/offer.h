#pragma once
// An Offer is one thing a provider sells at one all-in price for one unit, between dates. Nothing
// is added to the price later: travel, bank holidays and tax are in it. `purpose` is a code of the
// policy package, which says which streams may pay for it. Search keeps a neutral order, stated in
// words on the page, that no provider can buy or name itself into.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "market/provider.h"

namespace market {

enum class Unit { visit, hour, day, week, item };
enum class Spending { revenue, capital };

std::string_view to_text(Unit unit);
std::optional<Unit> unit_from_text(std::string_view text);
std::string_view to_text(Spending spending);
std::optional<Spending> spending_from_text(std::string_view text);
std::string_view words(Spending spending);

// What a provider says of an offer in words. Its price and its days are no words: price.h.
struct OfferWords {
    std::string what = {};
    std::string included = {};                // what the price includes
    std::string cancellation = {};            // what happens if somebody cancels
    std::vector<std::string> places = {};     // none: those of the provider
    std::vector<std::string> languages = {};  // none: those of the provider

    friend bool operator==(const OfferWords&, const OfferWords&) = default;
};

struct Offer {
    OfferId id = {};
    ProviderId provider = {};
    std::string what = {};
    std::string purpose = {};
    Spending spending = Spending::revenue;
    Unit unit = Unit::visit;
    Money price = {};  // for one unit, all in
    Date from = {};
    std::optional<Date> until = {};  // first day it is not offered any more
    std::string cancellation = {};   // in the provider's words
    std::string included = {};
    std::vector<std::string> places = {};     // none: those of the provider
    std::vector<std::string> languages = {};  // none: those of the provider
    std::optional<Date> words_from = {};      // the day its words were last changed

    bool is_open_on(Date day) const { return from <= day && (!until || day < *until); }
    friend bool operator==(const Offer&, const Offer&) = default;
};

// Gives the words of an offer, and an offer with other words.
OfferWords words_of(const Offer& offer);
Offer with_words(Offer offer, const OfferWords& words);

// Gives where and in which languages an offer is done: its own words, or its provider's.
const std::vector<std::string>& places_of(const Offer& offer, const Provider& provider);
const std::vector<std::string>& languages_of(const Offer& offer, const Provider& provider);

// Checks other words of an offer that a provider says on a day.
// Refuses: market.offer_ended, market.offer_without_words, market.words_unchanged.
Outcome check_words(const Offer& offer, const OfferWords& words, Date today);

// Checks an offer before it is shown to anybody.
// Refuses: market.offer_without_words, market.offer_without_purpose, market.price_not_positive,
// market.offer_ends_before_it_starts.
Outcome check_offer(const Offer& offer);

// What a person asked for; an empty part asks nothing.
struct Query {
    std::string wanted = {};
    std::string purpose = {};
    std::string place = {};
    std::string language = {};
    std::optional<Payer> payer = {};
    std::optional<Sector> sector = {};
    std::optional<Unit> unit = {};
    std::optional<Money> price_max = {};
};

struct Found {
    const Offer* offer;
    const Provider* provider;
    std::size_t words_found;  // how many of the words asked for are in the offer
};

// Finds the open offers that answer the query, in the neutral order: more of the words asked for
// first; then by a shuffle that is new each day and the same for everybody that day.
std::vector<Found> search(const std::vector<Offer>& offers, const std::vector<Provider>& providers,
                          const Query& query, Date on);

// Says the order in words, for the page.
std::string_view ranking_words();

}  // namespace market
