#include "store/decisions.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, person, stream, stage, eligible, weekly, one_off, on_date, decided_by, reason, "
    "assessment from stream_decision ";

std::optional<Money> money_or_none(const Rows& rows, int column) {
    return rows.is_null(column) ? std::nullopt : std::optional<Money>(rows.money(column));
}

assessment::StreamDecision read_decision(const Rows& rows) {
    const std::optional<assessment::Stage> stage = assessment::stage_from_text(rows.text(3));
    CHECK(stage.has_value());
    return {.id = rows.id<DecisionId>(0),
            .person = rows.id<PersonId>(1),
            .stream = rows.text(2),
            .stage = *stage,
            .eligible = rows.flag(4),
            .weekly = money_or_none(rows, 5),
            .one_off = money_or_none(rows, 6),
            .on = rows.date(7),
            .decided_by = rows.text(8),
            .reason = rows.text(9),
            .assessment = rows.id<AssessmentId>(10)};
}

}  // namespace

void keep(Tx& tx, const assessment::StreamDecision& decision) {
    CHECK(!decision.id.is_none() && !decision.person.is_none() && !decision.stream.empty());
    std::int64_t seq = 1;
    {
        Rows rows = tx.query(
            "select coalesce(max(seq), 0) from stream_decision where authority = ? and person = ?",
            tx.authority(), decision.person);
        if (rows.next()) {
            seq = rows.number(0) + 1;
        }
    }
    tx.run(
        "insert into stream_decision (authority, person, seq, id, stream, stage, eligible, weekly, "
        "one_off, on_date, decided_by, reason, assessment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?)",
        tx.authority(), decision.person, seq, decision.id, decision.stream,
        assessment::to_text(decision.stage), decision.eligible, decision.weekly, decision.one_off,
        decision.on, decision.decided_by, decision.reason, decision.assessment);
}

std::vector<assessment::StreamDecision> load_decisions(View& view, PersonId person) {
    std::vector<assessment::StreamDecision> found;
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by seq";
    for (Rows rows = view.query(sql, view.authority(), person); rows.next();) {
        found.push_back(read_decision(rows));
    }
    return found;
}

std::optional<assessment::StreamDecision> latest(View& view, PersonId person,
                                                 const StreamId& stream, assessment::Stage stage) {
    const std::string sql =
        std::string(columns) +
        "where authority = ? and person = ? and stream = ? and stage = ? order by seq desc limit 1";
    Rows rows = view.query(sql, view.authority(), person, stream, assessment::to_text(stage));
    if (!rows.next()) {
        return std::nullopt;
    }
    return read_decision(rows);
}

std::vector<assessment::StreamDecision> load_agreed_of(View& view, const StreamId& stream) {
    std::vector<assessment::StreamDecision> found;
    const std::string sql = std::string(columns) +
                            "where authority = ? and stream = ? and stage = 'agreed' order by "
                            "on_date desc, id desc";
    for (Rows rows = view.query(sql, view.authority(), stream); rows.next();) {
        found.push_back(read_decision(rows));
    }
    return found;
}

}  // namespace store
