#include "store/own_parts.h"

namespace store {

void keep_own_part(Tx& tx, PurchaseId order, Money amount) {
    tx.run("insert into purchase_own (authority, purchase, amount) values (?, ?, ?)",
           tx.authority(), order, amount);
}

Money load_own_part(View& view, PurchaseId order) {
    Rows rows = view.query("select amount from purchase_own where authority = ? and purchase = ?",
                           view.authority(), order);
    return rows.next() ? rows.money(0) : Money();
}

}  // namespace store
