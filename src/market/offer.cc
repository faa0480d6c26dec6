#include "market/offer.h"

#include <algorithm>

#include "base/named.h"
#include "base/text.h"

namespace market {
namespace {

constexpr std::array<base::Named<Unit>, 5> units = {{
    {Unit::visit, "visit", "visit"},
    {Unit::hour, "hour", "hour"},
    {Unit::day, "day", "day"},
    {Unit::week, "week", "week"},
    {Unit::item, "item", "item"},
}};

constexpr std::array<base::Named<Spending>, 2> spendings = {{
    {Spending::revenue, "revenue", "day-to-day support"},
    {Spending::capital, "capital", "something bought once"},
}};

bool has(const std::vector<std::string>& list, std::string_view wanted) {
    return std::any_of(list.begin(), list.end(), [wanted](const std::string& item) {
        return base::lower(item) == base::lower(wanted);
    });
}

bool answers(const Offer& offer, const Provider& provider, const Query& query, Date on) {
    return provider.is_open && offer.is_open_on(on) &&
           (query.purpose.empty() || offer.purpose == query.purpose) &&
           (query.place.empty() || has(places_of(offer, provider), query.place)) &&
           (query.language.empty() || has(languages_of(offer, provider), query.language)) &&
           (!query.payer || std::find(provider.accepts.begin(), provider.accepts.end(),
                                      *query.payer) != provider.accepts.end()) &&
           (!query.sector || provider.sector == *query.sector) &&
           (!query.unit || offer.unit == *query.unit) &&
           (!query.price_max || offer.price <= *query.price_max);
}

std::vector<std::string> wanted_words(std::string_view wanted) {
    std::vector<std::string> found;
    for (const std::string& word : base::split_text(base::lower(base::trim(wanted)), ' ')) {
        if (!word.empty()) {
            found.push_back(word);
        }
    }
    return found;
}

std::size_t count_found(const std::vector<std::string>& wanted, const Offer& offer,
                        const Provider& provider) {
    const std::string text = base::lower(offer.what + "\n" + offer.included + "\n" + provider.name +
                                         "\n" + provider.what_they_do);
    return static_cast<std::size_t>(std::count_if(
        wanted.begin(), wanted.end(),
        [&text](const std::string& word) { return text.find(word) != std::string::npos; }));
}

// Mixes an offer's id with the day (splitmix64), so that each day has its own order.
std::uint64_t place_in_shuffle(const OfferId& id, Date on) {
    std::uint64_t mixed = id.high ^ (id.low * 0x9E3779B97F4A7C15ULL) ^
                          (static_cast<std::uint64_t>(on.days()) * 0xD1B54A32D192ED03ULL);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

}  // namespace

std::string_view to_text(Unit unit) {
    return named(units, unit).text;
}
std::optional<Unit> unit_from_text(std::string_view text) {
    return value_named(units, text);
}
std::string_view to_text(Spending spending) {
    return named(spendings, spending).text;
}
std::optional<Spending> spending_from_text(std::string_view text) {
    return value_named(spendings, text);
}
std::string_view words(Spending spending) {
    return named(spendings, spending).words;
}

OfferWords words_of(const Offer& offer) {
    return {offer.what, offer.included, offer.cancellation, offer.places, offer.languages};
}

Offer with_words(Offer offer, const OfferWords& words) {
    offer.what = words.what;
    offer.included = words.included;
    offer.cancellation = words.cancellation;
    offer.places = words.places;
    offer.languages = words.languages;
    return offer;
}

const std::vector<std::string>& places_of(const Offer& offer, const Provider& provider) {
    return offer.places.empty() ? provider.places : offer.places;
}

const std::vector<std::string>& languages_of(const Offer& offer, const Provider& provider) {
    return offer.languages.empty() ? provider.languages : offer.languages;
}

Outcome check_words(const Offer& offer, const OfferWords& words, Date today) {
    if (offer.until && *offer.until <= today) {
        return Error{"market.offer_ended",
                     "This offer has ended. Add a new offer to say something else."};
    }
    if (base::trim(words.what).empty()) {
        return Error{"market.offer_without_words", "Say what the offer is."};
    }
    if (words == words_of(offer)) {
        return Error{"market.words_unchanged", "These are the words it has already."};
    }
    return Done{};
}

Outcome check_offer(const Offer& offer) {
    if (base::trim(offer.what).empty()) {
        return Error{"market.offer_without_words", "Say what the offer is."};
    }
    if (offer.purpose.empty()) {
        return Error{"market.offer_without_purpose", "Choose what the offer is for."};
    }
    if (!offer.price.is_positive()) {
        return Error{"market.price_not_positive",
                     "Give a price above nought, everything included."};
    }
    if (offer.until && *offer.until <= offer.from) {
        return Error{"market.offer_ends_before_it_starts",
                     "The offer must end after the day it starts."};
    }
    return Done{};
}

std::vector<Found> search(const std::vector<Offer>& offers, const std::vector<Provider>& providers,
                          const Query& query, Date on) {
    const std::vector<std::string> wanted = wanted_words(query.wanted);
    std::vector<Found> found;
    for (const Offer& offer : offers) {
        const auto provider =
            std::find_if(providers.begin(), providers.end(),
                         [&offer](const Provider& one) { return one.id == offer.provider; });
        if (provider == providers.end() || !answers(offer, *provider, query, on)) {
            continue;
        }
        const std::size_t count = count_found(wanted, offer, *provider);
        if (wanted.empty() || count > 0) {
            found.push_back({&offer, &*provider, count});
        }
    }
    std::sort(found.begin(), found.end(), [on](const Found& a, const Found& b) {
        if (a.words_found != b.words_found) {
            return a.words_found > b.words_found;
        }
        const std::uint64_t place_a = place_in_shuffle(a.offer->id, on);
        const std::uint64_t place_b = place_in_shuffle(b.offer->id, on);
        return place_a != place_b ? place_a < place_b : a.offer->id < b.offer->id;
    });
    return found;
}

std::string_view ranking_words() {
    return "Offers with more of the words you asked for come first. Offers with the same number of "
           "words are in an order that is drawn by lot again each day, the same for everybody. "
           "Nobody can pay to be higher.";
}

}  // namespace market
