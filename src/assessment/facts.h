#pragma once
// Facts are what a package's decisions are given about a person: the answers that count, and the
// facts that stand beside the answers (her age, the day). A question that need not be answered is
// given as empty; a question that must be answered and was not is left out and named, so that no
// sum is ever worked out from a guess.

#include <string>
#include <string_view>
#include <vector>

#include "assessment/answers.h"
#include "base/date.h"
#include "policy/package.h"

namespace assessment {

// Gathers the facts of a person. An answer the package can no longer read is left out, as if it
// had not been given.
policy::Facts facts_of(const policy::Package& package, const Answers& answers, Date born, Date on);

// Names every question and input a decision stands on, however far back, in questionnaire order,
// inputs after questions.
std::vector<std::string> stands_on(const policy::Package& package, std::string_view decision);

// Names what a decision needs that the facts do not give.
std::vector<std::string> missing(const policy::Package& package, const policy::Facts& facts,
                                 std::string_view decision);

// Whether what was answered is an answer to the question as the package asks it now: rules that
// changed meanwhile may have taken an option away. An empty answer is "I am not sure".
bool still_answers(const policy::Question& question, const Answer& answer);

// Names the questions that must be answered and were not: neither answered, so that it can still be
// read, nor "I am not sure".
std::vector<std::string> unanswered(const policy::Package& package, const Answers& answers);

// Whether a decision stands on another, however far back.
bool depends_on(const policy::Package& package, std::string_view decision, std::string_view other);

}  // namespace assessment
