#include "store/offer_prices.h"

namespace store {

namespace {

template <typename... Values>
std::vector<market::DatedPrice> read_prices(View& view, const std::string& rest,
                                            const Values&... values) {
    std::vector<market::DatedPrice> found;
    const std::string sql = "select offer, from_date, price from offer_price where authority = ? " +
                            rest + " order by from_date, offer";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        market::DatedPrice price;
        price.offer = rows.id<OfferId>(0);
        price.from = rows.date(1);
        price.price = rows.money(2);
        found.push_back(price);
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const market::DatedPrice& price) {
    tx.run("delete from offer_price where authority = ? and offer = ? and from_date >= ?",
           tx.authority(), price.offer, price.from);
    tx.run("insert into offer_price (authority, offer, from_date, price) values (?, ?, ?, ?)",
           tx.authority(), price.offer, price.from, price.price);
}

std::vector<market::DatedPrice> load_prices(View& view) {
    return read_prices(view, "");
}

std::vector<market::DatedPrice> load_prices_of(View& view, OfferId offer) {
    return read_prices(view, "and offer = ?", offer);
}

}  // namespace store
