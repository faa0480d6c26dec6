#pragma once
// The questionnaire of a policy package: its questions in display order, each with the answers it
// offers. The id of a question is the name under which DMN reads the answer; what may be answered
// is said by its kind. Assessment keeps the answers, web prints the questions.

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "feel/value.h"

namespace policy {

// The largest number or sum that can be an answer; the least is 0. It also bounds what is given
// beside the questions, where its type says nothing else. What a package decides is proven for all
// of them (check_bounds.h).
inline const Decimal answer_most(1'000'000'000);

struct AnswerOption {
    std::string code;
    std::string text;
    std::string easy_text;
    bool lowest = false;  // the answer that gives the fewest points
};

struct Question {
    enum class Kind { choice, yes_no, money, number, date };

    std::string id;
    std::string domain;
    Kind kind = Kind::choice;
    std::string text;
    std::string help;
    std::string easy_text;
    std::string picture;
    bool required = true;
    std::vector<AnswerOption> options;  // of a choice; empty otherwise
    std::size_t line = 0;               // of its first row in questionnaire.csv

    // Gives the option of a code; nullptr when there is none.
    const AnswerOption* option(std::string_view code) const;
    // Gives the answer of fewest points; nullptr when none is named.
    const AnswerOption* lowest() const;
};

std::string_view to_text(Question::Kind kind);

// Reads the text of one answer (a form, a file) into the typed value DMN reads: the code of a
// choice, yes or no, a sum of money in pounds and pence that is not negative, a number, a date
// (2006-05-03). An empty text is null where the question need not be answered.
// Refuses: answer.missing, answer.not_an_option, answer.not_yes_or_no, answer.not_a_number,
// answer.not_a_date, money.not_a_sum, money.part_of_a_penny, money.negative, money.too_large.
Result<feel::Value> read_answer(const Question& question, std::string_view text);

// Writes a typed answer as read_answer reads it; null is "".
std::string write_answer(const feel::Value& value);

}  // namespace policy
