#pragma once
// A QuestionCase is opened when a person says "I am not sure", "ask someone to help me" or "I
// disagree" about a question or a sum. It names a worker and a day by which she gets a reply, and
// she can see both. What she wrote is kept word for word; the reply is given once.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace people {

enum class Ask { not_sure, help, disagree };

std::string_view to_text(Ask ask);
std::optional<Ask> ask_from_text(std::string_view text);
// Writes what she says ("I disagree").
std::string_view words(Ask ask);

struct Reply {
    std::string words = {};
    Date on = {};
    std::string by = {};  // name of the worker

    friend bool operator==(const Reply&, const Reply&) = default;
};

struct QuestionCase {
    QuestionId id = {};
    PersonId person = {};
    Ask ask = Ask::help;
    std::string about = {};      // id text of what it is about: "question:washing", "sum:transport"
    std::string own_words = {};  // may be empty when she only asks for help
    Date asked_on = {};
    AccountId asked_by = {};
    std::string asked_by_name = {};
    StaffId worker = {};  // who replies
    Date reply_by = {};
    std::optional<Reply> reply = {};

    bool waits() const { return !reply; }
    bool is_late_on(Date day) const { return waits() && reply_by < day; }
    friend bool operator==(const QuestionCase&, const QuestionCase&) = default;
};

// Checks a case before it is opened: whoever disagrees says with what.
// Refuses: question.words_missing, question.about_missing.
Outcome check(const QuestionCase& question);

// Gives the case with its reply. Refuses: question.reply_missing, question.already_answered.
Result<QuestionCase> answered(QuestionCase question, Reply reply);

}  // namespace people
