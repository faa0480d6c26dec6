#include "store/bank_statements.h"

#include "base/text.h"

namespace store {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    return text.empty() ? std::vector<std::string>{} : base::split_text(text, '\n');
}

// References come from a bank's file and may hold a line end; ours have none.
std::string in_lines(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        out += out.empty() ? "" : "\n";
        for (const char c : text) {
            out += c == '\n' || c == '\r' ? ' ' : c;
        }
    }
    return out;
}

std::int64_t next(Tx& tx, const std::string& table, const std::string& column) {
    Rows rows = tx.query("select max(" + column + ") from " + table + " where authority = ?",
                         tx.authority());
    return rows.next() && !rows.is_null(0) ? rows.number(0) + 1 : 1;
}

template <typename... Values>
std::vector<payments::BankLine> read_lines(View& view, const std::string& rest,
                                           const Values&... values) {
    std::vector<payments::BankLine> found;
    for (Rows rows = view.query(
             "select id, statement, entry, detail, booked, direction, is_reversal, amount, "
             "end_to_end, batch, members, refs, party, reason from bank_line where authority = ? " +
                 rest + " order by seq",
             view.authority(), values...);
         rows.next();) {
        payments::BankLine line;
        line.id = rows.id<BankLineId>(0);
        line.statement = rows.text(1);
        line.entry = static_cast<std::size_t>(rows.number(2));
        line.detail = static_cast<std::size_t>(rows.number(3));
        line.booked = rows.date(4);
        line.direction = rows.text(5) == "out" ? payments::Direction::out : payments::Direction::in;
        line.is_reversal = rows.flag(6);
        line.amount = rows.money(7);
        line.end_to_end_id = rows.text(8);
        line.batch_id = rows.text(9);
        line.batch_members = lines_of(rows.text(10));
        line.references = lines_of(rows.text(11));
        line.party = rows.text(12);
        line.return_reason = rows.text(13);
        found.push_back(std::move(line));
    }
    return found;
}

void load_parts(View& view, KeptMatch& kept) {
    for (Rows rows = view.query(
             "select payment, before, about, amount from bank_match_part where authority = ? and "
             "match = ? order by place",
             view.authority(), kept.id);
         rows.next();) {
        payments::MatchPart part;
        if (!rows.is_null(0)) {
            part.payment = rows.id<PaymentId>(0);
        }
        if (!rows.is_null(1)) {
            part.before = payments::payment_status_from_text(rows.text(1));
        }
        part.about = rows.text(2);
        part.amount = rows.money(3);
        kept.match.parts.push_back(std::move(part));
    }
}

template <typename... Values>
std::vector<KeptMatch> read_matches(View& view, const std::string& rest, const Values&... values) {
    std::vector<KeptMatch> found;
    for (Rows rows = view.query(
             "select id, line, kind, reason, accepted_by, accepted_at, undone_by from bank_match "
             "where authority = ? " +
                 rest + " order by id",
             view.authority(), values...);
         rows.next();) {
        KeptMatch kept{.id = rows.number(0),
                       .match = {.line = rows.id<BankLineId>(1)},
                       .accepted_by = rows.text(4),
                       .accepted_at = rows.instant(5),
                       .undone_by = rows.text(6)};
        const auto kind = payments::match_kind_from_text(rows.text(2));
        CHECK(kind.has_value());
        kept.match.kind = *kind;
        kept.match.reason = rows.text(3);
        found.push_back(std::move(kept));
    }
    for (KeptMatch& kept : found) {
        load_parts(view, kept);
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const BankImport& import, const std::string& bytes) {
    tx.run(
        "insert into bank_import (authority, digest, seq, statement, records, lines, imported_by, "
        "imported_at, bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), import.digest, next(tx, "bank_import", "seq"), import.statement,
        import.records, import.lines, import.by, import.at, bytes);
}

bool has_import(View& view, const std::string& digest) {
    return view
        .query("select 1 from bank_import where authority = ? and digest = ?", view.authority(),
               digest)
        .next();
}

std::vector<BankImport> load_imports(View& view) {
    std::vector<BankImport> found;
    for (Rows rows = view.query(
             "select digest, statement, records, lines, imported_by, imported_at from bank_import "
             "where authority = ? order by seq desc",
             view.authority());
         rows.next();) {
        found.push_back({rows.text(0), rows.text(1), rows.number(2), rows.number(3), rows.text(4),
                         rows.instant(5)});
    }
    return found;
}

bool has_bank_line(View& view, BankLineId id) {
    return view
        .query("select 1 from bank_line where authority = ? and id = ?", view.authority(), id)
        .next();
}

void keep(Tx& tx, const payments::BankLine& line, const std::string& import) {
    tx.run(
        "insert into bank_line (authority, id, seq, import, statement, entry, detail, booked, "
        "direction, is_reversal, amount, end_to_end, batch, members, refs, party, reason) values "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), line.id, next(tx, "bank_line", "seq"), import, line.statement,
        static_cast<std::int64_t>(line.entry), static_cast<std::int64_t>(line.detail), line.booked,
        payments::to_text(line.direction), line.is_reversal, line.amount, line.end_to_end_id,
        line.batch_id, in_lines(line.batch_members), in_lines(line.references), line.party,
        line.return_reason);
}

std::vector<payments::BankLine> load_bank_lines(View& view) {
    return read_lines(view, "");
}

std::vector<payments::BankLine> load_open_bank_lines(View& view) {
    return read_lines(view,
                      "and id not in (select line from bank_match where authority = ? and "
                      "undone_at is null)",
                      view.authority());
}

std::int64_t keep_match(Tx& tx, const payments::Match& match, const std::string& by, Instant at) {
    const std::int64_t id = next(tx, "bank_match", "id");
    tx.run(
        "insert into bank_match (authority, id, line, kind, reason, accepted_by, accepted_at) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), id, match.line, payments::to_text(match.kind), match.reason, by, at);
    for (std::int64_t place = 0; const payments::MatchPart& part : match.parts) {
        std::optional<std::string> before;
        if (part.before) {
            before = std::string(payments::to_text(*part.before));
        }
        tx.run(
            "insert into bank_match_part (authority, match, place, payment, before, about, amount) "
            "values (?, ?, ?, ?, ?, ?, ?)",
            tx.authority(), id, place++, part.payment, before, part.about, part.amount);
    }
    return id;
}

void undo_match(Tx& tx, std::int64_t id, const std::string& by, Instant at) {
    tx.run("update bank_match set undone_by = ?, undone_at = ? where authority = ? and id = ?", by,
           at, tx.authority(), id);
}

std::optional<KeptMatch> find_match(View& view, std::int64_t id) {
    std::vector<KeptMatch> found = read_matches(view, "and id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<KeptMatch> load_matches(View& view) {
    return read_matches(view, "and undone_at is null");
}

std::set<BankLineId> load_undone_lines(View& view) {
    std::set<BankLineId> lines;
    for (Rows rows =
             view.query("select line from bank_match where authority = ? and undone_at is not null",
                        view.authority());
         rows.next();) {
        lines.insert(rows.id<BankLineId>(0));
    }
    return lines;
}

}  // namespace store
