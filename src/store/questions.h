#pragma once
// Keeps and loads what people were not sure of, asked help with or disagreed with.

#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "people/question_case.h"
#include "store/store.h"

namespace store {

// Loads one case. Refuses: question.not_found.
Result<people::QuestionCase> load_question(View& view, QuestionId question);

// Loads everything a person asked, latest first.
std::vector<people::QuestionCase> load_questions_of(View& view, PersonId person);

// Loads what waits for a worker's reply, soonest first.
std::vector<people::QuestionCase> load_waiting_questions(View& view, StaffId worker);

void keep(Tx& tx, const people::QuestionCase& question);

// Puts the reply of an answered case in the book.
void keep_reply(Tx& tx, const people::QuestionCase& question);

// Gives what waits for a person's reply to another worker.
void hand_over_questions(Tx& tx, PersonId person, StaffId to);

}  // namespace store
