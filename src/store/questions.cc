#include "store/questions.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, person, ask, about, own_words, asked_on, asked_by, asked_by_name, worker, "
    "reply_by, reply, replied_on, replied_by from question_case ";

people::QuestionCase read_question(const Rows& rows) {
    const auto ask = people::ask_from_text(rows.text(2));
    CHECK(ask.has_value());
    people::QuestionCase question;
    question.id = rows.id<QuestionId>(0);
    question.person = rows.id<PersonId>(1);
    question.ask = *ask;
    question.about = rows.text(3);
    question.own_words = rows.text(4);
    question.asked_on = rows.date(5);
    question.asked_by = rows.id<AccountId>(6);
    question.asked_by_name = rows.text(7);
    question.worker = rows.id<StaffId>(8);
    question.reply_by = rows.date(9);
    if (!rows.is_null(10)) {
        question.reply = people::Reply{rows.text(10), rows.date(11), rows.text(12)};
    }
    return question;
}

std::vector<people::QuestionCase> read_questions(Rows rows) {
    std::vector<people::QuestionCase> found;
    while (rows.next()) {
        found.push_back(read_question(rows));
    }
    return found;
}

}  // namespace

Result<people::QuestionCase> load_question(View& view, QuestionId question) {
    const std::string sql = std::string(columns) + "where authority = ? and id = ?";
    Rows rows = view.query(sql, view.authority(), question);
    if (!rows.next()) {
        return Error{"question.not_found",
                     "There is no such question here. Go back to the list and choose again."};
    }
    return read_question(rows);
}

std::vector<people::QuestionCase> load_questions_of(View& view, PersonId person) {
    const std::string sql =
        std::string(columns) + "where authority = ? and person = ? order by asked_on desc, id desc";
    return read_questions(view.query(sql, view.authority(), person));
}

std::vector<people::QuestionCase> load_waiting_questions(View& view, StaffId worker) {
    const std::string sql =
        std::string(columns) +
        "where authority = ? and worker = ? and reply is null order by reply_by, id";
    return read_questions(view.query(sql, view.authority(), worker));
}

void keep(Tx& tx, const people::QuestionCase& question) {
    tx.run(
        "insert into question_case (authority, id, person, ask, about, own_words, asked_on, "
        "asked_by, asked_by_name, worker, reply_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), question.id, question.person, people::to_text(question.ask), question.about,
        question.own_words, question.asked_on, question.asked_by, question.asked_by_name,
        question.worker, question.reply_by);
}

void keep_reply(Tx& tx, const people::QuestionCase& question) {
    CHECK(question.reply.has_value());
    tx.run(
        "update question_case set reply = ?, replied_on = ?, replied_by = ? where authority = ? "
        "and id = ? and reply is null",
        question.reply->words, question.reply->on, question.reply->by, tx.authority(), question.id);
}

void hand_over_questions(Tx& tx, PersonId person, StaffId to) {
    tx.run(
        "update question_case set worker = ? where authority = ? and person = ? and reply is null",
        to, tx.authority(), person);
}

}  // namespace store
