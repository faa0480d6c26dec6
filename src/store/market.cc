#include "store/market.h"

#include "base/text.h"

namespace store {

namespace {

// Reads a code that was written by to_text; another code is our own mistake.
template <typename Enum>
Enum known(std::optional<Enum> value) {
    CHECK(value.has_value());
    return *value;
}

std::vector<std::string> list_of(const std::string& text) {
    return text.empty() ? std::vector<std::string>() : base::split_text(text, ';');
}

template <typename T>
std::optional<T> first(std::vector<T> found) {
    return found.empty() ? std::nullopt : std::optional<T>(std::move(found.front()));
}

template <typename... Values>
std::vector<market::Provider> read_providers(View& view, const std::string& rest,
                                             const Values&... values) {
    std::vector<market::Provider> found;
    const std::string sql =
        "select id, sector, name, what_they_do, places, languages, accepts, details_checked, "
        "is_open from provider "
        "where authority = ? " +
        rest + " order by name, id";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        market::Provider provider;
        provider.id = rows.id<ProviderId>(0);
        provider.sector = known(market::sector_from_text(rows.text(1)));
        provider.name = rows.text(2);
        provider.what_they_do = rows.text(3);
        provider.places = list_of(rows.text(4));
        provider.languages = list_of(rows.text(5));
        for (const std::string& code : list_of(rows.text(6))) {
            provider.accepts.push_back(known(market::payer_from_text(code)));
        }
        provider.details_checked = rows.date(7);
        provider.is_open = rows.flag(8);
        found.push_back(std::move(provider));
    }
    return found;
}

template <typename... Values>
std::vector<market::Offer> read_offers(View& view, const std::string& rest,
                                       const Values&... values) {
    std::vector<market::Offer> found;
    const std::string sql =
        "select id, provider, what, purpose, spending, unit, price, from_date, until_date, "
        "cancellation, included, places, languages, words_from from offer "
        "where authority = ? " +
        rest + " order by what, id";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        market::Offer offer;
        offer.id = rows.id<OfferId>(0);
        offer.provider = rows.id<ProviderId>(1);
        offer.what = rows.text(2);
        offer.purpose = rows.text(3);
        offer.spending = known(market::spending_from_text(rows.text(4)));
        offer.unit = known(market::unit_from_text(rows.text(5)));
        offer.price = rows.money(6);
        offer.from = rows.date(7);
        offer.until = rows.date_or_none(8);
        offer.cancellation = rows.text(9);
        offer.included = rows.text(10);
        offer.places = list_of(rows.text(11));
        offer.languages = list_of(rows.text(12));
        offer.words_from = rows.date_or_none(13);
        found.push_back(std::move(offer));
    }
    return found;
}

constexpr std::string_view purchase_columns =
    "select id, person, offer, provider, line, what, purpose, spending, unit, quantity, price, "
    "from_date, until_date, placed_on, note, status, included, cancellation, places, languages "
    "from "
    "purchase where authority = ? ";
constexpr std::string_view latest_first = " order by placed_on desc, id desc";

market::Purchase read_purchase(const Rows& rows) {
    market::Purchase purchase;
    purchase.id = rows.id<PurchaseId>(0);
    purchase.person = rows.id<PersonId>(1);
    purchase.offer = rows.id<OfferId>(2);
    purchase.provider = rows.id<ProviderId>(3);
    if (!rows.is_null(4)) {
        purchase.line = rows.id<PlanLineId>(4);
    }
    purchase.what = rows.text(5);
    purchase.purpose = rows.text(6);
    purchase.spending = known(market::spending_from_text(rows.text(7)));
    purchase.unit = known(market::unit_from_text(rows.text(8)));
    purchase.quantity = rows.number(9);
    purchase.price = rows.money(10);
    purchase.dates = {rows.date(11), rows.date(12)};
    purchase.placed_on = rows.date(13);
    purchase.note = rows.text(14);
    purchase.status = known(market::purchase_status_from_text(rows.text(15)));
    purchase.included = rows.text(16);
    purchase.cancellation = rows.text(17);
    purchase.places = list_of(rows.text(18));
    purchase.languages = list_of(rows.text(19));
    return purchase;
}

template <typename... Values>
std::vector<market::Purchase> read_purchases(View& view, const std::string& rest,
                                             const Values&... values) {
    std::vector<market::Purchase> found;
    const std::string sql = std::string(purchase_columns) + rest;
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        found.push_back(read_purchase(rows));
    }
    return found;
}

template <typename... Values>
std::vector<market::Delivery> read_deliveries(View& view, const std::string& rest,
                                              const Values&... values) {
    std::vector<market::Delivery> found;
    const std::string sql =
        "select id, purchase, provider, person, on_date, reported_on, quantity, amount, note, "
        "answer, status "
        "from delivery where authority = ? " +
        rest + " order by reported_on, id";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        market::Delivery delivery;
        delivery.id = rows.id<DeliveryId>(0);
        delivery.purchase = rows.id<PurchaseId>(1);
        delivery.provider = rows.id<ProviderId>(2);
        delivery.person = rows.id<PersonId>(3);
        delivery.on = rows.date(4);
        delivery.reported_on = rows.date(5);
        delivery.quantity = rows.number(6);
        delivery.amount = rows.money(7);
        delivery.note = rows.text(8);
        delivery.answer = rows.text(9);
        delivery.status = known(market::delivery_status_from_text(rows.text(10)));
        found.push_back(std::move(delivery));
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const market::Provider& provider) {
    std::vector<std::string> accepts;
    for (const market::Payer payer : provider.accepts) {
        accepts.emplace_back(market::to_text(payer));
    }
    tx.run(
        "insert into provider (authority, id, sector, name, what_they_do, places, languages, "
        "accepts, "
        "details_checked, is_open) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (authority, "
        "id) do update set "
        "sector = excluded.sector, name = excluded.name, what_they_do = excluded.what_they_do, "
        "places = excluded.places, languages = excluded.languages, accepts = excluded.accepts, "
        "details_checked = excluded.details_checked, is_open = excluded.is_open",
        tx.authority(), provider.id, market::to_text(provider.sector), provider.name,
        provider.what_they_do, base::join_text(provider.places, ";"),
        base::join_text(provider.languages, ";"), base::join_text(accepts, ";"),
        provider.details_checked, provider.is_open);
}

std::optional<market::Provider> find_provider(View& view, ProviderId id) {
    return first(read_providers(view, "and id = ?", id));
}

std::vector<market::Provider> load_providers(View& view) {
    return read_providers(view, "");
}

void keep(Tx& tx, const market::Offer& offer) {
    tx.run(
        "insert into offer (authority, id, provider, what, purpose, spending, unit, price, "
        "from_date, until_date, "
        "cancellation, included, places, languages, words_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?) on conflict (authority, id) do "
        "update set "
        "what = excluded.what, purpose = excluded.purpose, spending = excluded.spending, unit = "
        "excluded.unit, "
        "price = excluded.price, from_date = excluded.from_date, until_date = excluded.until_date, "
        "cancellation = excluded.cancellation, included = excluded.included, places = "
        "excluded.places, languages = excluded.languages, words_from = excluded.words_from",
        tx.authority(), offer.id, offer.provider, offer.what, offer.purpose,
        market::to_text(offer.spending), market::to_text(offer.unit), offer.price, offer.from,
        offer.until, offer.cancellation, offer.included, base::join_text(offer.places, ";"),
        base::join_text(offer.languages, ";"), offer.words_from);
}

void keep_earlier_words(Tx& tx, OfferId offer, const EarlierWords& earlier) {
    tx.run(
        "insert into offer_words (authority, offer, seq, replaced_on, replaced_by, what, included, "
        "cancellation, places, languages) select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, "
        "?, ? from offer_words where authority = ? and offer = ?",
        tx.authority(), offer, earlier.until, earlier.by, earlier.words.what,
        earlier.words.included, earlier.words.cancellation,
        base::join_text(earlier.words.places, ";"), base::join_text(earlier.words.languages, ";"),
        tx.authority(), offer);
}

std::vector<EarlierWords> load_earlier_words(View& view, OfferId offer) {
    std::vector<EarlierWords> found;
    for (Rows rows = view.query(
             "select replaced_on, replaced_by, what, included, cancellation, places, languages "
             "from offer_words where authority = ? and offer = ? order by seq desc",
             view.authority(), offer);
         rows.next();) {
        EarlierWords earlier;
        earlier.until = rows.date(0);
        earlier.by = rows.id<AccountId>(1);
        earlier.words = {rows.text(2), rows.text(3), rows.text(4), list_of(rows.text(5)),
                         list_of(rows.text(6))};
        found.push_back(std::move(earlier));
    }
    return found;
}

std::optional<market::Offer> find_offer(View& view, OfferId id) {
    return first(read_offers(view, "and id = ?", id));
}

std::vector<market::Offer> load_offers(View& view) {
    return read_offers(view, "");
}

std::vector<market::Offer> load_offers_of(View& view, ProviderId provider) {
    return read_offers(view, "and provider = ?", provider);
}

void keep(Tx& tx, const market::Purchase& purchase) {
    tx.run(
        "insert into purchase (authority, id, person, offer, provider, line, what, purpose, "
        "spending, unit, quantity, "
        "price, from_date, until_date, placed_on, note, status, included, cancellation, places, "
        "languages) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on "
        "conflict (authority, id) do update set status = excluded.status",
        tx.authority(), purchase.id, purchase.person, purchase.offer, purchase.provider,
        purchase.line, purchase.what, purchase.purpose, market::to_text(purchase.spending),
        market::to_text(purchase.unit), purchase.quantity, purchase.price, purchase.dates.from,
        purchase.dates.until, purchase.placed_on, purchase.note, market::to_text(purchase.status),
        purchase.included, purchase.cancellation, base::join_text(purchase.places, ";"),
        base::join_text(purchase.languages, ";"));
}

std::optional<market::Purchase> find_purchase(View& view, PurchaseId id) {
    return first(read_purchases(view, "and id = ?", id));
}

std::vector<market::Purchase> load_purchases_of(View& view, PersonId person) {
    return read_purchases(view, "and person = ?" + std::string(latest_first), person);
}

std::vector<market::Purchase> load_open_purchases_of(View& view, PersonId person,
                                                     std::int64_t count_max) {
    return read_purchases(view,
                          "and person = ? and status in ('placed', 'accepted', 'part_delivered')" +
                              std::string(latest_first) + " limit ?",
                          person, count_max);
}

std::vector<market::Purchase> load_purchases_of_provider(View& view, ProviderId provider) {
    return read_purchases(view, "and provider = ?" + std::string(latest_first), provider);
}

void keep(Tx& tx, const market::Delivery& delivery) {
    tx.run(
        "insert into delivery (authority, id, purchase, provider, person, on_date, reported_on, "
        "quantity, amount, "
        "note, answer, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (authority, "
        "id) do update set "
        "answer = excluded.answer, status = excluded.status",
        tx.authority(), delivery.id, delivery.purchase, delivery.provider, delivery.person,
        delivery.on, delivery.reported_on, delivery.quantity, delivery.amount, delivery.note,
        delivery.answer, market::to_text(delivery.status));
}

std::optional<market::Delivery> find_delivery(View& view, DeliveryId id) {
    return first(read_deliveries(view, "and id = ?", id));
}

std::vector<market::Delivery> load_deliveries_of(View& view, PurchaseId purchase) {
    return read_deliveries(view, "and purchase = ?", purchase);
}

std::vector<market::Delivery> load_deliveries_to_answer(View& view, PersonId person) {
    return read_deliveries(view, "and person = ? and status = 'reported'", person);
}

std::vector<market::Delivery> load_deliveries(View& view, market::DeliveryStatus status) {
    return read_deliveries(view, "and status = ?", market::to_text(status));
}

}  // namespace store
