#include "store/reviews.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select person, seq, kind, due_on, held_on, outcome, notes, held_by from review ";

people::Review read_review(const Rows& rows) {
    const auto kind = people::review_kind_from_text(rows.text(2));
    CHECK(kind.has_value());
    people::Review review;
    review.person = rows.id<PersonId>(0);
    review.seq = rows.number(1);
    review.kind = *kind;
    review.due_on = rows.date(3);
    if (!rows.is_null(4)) {
        const auto outcome = people::review_outcome_from_text(rows.text(5));
        CHECK(outcome.has_value());
        review.held = people::ReviewHeld{rows.date(4), *outcome, rows.text(6), rows.text(7)};
    }
    return review;
}

}  // namespace

std::vector<people::Review> load_reviews(View& view, PersonId person) {
    std::vector<people::Review> found;
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by seq desc";
    for (Rows rows = view.query(sql, view.authority(), person); rows.next();) {
        found.push_back(read_review(rows));
    }
    return found;
}

std::optional<people::Review> find_review_to_come(View& view, PersonId person) {
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? and held_on is null";
    Rows rows = view.query(sql, view.authority(), person);
    return rows.next() ? std::optional(read_review(rows)) : std::nullopt;
}

void keep(Tx& tx, const people::Review& review) {
    std::optional<Date> held_on;
    std::optional<std::string> outcome;
    std::optional<std::string> held_by;
    std::string notes;
    if (review.held) {
        held_on = review.held->on;
        outcome = std::string(people::to_text(review.held->outcome));
        held_by = review.held->by;
        notes = review.held->notes;
    }
    if (review.seq > 0) {
        tx.run(
            "update review set kind = ?, due_on = ?, held_on = ?, outcome = ?, notes = ?, held_by "
            "= ? where authority = ? and person = ? and seq = ?",
            people::to_text(review.kind), review.due_on, held_on, outcome, notes, held_by,
            tx.authority(), review.person, review.seq);
        return;
    }
    tx.run(
        "insert into review (authority, person, seq, kind, due_on, held_on, outcome, notes, "
        "held_by) values (?, ?, (select count(*) + 1 from review where authority = ? and person = "
        "?), ?, ?, ?, ?, ?, ?)",
        tx.authority(), review.person, tx.authority(), review.person, people::to_text(review.kind),
        review.due_on, held_on, outcome, notes, held_by);
}

}  // namespace store
