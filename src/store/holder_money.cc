#include "store/holder_money.h"

namespace store {

std::map<PayeeId, HolderMoney> load_holder_money(View& view) {
    std::map<PayeeId, HolderMoney> found;
    for (Rows rows =
             view.query("select payee, sum(amount) from balance where authority = ? and kind = "
                        "'paid_to_holder' group by payee having sum(amount) > 0",
                        view.authority());
         rows.next();) {
        found[rows.id<PayeeId>(0)].with_holder = rows.money(1);
    }
    for (Rows rows = view.query(
             "select p.payee, sum(case when e.cause like '%returned:%' then 0 else -p.amount end), "
             "sum(case when e.cause like '%returned:%' then -p.amount else 0 end) from entry e "
             "join "
             "posting p on p.authority = e.authority and p.entry = e.id where e.authority = ? and "
             "p.kind = 'paid_to_holder' and (e.kind in ('recover', 'bring_back') or e.cause like "
             "'undo:returned:%') group by p.payee",
             view.authority());
         rows.next();) {
        HolderMoney& money = found[rows.id<PayeeId>(0)];
        money.taken_over = rows.money(1);
        money.recorded = rows.money(2);
    }
    for (Rows rows = view.query(
             "select p.about, sum(p.amount) from bank_match m join bank_match_part p on "
             "p.authority "
             "= m.authority and p.match = m.id where m.authority = ? and m.kind = 'unspent_money' "
             "and m.undone_at is null group by p.about",
             view.authority());
         rows.next();) {
        if (const std::optional<PayeeId> payee = PayeeId::parse(rows.text(0))) {
            found[*payee].came_in = rows.money(1);
        }
    }
    return found;
}

}  // namespace store
