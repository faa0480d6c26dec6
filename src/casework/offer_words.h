#pragma once
// A provider writes the words of an offer anew: what it is, what the price includes, what happens
// if somebody cancels, where and in which languages. They hold from the moment they are said; the
// words before them are kept with their last day and who changed them. An order keeps the words it
// was made with, whatever is said afterwards. Price and days are changed in offer_terms.h.

#include <string>
#include <vector>

#include "base/date.h"
#include "casework/desk.h"
#include "market/offer.h"

namespace casework {

// Refuses: market.offer_unknown, what market::check_words refuses.
Outcome change_words(Desk& desk, ProviderId provider, OfferId offer,
                     const market::OfferWords& words);

// Words that others took the place of.
struct WordsBefore {
    market::OfferWords words;
    Date until;
    std::string by;  // a name
};
// Gives them for the provider, latest first. Refuses: market.offer_unknown.
Result<std::vector<WordsBefore>> see_words_before(Desk& desk, ProviderId provider, OfferId offer);

// Takes from words what is no plain text. Refuses: what base::plain_text refuses.
Result<market::OfferWords> plain_words(const market::OfferWords& words);

}  // namespace casework
