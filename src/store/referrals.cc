#include "store/referrals.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, person, stream, assessment, asked_on, asked_by, reply_by, note, answered_on, "
    "decision from referral ";

assessment::Referral read_referral(const Rows& rows) {
    return {.id = rows.id<ReferralId>(0),
            .person = rows.id<PersonId>(1),
            .stream = rows.text(2),
            .assessment = rows.id<AssessmentId>(3),
            .asked_on = rows.date(4),
            .asked_by = rows.text(5),
            .reply_by = rows.date(6),
            .note = rows.text(7),
            .answered_on = rows.date_or_none(8),
            .decision = rows.id<DecisionId>(9)};
}

std::vector<assessment::Referral> load_all(Rows rows) {
    std::vector<assessment::Referral> found;
    while (rows.next()) {
        found.push_back(read_referral(rows));
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const assessment::Referral& referral) {
    tx.run(
        "insert into referral (authority, id, person, stream, assessment, asked_on, asked_by, "
        "reply_by, note, answered_on, decision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), referral.id, referral.person, referral.stream, referral.assessment,
        referral.asked_on, referral.asked_by, referral.reply_by, referral.note,
        referral.answered_on, referral.decision);
}

void answer_referral(Tx& tx, ReferralId referral, Date on, DecisionId decision) {
    const std::int64_t changed = tx.run(
        "update referral set answered_on = ?, decision = ? where authority = ? and id = ? "
        "and answered_on is null",
        on, decision, tx.authority(), referral);
    CHECK(changed == 1 || tx.failure());
}

Result<assessment::Referral> load_referral(View& view, ReferralId referral) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), referral);
    if (!rows.next()) {
        return Error{"referral.not_found",
                     "This referral is not in the book. Open the list of referrals to find it."};
    }
    return read_referral(rows);
}

std::vector<assessment::Referral> load_referrals_of(View& view, const StreamId& stream) {
    const std::string waiting = std::string(columns) +
                                "where authority = ? and stream = ? and answered_on is null order "
                                "by asked_on, id";
    const std::string answered = std::string(columns) +
                                 "where authority = ? and stream = ? and answered_on is not null "
                                 "order by answered_on desc, id desc";
    std::vector<assessment::Referral> found =
        load_all(view.query(waiting, view.authority(), stream));
    for (assessment::Referral& referral :
         load_all(view.query(answered, view.authority(), stream))) {
        found.push_back(std::move(referral));
    }
    return found;
}

std::vector<assessment::Referral> load_referrals(View& view, PersonId person) {
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by asked_on, id";
    return load_all(view.query(sql, view.authority(), person));
}

}  // namespace store
