#pragma once
// Keeps and loads providers, offers, orders and deliveries. Keeping a thing again writes its new
// state over the old one; the journal says who changed it.

#include <optional>
#include <vector>

#include "market/delivery.h"
#include "market/offer.h"
#include "market/provider.h"
#include "market/purchase.h"
#include "store/store.h"

namespace store {

void keep(Tx& tx, const market::Provider& provider);
std::optional<market::Provider> find_provider(View& view, ProviderId id);
std::vector<market::Provider> load_providers(View& view);

void keep(Tx& tx, const market::Offer& offer);
std::optional<market::Offer> find_offer(View& view, OfferId id);
std::vector<market::Offer> load_offers(View& view);
std::vector<market::Offer> load_offers_of(View& view, ProviderId provider);

// Words of an offer that others took the place of.
struct EarlierWords {
    market::OfferWords words;
    Date until;  // the day on which others took their place
    AccountId by = {};
};
// Keeps the words an offer had, before they are written over.
void keep_earlier_words(Tx& tx, OfferId offer, const EarlierWords& words);
// Loads them, latest first.
std::vector<EarlierWords> load_earlier_words(View& view, OfferId offer);

void keep(Tx& tx, const market::Purchase& purchase);
std::optional<market::Purchase> find_purchase(View& view, PurchaseId id);
// Load orders, latest first.
std::vector<market::Purchase> load_purchases_of(View& view, PersonId person);
// The latest of a person's orders with something still to come.
std::vector<market::Purchase> load_open_purchases_of(View& view, PersonId person,
                                                     std::int64_t count_max);
std::vector<market::Purchase> load_purchases_of_provider(View& view, ProviderId provider);

void keep(Tx& tx, const market::Delivery& delivery);
std::optional<market::Delivery> find_delivery(View& view, DeliveryId id);
std::vector<market::Delivery> load_deliveries_of(View& view, PurchaseId purchase);
// What providers reported for a person and she has not answered.
std::vector<market::Delivery> load_deliveries_to_answer(View& view, PersonId person);
// Loads every delivery of a status, longest waiting first.
std::vector<market::Delivery> load_deliveries(View& view, market::DeliveryStatus status);

}  // namespace store
