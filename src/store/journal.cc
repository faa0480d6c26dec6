#include "store/journal.h"

#include "base/digest.h"

namespace store {

namespace {

const std::string no_line_before(64, '0');

// Length before each part, so that no two different lines give the same bytes.
void add_part(std::string& bytes, std::string_view part) {
    bytes += std::to_string(part.size()) + ":";
    bytes += part;
}

constexpr std::string_view columns =
    "select seq, id, at, on_date, actor, actor_name, relation, name, person, about, detail, "
    "previous, hash from act ";

JournalLine read_line(const Rows& rows) {
    JournalLine line;
    line.seq = rows.number(0);
    line.id = rows.id<ActId>(1);
    line.at = rows.instant(2);
    line.on = rows.date(3);
    line.actor = rows.text(4);
    line.actor_name = rows.text(5);
    line.relation = rows.text(6);
    line.name = rows.text(7);
    line.person = rows.id<PersonId>(8);
    line.about = rows.text(9);
    line.detail = rows.text(10);
    line.previous = rows.text(11);
    line.hash = rows.text(12);
    return line;
}

}  // namespace

std::string journal_hash(const JournalLine& line, const std::string& previous) {
    std::string bytes = previous;
    add_part(bytes, std::to_string(line.seq));
    add_part(bytes, line.id.to_text());
    add_part(bytes, line.at.to_text());
    add_part(bytes, line.on.to_text());
    add_part(bytes, line.actor);
    add_part(bytes, line.actor_name);
    add_part(bytes, line.relation);
    add_part(bytes, line.name);
    add_part(bytes, line.person.is_none() ? "" : line.person.to_text());
    add_part(bytes, line.about);
    add_part(bytes, line.detail);
    return base::digest(bytes);
}

void append(Tx& tx, JournalLine line) {
    line.seq = 1;
    line.previous = no_line_before;
    {
        Rows rows =
            tx.query("select seq, hash from act where authority = ? order by seq desc limit 1",
                     tx.authority());
        if (rows.next()) {
            line.seq = rows.number(0) + 1;
            line.previous = rows.text(1);
        }
    }
    line.hash = journal_hash(line, line.previous);
    tx.run(
        "insert into act (authority, seq, id, at, on_date, actor, actor_name, relation, name, "
        "person, about, detail, "
        "previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), line.seq, line.id, line.at, line.on, line.actor, line.actor_name,
        line.relation, line.name, line.person,
        line.about.empty() ? Bound(std::nullopt) : Bound(line.about), line.detail, line.previous,
        line.hash);
}

std::vector<JournalLine> load_acts_for(View& view, PersonId person, std::int64_t count_max) {
    std::vector<JournalLine> found;
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by seq desc limit ?";
    for (Rows rows = view.query(sql, view.authority(), person, count_max); rows.next();) {
        found.push_back(read_line(rows));
    }
    return found;
}

std::vector<JournalLine> load_acts_named(View& view, PersonId person, std::string_view name) {
    std::vector<JournalLine> found;
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? and name = ? order by seq";
    for (Rows rows = view.query(sql, view.authority(), person, name); rows.next();) {
        found.push_back(read_line(rows));
    }
    return found;
}

std::vector<JournalLine> load_acts_about(View& view, PersonId person, std::string_view about) {
    std::vector<JournalLine> found;
    const std::string sql = std::string(columns) + "where authority = ? and about = ? and person " +
                            (person.is_none() ? "is null order by seq" : "= ? order by seq");
    Rows rows = person.is_none() ? view.query(sql, view.authority(), about)
                                 : view.query(sql, view.authority(), about, person);
    while (rows.next()) {
        found.push_back(read_line(rows));
    }
    return found;
}

std::optional<std::int64_t> first_broken_line(View& view) {
    std::int64_t expected = 1;
    std::string previous = no_line_before;
    const std::string sql = std::string(columns) + "where authority = ? order by seq";
    for (Rows rows = view.query(sql, view.authority()); rows.next(); ++expected) {
        const JournalLine line = read_line(rows);
        if (line.seq != expected || line.previous != previous ||
            line.hash != journal_hash(line, previous)) {
            return expected;
        }
        previous = line.hash;
    }
    return std::nullopt;
}

std::optional<KeptAnswer> find_answer(View& view, RequestId request) {
    Rows rows = view.query("select fingerprint, answer from request where authority = ? and id = ?",
                           view.authority(), request);
    if (!rows.next()) {
        return std::nullopt;
    }
    return KeptAnswer{rows.text(0), rows.text(1)};
}

void keep_answer(Tx& tx, RequestId request, const KeptAnswer& answer, Instant at) {
    tx.run("insert into request (authority, id, fingerprint, answer, at) values (?, ?, ?, ?, ?)",
           tx.authority(), request, answer.fingerprint, answer.answer, at);
}

bool has_look(View& view, PersonId person, const std::string& actor, std::string_view purpose,
              Instant quarter) {
    return view
        .query(
            "select 1 from look where authority = ? and person = ? and actor = ? and purpose = ? "
            "and quarter = ?",
            view.authority(), person, actor, purpose, quarter)
        .next();
}

namespace {

struct LookHead {
    std::int64_t seq = 0;
    std::string hash = std::string(no_line_before);
};

LookHead look_head(View& view) {
    Rows rows = view.query("select seq, hash from look_head where authority = ?", view.authority());
    return rows.next() ? LookHead{rows.number(0), rows.text(1)} : LookHead{};
}

// The digest a look must carry after `previous`.
std::string look_hash(const LookHead& previous, const std::string& person, const Look& look,
                      const std::string& quarter) {
    std::string bytes = previous.hash;
    add_part(bytes, std::to_string(previous.seq + 1));
    add_part(bytes, person);
    add_part(bytes, look.actor);
    add_part(bytes, look.actor_name);
    add_part(bytes, look.relation);
    add_part(bytes, look.purpose);
    add_part(bytes, quarter);
    add_part(bytes, look.at.to_text());
    return base::digest(bytes);
}

}  // namespace

void keep_look(Tx& tx, PersonId person, const Look& look, Instant quarter) {
    if (has_look(tx, person, look.actor, look.purpose, quarter)) {
        return;
    }
    const LookHead previous = look_head(tx);
    const LookHead head{previous.seq + 1,
                        look_hash(previous, person.to_text(), look, quarter.to_text())};
    tx.run(
        "insert into look (authority, person, actor, actor_name, relation, purpose, quarter, at, "
        "seq, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), person, look.actor, look.actor_name, look.relation, look.purpose, quarter,
        look.at, head.seq, head.hash);
    tx.run(
        "insert into look_head (authority, seq, hash) values (?, ?, ?) on conflict (authority) do "
        "update set seq = excluded.seq, hash = excluded.hash",
        tx.authority(), head.seq, head.hash);
}

std::optional<std::string> broken_look(View& view) {
    LookHead walked;
    for (Rows rows = view.query(
             "select person, actor, actor_name, relation, purpose, quarter, at, seq, hash from "
             "look where authority = ? and seq is not null order by seq",
             view.authority());
         rows.next();) {
        if (rows.number(7) != walked.seq + 1) {
            return "look " + std::to_string(walked.seq + 1) + " is missing";
        }
        const Look look{rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.instant(6)};
        const std::string hash = look_hash(walked, rows.text(0), look, rows.text(5));
        if (hash != rows.text(8)) {
            return "look " + std::to_string(walked.seq + 1) + " was changed";
        }
        walked = {walked.seq + 1, hash};
    }
    const LookHead head = look_head(view);
    if (walked.seq != head.seq || walked.hash != head.hash) {
        return "the looks after " + std::to_string(walked.seq) + " are missing";
    }
    return std::nullopt;
}

std::vector<Look> load_looks(View& view, PersonId person, std::int64_t count_max) {
    std::vector<Look> found;
    for (Rows rows = view.query(
             "select actor, actor_name, relation, purpose, at from look where authority = ? and "
             "person = ? order by at desc, actor limit ?",
             view.authority(), person, count_max);
         rows.next();) {
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.instant(4)});
    }
    return found;
}

}  // namespace store
