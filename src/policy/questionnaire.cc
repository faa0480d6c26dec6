#include "policy/questionnaire.h"

#include <algorithm>

#include "base/money.h"
#include "base/sabotage.h"
#include "base/text.h"
#include "policy/read_files.h"

namespace policy {

const AnswerOption* Question::option(std::string_view code) const {
    for (const AnswerOption& each : options) {
        if (each.code == code) {
            return &each;
        }
    }
    return nullptr;
}

const AnswerOption* Question::lowest() const {
    for (const AnswerOption& each : options) {
        if (each.lowest) {
            return &each;
        }
    }
    return nullptr;
}

std::string_view to_text(Question::Kind kind) {
    switch (kind) {
        case Question::Kind::choice:
            return "choice";
        case Question::Kind::yes_no:
            return "yes_no";
        case Question::Kind::money:
            return "money";
        case Question::Kind::number:
            return "number";
        case Question::Kind::date:
            return "date";
    }
    return "";
}

namespace {

Result<feel::Value> read_number(const std::string& text) {
    const std::optional<Decimal> number =
        text.size() <= 20 && text.find_first_not_of("0123456789.") == std::string::npos
            ? Decimal::parse(text)
            : std::nullopt;
    if (!number || *number > answer_most) {
        return Error{"answer.not_a_number",
                     "\"" + text + "\" is not a number. Write digits, such as 3 or 7.5."};
    }
    return feel::Value(*number);
}

}  // namespace

Result<feel::Value> read_answer(const Question& question, std::string_view given) {
    const std::string text(base::trim(given));
    if (text.empty()) {
        if (question.required) {
            return Error{"answer.missing", "Answer this question."};
        }
        return feel::Value();
    }
    switch (question.kind) {
        case Question::Kind::choice:
            if (question.option(text) == nullptr) {
                return Error{"answer.not_an_option", "Choose one of the answers shown."};
            }
            return feel::Value(text);
        case Question::Kind::yes_no:
            if (text == "yes" || text == "true") {
                return feel::Value(true);
            }
            if (text == "no" || text == "false") {
                return feel::Value(false);
            }
            return Error{"answer.not_yes_or_no", "Choose yes or no."};
        case Question::Kind::money: {
            TRY(const Money money, Money::parse(text));
            if (money.to_decimal() > answer_most) {
                return Error{"money.too_large",
                             "That sum is too large. Check the number of noughts."};
            }
            return feel::Value(SABOTAGED(34, money.to_decimal().floor(), money.to_decimal()));
        }
        case Question::Kind::number:
            return read_number(text);
        case Question::Kind::date: {
            const Result<Date> date = Date::parse(text);
            if (!date) {
                return Error{"answer.not_a_date",
                             "\"" + text + "\" is not a date. Write it as 2006-05-03."};
            }
            return feel::Value(*date);
        }
    }
    return Error{"answer.not_an_option", "Choose one of the answers shown."};
}

std::string write_answer(const feel::Value& value) {
    return value.is_null() ? "" : value.to_text();
}

namespace {

Outcome read_option(const CellReader& cells, const base::CsvRow& row, Question& question) {
    AnswerOption option;
    option.code = cells.text(row, "answer");
    option.text = cells.text(row, "answer_text");
    option.easy_text = cells.text(row, "easy_answer");
    const std::string lowest = cells.text(row, "lowest");
    if (lowest != "yes" && lowest != "no" && !lowest.empty()) {
        return cells.fault(row, "lowest", "Write yes, or leave the cell empty.");
    }
    option.lowest = lowest == "yes";
    if (question.kind != Question::Kind::choice) {
        if (!option.code.empty() || !option.text.empty() || !option.easy_text.empty() ||
            option.lowest) {
            return cells.fault(row, "answer", "Only a question of kind choice has answers.");
        }
        return Done{};
    }
    TRY(option.code, cells.name(row, "answer"));
    TRY(option.text, cells.wanted(row, "answer_text"));
    if (question.option(option.code) != nullptr) {
        return cells.fault(row, "answer", "This answer stands in the question already.",
                           "policy.name_twice");
    }
    if (option.lowest && question.lowest() != nullptr) {
        return cells.fault(row, "lowest", "Another answer of this question is the lowest already.");
    }
    question.options.push_back(std::move(option));
    return Done{};
}

Result<Question> read_question(const CellReader& cells, const base::CsvRow& row) {
    Question question;
    question.line = row.line;
    TRY(question.id, cells.name(row, "question"));
    TRY(question.domain, cells.wanted(row, "domain"));
    TRY(const std::size_t kind,
        cells.word(row, "kind", {"choice", "yes_no", "money", "number", "date"}));
    question.kind = static_cast<Question::Kind>(kind);
    TRY(question.text, cells.wanted(row, "text"));
    question.help = cells.text(row, "help");
    question.easy_text = cells.text(row, "easy_text");
    question.picture = cells.text(row, "picture");
    TRY(const std::size_t required, cells.word(row, "required", {"no", "yes"}));
    question.required = required == 1;
    return question;
}

}  // namespace

Result<std::vector<Question>> read_questionnaire(std::string_view bytes) {
    const std::string file = "questionnaire.csv";
    TRY(const base::CsvTable table,
        read_table(file, bytes,
                   {"question", "domain", "kind", "text", "help", "easy_text", "picture",
                    "required", "answer", "answer_text", "easy_answer", "lowest"}));
    const CellReader cells(file, table);
    std::vector<Question> questions;
    std::string refused;  // the question whose first row was refused: what follows of it is too
    TRY_DONE(read_rows(file, table, [&](const base::CsvRow& row) -> Outcome {
        const std::string id = cells.text(row, "question");
        if (!id.empty() && id == refused) {
            return cells.fault(row, "question", "The first row of this question was refused.");
        }
        if (!questions.empty() && questions.back().id == id) {
            if (questions.back().kind != Question::Kind::choice) {
                return cells.fault(row, "question", "Only a question of kind choice has more rows.",
                                   "policy.name_twice");
            }
        } else {
            for (const Question& other : questions) {
                if (other.id == id) {
                    return cells.fault(row, "question",
                                       "The rows of one question must stand together; it began on "
                                       "line " +
                                           std::to_string(other.line) + ".",
                                       "policy.name_twice");
                }
            }
            refused = id;
            TRY(Question question, read_question(cells, row));
            refused.clear();
            questions.push_back(std::move(question));
        }
        return read_option(cells, row, questions.back());
    }));
    return questions;
}

}  // namespace policy
