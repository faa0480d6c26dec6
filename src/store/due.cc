#include "store/due.h"

namespace store {

namespace {

template <typename... Values>
std::vector<MadeInstalment> read_instalments(View& view, const std::string& rest,
                                             const Values&... values) {
    std::vector<MadeInstalment> found;
    for (Rows rows = view.query(
             "select key, person, budget, line, holder, due, covers_from, covers_until, gross, "
             "share, made_on from instalment where authority = ? " +
                 rest + " order by due, key",
             view.authority(), values...);
         rows.next();) {
        found.push_back({rows.text(0),
                         rows.id<PersonId>(1),
                         rows.id<BudgetId>(2),
                         rows.id<PlanLineId>(3),
                         rows.id<PayeeId>(4),
                         rows.date(5),
                         {rows.date(6), rows.date(7)},
                         rows.money(8),
                         rows.money(9),
                         rows.date(10)});
    }
    return found;
}

template <typename... Values>
std::vector<Invoice> read_invoices(View& view, const std::string& rest, const Values&... values) {
    std::vector<Invoice> found;
    for (Rows rows =
             view.query("select id, key, person, budget, stream, reference, from_date, until_date, "
                        "for_period, correction, issued_on from invoice where authority = ? " +
                            rest + " order by issued_on, key",
                        view.authority(), values...);
         rows.next();) {
        found.push_back({rows.id<InvoiceId>(0),
                         rows.text(1),
                         rows.id<PersonId>(2),
                         rows.id<BudgetId>(3),
                         rows.text(4),
                         rows.text(5),
                         {rows.date(6), rows.date(7)},
                         rows.money(8),
                         rows.money(9),
                         rows.date(10)});
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const MadeInstalment& instalment) {
    tx.run(
        "insert into instalment (authority, key, person, budget, line, holder, due, covers_from, "
        "covers_until, gross, share, made_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), instalment.key, instalment.person, instalment.budget, instalment.line,
        instalment.holder, instalment.due, instalment.covers.from, instalment.covers.until,
        instalment.gross, instalment.share, instalment.made_on);
}

std::optional<MadeInstalment> find_instalment(View& view, const std::string& key) {
    std::vector<MadeInstalment> found = read_instalments(view, "and key = ?", key);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::set<std::string> load_instalment_keys(View& view) {
    std::set<std::string> keys;
    for (Rows rows = view.query("select key from instalment where authority = ?", view.authority());
         rows.next();) {
        keys.insert(rows.text(0));
    }
    return keys;
}

std::vector<MadeInstalment> load_instalments_of(View& view, PersonId person) {
    return read_instalments(view, "and person = ?", person);
}

std::vector<MadeInstalment> load_instalments(View& view, const Period& made) {
    return read_instalments(view, "and made_on >= ? and made_on < ?", made.from, made.until);
}

void keep(Tx& tx, const Invoice& invoice) {
    tx.run(
        "insert into invoice (authority, id, key, person, budget, stream, reference, from_date, "
        "until_date, for_period, correction, issued_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?)",
        tx.authority(), invoice.id, invoice.key, invoice.person, invoice.budget, invoice.stream,
        invoice.reference, invoice.period.from, invoice.period.until, invoice.for_period,
        invoice.correction, invoice.issued_on);
}

std::vector<Invoice> load_invoices_of(View& view, PersonId person) {
    return read_invoices(view, "and person = ?", person);
}

std::vector<Invoice> load_invoices(View& view) {
    return read_invoices(view, "");
}

std::map<std::string, Money> load_received(View& view) {
    std::map<std::string, Money> sums;
    for (Rows rows = view.query(
             "select e.about, sum(p.amount) from entry e join posting p on p.authority = "
             "e.authority and p.entry = e.id where e.authority = ? and p.kind = 'charge_paid' "
             "group by e.about",
             view.authority());
         rows.next();) {
        sums[rows.text(0)] = rows.money(1);
    }
    return sums;
}

std::map<std::pair<PersonId, StreamId>, Money> load_shares_given_back(View& view) {
    std::map<std::pair<PersonId, StreamId>, Money> sums;
    for (Rows rows = view.query(
             "select e.person, p.stream, sum(p.amount) from entry e join posting p on p.authority "
             "= e.authority and p.entry = e.id where e.authority = ? and e.cause >= 'share_back:' "
             "and e.cause < 'share_back;' and p.kind = 'held' group by e.person, p.stream",
             view.authority());
         rows.next();) {
        sums[{rows.id<PersonId>(0), rows.text(1)}] = rows.money(2);
    }
    return sums;
}

bool keep_reminder(Tx& tx, DeliveryId delivery, const std::string& who, Date on) {
    return tx.run(
               "insert into reminder (authority, delivery, who, on_date) values (?, ?, ?, ?) on "
               "conflict do nothing",
               tx.authority(), delivery, who, on) == 1;
}

std::vector<Reminder> load_reminders(View& view) {
    std::vector<Reminder> found;
    for (Rows rows = view.query(
             "select delivery, who, on_date from reminder where authority = ? order by on_date, "
             "delivery, who",
             view.authority());
         rows.next();) {
        found.push_back({rows.id<DeliveryId>(0), rows.text(1), rows.date(2)});
    }
    return found;
}

void keep(Tx& tx, const DueException& exception) {
    tx.run(
        "insert into due_exception (authority, about, person, since, message) values (?, ?, ?, ?, "
        "?) on conflict (authority, about) do update set message = excluded.message",
        tx.authority(), exception.about, exception.person, exception.since, exception.message);
}

void forget_exceptions(Tx& tx) {
    tx.run("delete from due_exception where authority = ?", tx.authority());
}

std::vector<DueException> load_exceptions(View& view) {
    std::vector<DueException> found;
    for (Rows rows = view.query(
             "select about, person, since, message from due_exception where authority = ? order by "
             "since, about",
             view.authority());
         rows.next();) {
        found.push_back({rows.text(0), rows.id<PersonId>(1), rows.date(2), rows.text(3)});
    }
    return found;
}

}  // namespace store
