#include "casework/offer_words.h"

#include "base/text.h"
#include "casework/offer_terms.h"
#include "store/accounts.h"
#include "store/market.h"

namespace casework {

namespace {

using people::Action;

// One entry of a list each; the store parts them by semicolons.
Result<std::vector<std::string>> plain_list(const std::vector<std::string>& list) {
    std::vector<std::string> plain;
    for (const std::string& item : list) {
        for (const std::string& part : base::split_text(item, ';')) {
            TRY(const std::string text, base::plain_text(part, 100));
            if (!text.empty()) {
                plain.push_back(text);
            }
        }
    }
    return plain;
}

}  // namespace

Result<market::OfferWords> plain_words(const market::OfferWords& words) {
    market::OfferWords plain;
    TRY(plain.what, base::plain_text(words.what, 200));
    TRY(plain.included, base::plain_text(words.included, 500));
    TRY(plain.cancellation, base::plain_text(words.cancellation, 500));
    TRY(plain.places, plain_list(words.places));
    TRY(plain.languages, plain_list(words.languages));
    return plain;
}

Outcome change_words(Desk& desk, ProviderId provider, OfferId id, const market::OfferWords& words) {
    return act(desk,
               {"change_words",
                Action::manage_offers,
                {.provider = provider},
                "Changed the words of an offer"},
               [&](Acting& acting) -> Outcome {
                   TRY(const market::Offer offer, own_offer(acting.tx, provider, id));
                   TRY(const market::OfferWords plain, plain_words(words));
                   TRY_DONE(market::check_words(offer, plain, desk.today));
                   store::keep_earlier_words(acting.tx, id,
                                             {market::words_of(offer), desk.today, desk.actor});
                   market::Offer changed = market::with_words(offer, plain);
                   changed.words_from = desk.today;
                   store::keep(acting.tx, changed);
                   acting.about = id.to_text();
                   return Done{};
               });
}

Result<std::vector<WordsBefore>> see_words_before(Desk& desk, ProviderId provider, OfferId id) {
    return consult(
        desk, Action::manage_offers, {.provider = provider},
        [&](store::Snapshot& snapshot) -> Result<std::vector<WordsBefore>> {
            TRY_DONE(own_offer(snapshot, provider, id));
            std::vector<WordsBefore> found;
            for (store::EarlierWords& earlier : store::load_earlier_words(snapshot, id)) {
                const auto account = store::load_account(snapshot, earlier.by);
                found.push_back({std::move(earlier.words), earlier.until,
                                 account ? account->name : std::string()});
            }
            return found;
        });
}

}  // namespace casework
