#include "store/payee_owners.h"

namespace store {

void keep(Tx& tx, const PayeeOwner& owner) {
    tx.run("delete from payee_owner where authority = ? and payee = ? and account = ?",
           tx.authority(), owner.payee, owner.account);
    tx.run(
        "insert into payee_owner (authority, payee, account, since, evidence, named_by, ended_at) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), owner.payee, owner.account, owner.since, owner.evidence, owner.named_by,
        owner.ended_at);
}

void end_payee_owner(Tx& tx, PayeeId payee, AccountId account, Instant at) {
    tx.run(
        "update payee_owner set ended_at = ? where authority = ? and payee = ? and account = ? and "
        "ended_at is null",
        at, tx.authority(), payee, account);
}

std::vector<PayeeOwner> load_payee_owners(View& view, PayeeId payee) {
    std::vector<PayeeOwner> found;
    for (Rows rows = view.query(
             "select payee, account, since, evidence, named_by, ended_at from payee_owner where "
             "authority = ? and payee = ? order by since, account",
             view.authority(), payee);
         rows.next();) {
        found.push_back({rows.id<PayeeId>(0), rows.id<AccountId>(1), rows.date(2), rows.text(3),
                         rows.id<AccountId>(4), rows.instant_or_none(5)});
    }
    return found;
}

std::vector<PersonId> load_persons_held_for(View& view, PayeeId payee) {
    std::vector<PersonId> found;
    for (Rows rows = view.query(
             "select b.person from budget b join budget_line l on l.authority = b.authority and "
             "l.budget = b.id and l.version = b.version where b.authority = ? and l.holder = ? "
             "union select person from balance where authority = ? and kind = 'paid_to_holder' and "
             "payee = ? order by 1",
             view.authority(), payee, view.authority(), payee.to_text());
         rows.next();) {
        found.push_back(rows.id<PersonId>(0));
    }
    return found;
}

std::vector<PayeeId> load_holders_of(View& view, PersonId person) {
    std::vector<PayeeId> found;
    for (Rows rows = view.query(
             "select l.holder from budget b join budget_line l on l.authority = b.authority and "
             "l.budget = b.id and l.version = b.version where b.authority = ? and b.person = ? and "
             "l.holder is not null union select id from payee where authority = ? and person = ? "
             "and kind = 'holder' order by 1",
             view.authority(), person, view.authority(), person);
         rows.next();) {
        found.push_back(rows.id<PayeeId>(0));
    }
    return found;
}

}  // namespace store
