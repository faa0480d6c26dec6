#pragma once
// A person says "I am not sure", "ask someone to help me" or "I disagree" about a question or a
// sum, gets a named worker and a day of reply counted in working days, and sees the reply. The
// worker is the one of her record, or else the duty worker.

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/person.h"
#include "people/question_case.h"

namespace casework {

// The working days within which a reply is promised, when the policy package in force does not name
// a parameter `reply_working_days`.
inline constexpr std::int64_t reply_working_days = 5;

// Opens a case and names its worker and day of reply.
// Refuses: question.words_missing, question.about_missing, question.nobody_there,
// people.not_found, people.record_closed.
Result<QuestionId> ask_about(Desk& desk, PersonId person, people::Ask ask, const std::string& about,
                             const std::string& own_words);

// The worker (or any other social worker) replies; the person reads the words as they stand.
// Refuses: question.not_found, question.reply_missing, question.already_answered.
Outcome reply_to_question(Desk& desk, PersonId person, QuestionId question,
                          const std::string& reply);

// A case as a page shows it.
struct AskedQuestion {
    people::QuestionCase question;
    std::string about_words;  // "Washing and dressing", "the sum for Transport"
    std::string worker_name;
};

// Lists what a person asked, latest first.
Result<std::vector<AskedQuestion>> questions_of(Desk& desk, PersonId person);

// Opens one case of a person. Refuses: question.not_found.
Result<AskedQuestion> open_question(Desk& desk, PersonId person, QuestionId question);

// Says in words what an id text is about, as the record's policy package names it.
std::string words_about(const Shelf& shelf, const people::Person& person, const std::string& about);

// Gives the same for a page that asks. Refuses: people.not_found.
Result<std::string> what_is_asked_about(Desk& desk, PersonId person, const std::string& about);

}  // namespace casework
