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

    bool is_open_on(Date day) const { return from <= day && (!until || day < *until); }
    friend bool operator==(const Offer&, const Offer&) = default;
};

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
