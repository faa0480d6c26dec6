#include "store/ledger.h"

#include <map>

namespace store {

namespace {

// The part of an account's key that is empty text where the kind has none.
template <typename SomeId>
std::string key(const SomeId& id) {
    return id.is_none() ? std::string() : id.to_text();
}

template <typename SomeId>
SomeId from_key(const std::string& text) {
    if (text.empty()) {
        return {};
    }
    const std::optional<SomeId> id = SomeId::parse(text);
    CHECK(id.has_value());
    return *id;
}

ledger::AccountKind account_kind(const std::string& text) {
    const std::optional<ledger::AccountKind> kind = ledger::account_kind_from_text(text);
    CHECK(kind.has_value());
    return *kind;
}

void keep_balance(Tx& tx, const ledger::Balance& balance) {
    tx.run(
        "insert into balance (authority, person, kind, stream, payee, year, amount) values (?, ?, "
        "?, ?, ?, ?, ?) "
        "on conflict (authority, person, kind, stream, payee, year) do update set amount = "
        "excluded.amount",
        tx.authority(), key(balance.account.person), ledger::to_text(balance.account.kind),
        balance.account.stream, key(balance.account.payee), balance.account.year.begins_in,
        balance.amount);
}

// Writes the row of an entry at the end of all; false when there is one of its cause.
bool keep_entry(Tx& tx, const ledger::EntryFacts& facts) {
    return tx.run(
               "insert into entry (authority, seq, id, kind, on_date, recorded, cause, person, "
               "about, line, towards, reverses) select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, "
               "?, ?, ?, ?, ?, ? from entry where authority = ? on conflict (authority, cause) do "
               "nothing",
               tx.authority(), facts.id, ledger::to_text(facts.kind), facts.on, facts.recorded,
               facts.cause, facts.person, facts.about, facts.line, facts.towards, facts.reverses,
               tx.authority()) > 0;
}

// Reads entries with their postings: `rest` is what follows the join. A cross join, because SQLite
// then begins with the entries; it would begin with every posting of the book. The plus keeps it
// from walking all entries in the order of writing where an index finds the few that are asked for.
template <typename... Values>
std::vector<ledger::EntryFacts> read_rows(View& view, const std::string& rest,
                                          const Values&... values) {
    std::vector<ledger::EntryFacts> found;
    const std::string sql =
        "select e.id, e.kind, e.on_date, e.recorded, e.cause, e.person, e.about, e.line, "
        "e.towards, e.reverses, "
        "p.kind, p.stream, p.person, p.payee, p.amount, p.year from entry e cross join posting p "
        "where p.authority = e.authority and p.entry = e.id and e.authority = ? " +
        rest + " order by +e.seq, p.place";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        const EntryId id = rows.id<EntryId>(0);
        if (found.empty() || found.back().id != id) {
            const std::optional<ledger::EntryKind> kind =
                ledger::entry_kind_from_text(rows.text(1));
            CHECK(kind.has_value());
            ledger::EntryFacts facts;
            facts.id = id;
            facts.kind = *kind;
            facts.on = rows.date(2);
            facts.recorded = rows.instant(3);
            facts.cause = rows.text(4);
            facts.person = rows.id<PersonId>(5);
            facts.about = rows.text(6);
            if (!rows.is_null(7)) {
                facts.line = rows.id<PlanLineId>(7);
            }
            facts.towards = rows.text(8);
            if (!rows.is_null(9)) {
                facts.reverses = rows.id<EntryId>(9);
            }
            found.push_back(std::move(facts));
        }
        ledger::Posting posting;
        posting.account = {account_kind(rows.text(10)), rows.text(11),
                           from_key<PersonId>(rows.text(12)), from_key<PayeeId>(rows.text(13)),
                           CouncilYear{rows.number(15)}};
        posting.amount = rows.money(14);
        found.back().postings.push_back(std::move(posting));
    }
    return found;
}

// Asks the law again of what was kept.
std::vector<ledger::Entry> made(std::vector<ledger::EntryFacts> rows) {
    std::vector<ledger::Entry> entries;
    for (ledger::EntryFacts& facts : rows) {
        Result<ledger::Entry> entry = ledger::Entry::make(std::move(facts));
        CHECK(entry.has_value());
        entries.push_back(std::move(entry).value());
    }
    return entries;
}

std::optional<ledger::Entry> first(std::vector<ledger::Entry> entries) {
    return entries.empty() ? std::nullopt
                           : std::optional<ledger::Entry>(std::move(entries.front()));
}

template <typename... Values>
std::vector<ledger::Balance> read_balances(View& view, const std::string& rest,
                                           const Values&... values) {
    std::vector<ledger::Balance> found;
    const std::string sql =
        "select person, kind, stream, payee, amount, year from balance where authority = ? " +
        rest + " order by person, kind, stream, payee, year";
    for (Rows rows = view.query(sql, view.authority(), values...); rows.next();) {
        found.push_back(
            {{account_kind(rows.text(1)), rows.text(2), from_key<PersonId>(rows.text(0)),
              from_key<PayeeId>(rows.text(3)), CouncilYear{rows.number(5)}},
             rows.money(4)});
    }
    return found;
}

// Gives the balance of exactly this account, of its year or of none.
Money exact_balance(View& view, const ledger::Account& account) {
    Rows rows = view.query(
        "select amount from balance where authority = ? and person = ? and kind = ? and stream = ? "
        "and payee = ? and year = ?",
        view.authority(), key(account.person), ledger::to_text(account.kind), account.stream,
        key(account.payee), account.year.begins_in);
    return rows.next() ? rows.money(0) : Money();
}

Outcome check_reversal(View& view, const ledger::Entry& reversal) {
    const std::optional<ledger::Entry> original = find_entry(view, *reversal.facts().reverses);
    if (!original) {
        return Error{"ledger.reverses_unknown", "The entry to take back does not exist."};
    }
    const std::vector<ledger::Entry> earlier =
        made(read_rows(view, "and e.reverses = ?", *reversal.facts().reverses));
    return ledger::check_reversal(reversal, *original, earlier);
}

}  // namespace

Outcome append(Tx& tx, const ledger::Entry& entry) {
    const ledger::EntryFacts& facts = entry.facts();
    if (facts.reverses && !has_cause(tx, facts.cause)) {
        TRY_DONE(check_reversal(tx, entry));
    }
    std::vector<ledger::Balance> before;
    for (const ledger::Posting& posting : facts.postings) {
        before.push_back({posting.account, exact_balance(tx, posting.account)});
    }
    Result<std::vector<ledger::Balance>> after = ledger::balances_after(entry, before);
    if (!after) {
        // What was posted before may have left too little for a second time.
        return has_cause(tx, facts.cause) ? Outcome(Done{}) : Outcome(after.error());
    }
    if (!keep_entry(tx, facts)) {
        return Done{};
    }
    for (std::int64_t place = 0; const ledger::Posting& posting : facts.postings) {
        tx.run(
            "insert into posting (authority, entry, place, kind, stream, person, payee, amount, "
            "year) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tx.authority(), facts.id, place++, ledger::to_text(posting.account.kind),
            posting.account.stream, key(posting.account.person), key(posting.account.payee),
            posting.amount, posting.account.year.begins_in);
    }
    for (const ledger::Balance& balance : after.value()) {
        keep_balance(tx, balance);
    }
    return Done{};
}

Outcome append(Tx& tx, const std::vector<ledger::Entry>& entries) {
    for (const ledger::Entry& entry : entries) {
        TRY_DONE(append(tx, entry));
    }
    return Done{};
}

bool has_cause(View& view, const std::string& cause) {
    return view
        .query("select 1 from entry where authority = ? and cause = ?", view.authority(), cause)
        .next();
}

std::optional<ledger::Entry> find_entry(View& view, EntryId id) {
    return first(made(read_rows(view, "and e.id = ?", id)));
}

std::optional<ledger::Entry> find_entry_by_cause(View& view, const std::string& cause) {
    return first(made(read_rows(view, "and e.cause = ?", cause)));
}

std::vector<ledger::Entry> load_entries_of(View& view, PersonId person) {
    return made(read_rows(view, "and e.person = ?", person));
}

std::vector<ledger::Entry> load_entries_of_stream(View& view, const StreamId& stream) {
    return made(read_rows(
        view,
        "and (e.towards = ? or e.id in (select entry from posting where authority = ? and stream = "
        "?))",
        stream, view.authority(), stream));
}

std::vector<ledger::Entry> load_entries_about(View& view, const std::string& about) {
    return made(read_rows(view, "and e.about = ?", about));
}

std::vector<ledger::Entry> load_entries(View& view) {
    return made(read_rows(view, ""));
}

std::vector<ledger::EntryFacts> load_entry_rows(View& view) {
    return read_rows(view, "");
}

std::vector<ledger::Balance> load_balances_of(View& view, PersonId person) {
    return read_balances(view, "and person = ?", person);
}

std::vector<ledger::Balance> load_balances_of(View& view, PersonId person, Date on) {
    std::vector<ledger::Balance> balances = load_balances_of(view, person);
    for (const ledger::Entry& later :
         made(read_rows(view, "and e.person = ? and e.on_date > ?", person, on))) {
        for (const ledger::Posting& posting : later.postings()) {
            for (ledger::Balance& balance : balances) {
                if (balance.account == posting.account) {
                    balance.amount -= posting.amount;
                }
            }
        }
    }
    return balances;
}

std::vector<ledger::Balance> load_balances_of_stream(View& view, const StreamId& stream) {
    return read_balances(view, "and stream = ?", stream);
}

std::vector<ledger::Balance> load_balances(View& view) {
    return read_balances(view, "");
}

Money load_kept_back(View& view, PersonId person, CouncilYear year, Date on) {
    // A cross join, so that SQLite begins with the few entries of these kinds.
    Rows rows = view.query(
        "select coalesce(-sum(p.amount), 0) from entry e cross join posting p "
        "left join entry o on o.authority = e.authority and o.id = e.reverses "
        "where p.authority = e.authority and p.entry = e.id and p.kind = 'held' "
        "and p.year = ? and e.authority = ? and e.person = ? and e.on_date || '' <= ? "
        "and e.kind in ('net_contribution', 'net_contribution_undone', 'reversal') "
        "and coalesce(o.kind, e.kind) in ('net_contribution', 'net_contribution_undone')",
        year.begins_in, view.authority(), person, on);
    CHECK(rows.next());
    return rows.money(0);
}

Money load_balance(View& view, const ledger::Account& account) {
    if (!account.year.is_none()) {
        return exact_balance(view, account);
    }
    Rows rows = view.query(
        "select coalesce(sum(amount), 0) from balance where authority = ? and person = ? and kind "
        "= ? and stream = ? and payee = ?",
        view.authority(), key(account.person), ledger::to_text(account.kind), account.stream,
        key(account.payee));
    return rows.next() ? rows.money(0) : Money();
}

void rebuild_balances(Tx& tx) {
    tx.run("delete from balance where authority = ?", tx.authority());
    tx.run(
        "insert into balance (authority, person, kind, stream, payee, year, amount) "
        "select authority, person, kind, stream, payee, year, sum(amount) from posting where "
        "authority = ? group by authority, person, kind, stream, payee, year",
        tx.authority());
}

namespace {

constexpr std::string_view payee_columns =
    "select id, kind, name, person, provider, relationship, ended_on from payee where authority = "
    "? ";

template <typename... Values>
std::vector<Payee> read_payees(View& view, const std::string& rest, const Values&... values) {
    std::vector<Payee> found;
    for (Rows rows = view.query(std::string(payee_columns) + rest + " order by id",
                                view.authority(), values...);
         rows.next();) {
        Payee payee{rows.id<PayeeId>(0), rows.text(1), rows.text(2), rows.id<PersonId>(3),
                    rows.id<ProviderId>(4)};
        if (!rows.is_null(5)) {
            payee.relationship = rows.id<RelationshipId>(5);
        }
        payee.ended_on = rows.date_or_none(6);
        found.push_back(std::move(payee));
    }
    return found;
}

std::optional<Payee> first(std::vector<Payee> payees) {
    return payees.empty() ? std::nullopt : std::optional<Payee>(std::move(payees.front()));
}

}  // namespace

void keep(Tx& tx, const Payee& payee) {
    tx.run(
        "insert into payee (authority, id, kind, name, person, provider, relationship, ended_on) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), payee.id, payee.kind, payee.name, payee.person, payee.provider,
        payee.relationship, payee.ended_on);
}

void end_payee(Tx& tx, PayeeId id, Date on) {
    tx.run("update payee set ended_on = ? where authority = ? and id = ?", on, tx.authority(), id);
}

std::optional<Payee> find_payee_of_nominee(View& view, RelationshipId relationship) {
    return first(read_payees(view, "and relationship = ?", relationship));
}

std::vector<Payee> load_payees_of_nominees(View& view) {
    return read_payees(view, "and relationship is not null");
}

std::optional<Payee> find_payee(View& view, PayeeId id) {
    return first(read_payees(view, "and id = ?", id));
}

std::optional<Payee> find_payee_of_provider(View& view, ProviderId provider) {
    return first(read_payees(view, "and provider = ?", provider));
}

std::optional<Payee> find_payee_of_person(View& view, PersonId person) {
    return first(read_payees(view, "and person = ? and kind = 'person'", person));
}

std::vector<Payee> load_payees_of_person(View& view, PersonId person) {
    return read_payees(view, "and person = ?", person);
}

std::vector<Payee> load_payees(View& view) {
    return read_payees(view, "");
}

}  // namespace store
