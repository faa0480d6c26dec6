#include "store/assessments.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, person, package, status, started_on, sent_on, checked_on, decided_on, started_by, "
    "channel from assessment ";

template <typename T>
T known(const std::optional<T>& value) {
    CHECK(value.has_value());
    return *value;
}

assessment::Record read_record(const Rows& rows) {
    return {.id = rows.id<AssessmentId>(0),
            .person = rows.id<PersonId>(1),
            .package = rows.text(2),
            .status = known(assessment::status_from_text(rows.text(3))),
            .started_on = rows.date(4),
            .sent_on = rows.date_or_none(5),
            .checked_on = rows.date_or_none(6),
            .decided_on = rows.date_or_none(7),
            .started_by = rows.id<AccountId>(8),
            .channel = known(assessment::channel_from_text(rows.text(9)))};
}

}  // namespace

void keep(Tx& tx, const assessment::Record& record) {
    tx.run(
        "insert into assessment (authority, id, person, package, status, started_on, sent_on, "
        "checked_on, decided_on, started_by, channel) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), record.id, record.person, record.package,
        assessment::to_text(record.status), record.started_on, record.sent_on, record.checked_on,
        record.decided_on, record.started_by, assessment::to_text(record.channel));
}

void change(Tx& tx, const assessment::Record& record) {
    const std::int64_t changed = tx.run(
        "update assessment set status = ?, sent_on = ?, checked_on = ?, decided_on = ? "
        "where authority = ? and id = ?",
        assessment::to_text(record.status), record.sent_on, record.checked_on, record.decided_on,
        tx.authority(), record.id);
    CHECK(changed == 1 || tx.failure());
}

Result<assessment::Record> load_assessment(View& view, AssessmentId assessment) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), assessment);
    if (!rows.next()) {
        return Error{"assessment.not_found",
                     "This assessment is not in the book. Open the person's page to find it."};
    }
    return read_record(rows);
}

std::optional<assessment::Record> newest_assessment(View& view, PersonId person) {
    const std::string sql = std::string(columns) +
                            "where authority = ? and person = ? order by started_on desc, id desc "
                            "limit 1";
    Rows rows = view.query(sql, view.authority(), person);
    return rows.next() ? std::optional(read_record(rows)) : std::nullopt;
}

std::vector<assessment::Record> load_assessments(View& view, PersonId person) {
    std::vector<assessment::Record> found;
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by started_on, id";
    for (Rows rows = view.query(sql, view.authority(), person); rows.next();) {
        found.push_back(read_record(rows));
    }
    return found;
}

void add_answer(Tx& tx, AssessmentId assessment, const assessment::Answer& answer) {
    tx.run(
        "insert into answer (authority, assessment, seq, question, voice, value, not_sure, "
        "by_account, by_name, for_name, channel, at) select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, "
        "?, ?, ?, ?, ?, ?, ? from answer where authority = ? and assessment = ?",
        tx.authority(), assessment, answer.question, assessment::to_text(answer.voice),
        answer.value, answer.not_sure, answer.by, answer.by_name, answer.for_name,
        assessment::to_text(answer.channel), answer.at, tx.authority(), assessment);
}

assessment::Answers load_answers(View& view, AssessmentId assessment) {
    std::vector<assessment::Answer> given;
    for (Rows rows = view.query("select question, voice, value, not_sure, by_account, by_name, "
                                "for_name, channel, at from answer where authority = ? and "
                                "assessment = ? order by seq",
                                view.authority(), assessment);
         rows.next();) {
        given.push_back({.question = rows.text(0),
                         .voice = known(assessment::voice_from_text(rows.text(1))),
                         .value = rows.text(2),
                         .not_sure = rows.flag(3),
                         .by = rows.id<AccountId>(4),
                         .by_name = rows.text(5),
                         .for_name = rows.text(6),
                         .channel = known(assessment::channel_from_text(rows.text(7))),
                         .at = rows.instant(8)});
    }
    return assessment::Answers(std::move(given));
}

}  // namespace store
