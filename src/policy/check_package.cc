#include "policy/check_package.h"

#include <algorithm>
#include <set>

#include "policy/cases.h"
#include "policy/days_of_change.h"

namespace policy {

namespace {

using K = feel::Type::Kind;

std::string line_place(const std::string& file, std::size_t line, std::string_view column) {
    return file + " line " + std::to_string(line) + ", column " + std::string(column);
}

// Replaces an id by the name of its decision and gives its position.
Result<std::size_t> resolve(const Model& model, std::string& name, std::size_t line,
                            std::string_view column) {
    const int position = model.decisions.find_decision(name);
    if (position < 0) {
        return Error{"policy.unknown_name",
                     "No DMN file of the package has a decision called \"" + name + "\".",
                     line_place("streams.csv", line, column)};
    }
    name = model.decisions.decisions[static_cast<std::size_t>(position)].name;
    return static_cast<std::size_t>(position);
}

Outcome check_number(const Model& model, std::string& name, std::size_t line,
                     std::string_view column) {
    if (name.empty()) {
        return Done{};
    }
    TRY(const std::size_t position, resolve(model, name, line, column));
    const feel::Type& type = model.decisions.decisions[position].type;
    if (type.kind != K::number) {
        return Error{"policy.wrong_kind",
                     "The decision \"" + name + "\" gives " + feel::to_text(type) +
                         ", but a sum of money is needed.",
                     line_place("streams.csv", line, column)};
    }
    return Done{};
}

Outcome check_eligibility(const Model& model, Stream& stream) {
    if (stream.eligibility.empty()) {
        return Done{};
    }
    TRY(const std::size_t position, resolve(model, stream.eligibility, stream.line, "eligibility"));
    const feel::Type& type = model.decisions.decisions[position].type;
    const feel::Type* eligible = type.member("eligible");
    const feel::Type* reason = type.member("reason");
    if (eligible == nullptr || eligible->kind != K::boolean || reason == nullptr ||
        reason->kind != K::string) {
        return Error{"policy.wrong_kind",
                     "The decision \"" + stream.eligibility +
                         "\" must give two things: eligible (true or false) and reason (a text).",
                     line_place("streams.csv", stream.line, "eligibility")};
    }
    return Done{};
}

Outcome check_minimum(const Model& model, const Stream& stream) {
    if (!stream.minimum_weekly.empty() &&
        !model.parameter_positions.contains(stream.minimum_weekly)) {
        return Error{"policy.unknown_name",
                     "parameters.csv has no figure called \"" + stream.minimum_weekly + "\".",
                     line_place("streams.csv", stream.line, "minimum_weekly")};
    }
    const bool known =
        stream.minimum_from.empty() ||
        std::any_of(model.streams.begin(), model.streams.end(), [&stream](const Stream& s) {
            return s.id == stream.minimum_from && s.id != stream.id;
        });
    if (!known) {
        return Error{"policy.unknown_name",
                     "There is no other stream with the id \"" + stream.minimum_from + "\".",
                     line_place("streams.csv", stream.line, "minimum_from")};
    }
    return Done{};
}

void check_streams(Model& model, Faults& faults) {
    for (Stream& stream : model.streams) {
        faults.note(check_eligibility(model, stream));
        faults.note(check_number(model, stream.amount, stream.line, "amount"));
        faults.note(check_number(model, stream.contribution, stream.line, "means_test"));
        faults.note(check_minimum(model, stream));
    }
}

K kind_of(Question::Kind kind) {
    switch (kind) {
        case Question::Kind::choice:
            return K::string;
        case Question::Kind::yes_no:
            return K::boolean;
        case Question::Kind::money:
        case Question::Kind::number:
            return K::number;
        case Question::Kind::date:
            return K::date;
    }
    return K::any;
}

Outcome check_codes(const Question& question, const ModelInput& input) {
    if (question.kind != Question::Kind::choice || input.type.codes == nullptr) {
        return Done{};
    }
    const std::vector<std::string>& codes = *input.type.codes;
    for (const AnswerOption& option : question.options) {
        if (std::find(codes.begin(), codes.end(), option.code) == codes.end()) {
            return Error{"policy.not_allowed",
                         "The answer \"" + option.code + "\" is not among the allowed values of " +
                             input.place + ".",
                         line_place("questionnaire.csv", question.line, "answer")};
        }
    }
    for (const std::string& code : codes) {
        if (question.option(code) == nullptr) {
            return Error{"policy.not_allowed",
                         "The allowed value \"" + code + "\" of " + input.place +
                             " is no answer of the question.",
                         line_place("questionnaire.csv", question.line, "answer")};
        }
    }
    return Done{};
}

// Ties an input to its question, or notes that it is asked for beside the questions.
Outcome check_input(Model& model, const ModelInput& input) {
    const auto found = model.question_positions.find(input.name);
    if (found == model.question_positions.end()) {
        model.input_questions.push_back(-1);
        if (input.name != date_input) {
            model.inputs.push_back(input.name);
        } else if (input.type.kind != K::date) {
            return Error{"policy.wrong_kind", "decision_date must be a date.", input.place};
        }
        return Done{};
    }
    const Question& question = model.questions[found->second];
    model.input_questions.push_back(static_cast<int>(found->second));
    if (input.type.kind != kind_of(question.kind)) {
        return Error{"policy.wrong_kind",
                     "The question is of kind " + std::string(to_text(question.kind)) + ", but " +
                         input.place + " is declared as " + feel::to_text(input.type) + ".",
                     line_place("questionnaire.csv", question.line, "kind")};
    }
    return check_codes(question, input);
}

void check_inputs(Model& model, Faults& faults) {
    for (const ModelInput& input : model.decisions.inputs) {
        faults.note(check_input(model, input));
    }
    for (const Question& question : model.questions) {
        if (question.kind == Question::Kind::choice && question.options.size() < 2) {
            faults.add(Error{"policy.bad_cell", "A choice needs at least two answers.",
                             line_place("questionnaire.csv", question.line, "answer")});
        }
    }
}

Outcome check_figures(const Model& model, const GoldenCase& golden, const std::vector<bool>& needed,
                      std::size_t line) {
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (!needed[d]) {
            continue;
        }
        const ModelDecision& decision = model.decisions.decisions[d];
        for (const std::uint32_t each : decision.parameters) {
            const Parameter* figure = figure_on(model, each, golden.on);
            const std::string& id = model.decisions.program.parameters[each];
            if (figure == nullptr) {
                return Error{"policy.parameter_dates",
                             "The decision " + decision.name + " needs " + id +
                                 ", which has no "
                                 "value on " +
                                 golden.on.for_people() + ", the day of the case " + golden.name +
                                 ".",
                             "parameters.csv"};
            }
            if (figure->mark == Mark::remembered) {
                return Error{"policy.remembered",
                             "The case " + golden.name + " rests on " + id +
                                 ", which is only remembered. A remembered figure is never golden.",
                             line_place("cases.csv", line, "name")};
            }
        }
    }
    return Done{};
}

Outcome check_expected(const Model& model, const GoldenCase& golden) {
    std::vector<bool> needed(model.decisions.decisions.size());
    for (const CaseRow& row : golden.expected) {
        const std::size_t point = row.name.find('.');
        const int position = model.decisions.find_decision(row.name.substr(0, point));
        const feel::Type* type =
            position < 0 ? nullptr
                         : &model.decisions.decisions[static_cast<std::size_t>(position)].type;
        if (type != nullptr && point != std::string::npos) {
            type = type->member(row.name.substr(point + 1));
        }
        if (type == nullptr) {
            return Error{"policy.unknown_name",
                         "There is no decision (and member) called \"" + row.name + "\".",
                         line_place("cases.csv", row.line, "name")};
        }
        model.decisions.mark_needed(static_cast<std::size_t>(position), needed);
    }
    const std::size_t line = golden.expected.empty() ? 0 : golden.expected.front().line;
    return check_figures(model, golden, needed, line);
}

Outcome check_answer(const Model& model, const CaseRow& row) {
    const auto found = model.question_positions.find(row.name);
    if (found == model.question_positions.end()) {
        return Error{"policy.unknown_name", "There is no question called \"" + row.name + "\".",
                     line_place("cases.csv", row.line, "name")};
    }
    const Result<feel::Value> read = read_answer(model.questions[found->second], row.value);
    if (!read) {
        return base::at(line_place("cases.csv", row.line, "value"), read.error());
    }
    return Done{};
}

void check_cases(const Model& model, Faults& faults) {
    for (const GoldenCase& golden : model.cases) {
        for (const CaseRow& row : golden.answers) {
            faults.note(check_answer(model, row));
        }
        for (const CaseRow& row : golden.inputs) {
            if (std::find(model.inputs.begin(), model.inputs.end(), row.name) ==
                model.inputs.end()) {
                faults.add(Error{"policy.unknown_name",
                                 "There is no input called \"" + row.name + "\".",
                                 line_place("cases.csv", row.line, "name")});
            }
        }
        faults.note(check_expected(model, golden));
    }
}

// Between its first and its last day a figure has a value on every day.
void check_gaps(const Model& model, Faults& faults) {
    for (const auto& [first, past] : model.parameter_rows) {
        for (std::size_t i = first + 1; i < past; ++i) {
            const Parameter& before = model.parameters[i - 1];
            const Parameter& after = model.parameters[i];
            if (before.until && *before.until < after.from) {
                faults.add(Error{"policy.parameter_dates",
                                 "The figure " + after.id + " has no value from " +
                                     before.until->for_people() + " to the day before " +
                                     after.from.for_people() + ".",
                                 "parameters.csv, figure " + after.id});
            }
        }
    }
}

}  // namespace

void check_package(Model& model, Faults& faults) {
    check_gaps(model, faults);
    check_streams(model, faults);
    check_inputs(model, faults);
    check_cases(model, faults);
}

}  // namespace policy
