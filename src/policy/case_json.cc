#include "policy/case_json.h"

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/money.h"
#include "policy/explain.h"
#include "policy/marks.h"
#include "policy/model.h"
#include "policy/money_text.h"
#include "policy/read_files.h"

namespace policy {

namespace {

constexpr std::size_t bytes_max = 1U << 20;

std::string as_string(const json::string& text) {
    return std::string(text.data(), text.size());
}

// Gives the value of one member; refuses a name of the other group.
Result<feel::Value> read_one(const Package& package, const std::string& group,
                             const std::string& name, const json::value& value) {
    const bool is_question = package.question(name) != nullptr;
    if (is_question != (group == "answers")) {
        return Error{"policy.unknown_fact",
                     "The package has no " +
                         std::string(group == "answers" ? "question" : "input") + " called \"" +
                         name + "\"."};
    }
    const std::optional<std::string> text = scalar_text(value);
    if (!text) {
        return Error{"policy.wrong_kind", "Write a text, a number, true, false or null."};
    }
    return read_fact(package, name, *text);
}

// Reads every member, so that one look shows every fault; the bad ones are added to `refused`.
Outcome read_group(const Package& package, const json::object& whole, const std::string& group,
                   Facts& facts, std::vector<Error>& refused) {
    const json::value* members = whole.if_contains(group);
    if (members == nullptr) {
        return Done{};
    }
    if (!members->is_object()) {
        return Error{"policy.wrong_kind", "\"" + group + "\" must be an object.", group};
    }
    const std::string before = group + ".";
    for (const auto& [key, value] : members->as_object()) {
        const std::string name(key);
        Result<feel::Value> read = read_one(package, group, name, value);
        if (read) {
            facts[name] = std::move(*read);
        } else {
            refused.push_back(base::at(before + name, read.error()));
        }
    }
    return Done{};
}

json::object to_json(const Explanation& line) {
    json::object made;
    made["decision"] = line.decision;
    made["title"] = line.title;
    made["value"] = line.value;
    made["text"] = line.text;
    json::array& reasons = made["reasons"].emplace_array();
    for (const std::string& each : line.reasons) {
        reasons.push_back(json::string(each));
    }
    json::array& steps = made["steps"].emplace_array();
    for (const NamedValue& each : line.steps) {
        steps.push_back(json::object{{"name", each.name}, {"value", each.value}});
    }
    json::array& figures = made["figures"].emplace_array();
    for (const Figure& each : line.figures) {
        figures.push_back(json::object{{"id", each.id},
                                       {"label", each.label},
                                       {"value", each.value},
                                       {"from", each.from.to_text()},
                                       {"mark", std::string(to_text(each.mark))},
                                       {"source", each.source}});
    }
    made["source"] = line.source;
    return made;
}

}  // namespace

std::optional<std::string> scalar_text(const json::value& value) {
    if (value.is_null()) {
        return "";
    }
    if (value.is_bool()) {
        return value.as_bool() ? "yes" : "no";
    }
    if (value.is_string()) {
        return as_string(value.as_string());
    }
    if (value.is_int64()) {
        return std::to_string(value.as_int64());
    }
    if (value.is_uint64()) {
        return std::to_string(value.as_uint64());
    }
    if (value.is_double()) {
        // The shortest digits that read back alike: 12.5 stays 12.5.
        char digits[64];
        const auto end = std::to_chars(digits, digits + sizeof digits, value.as_double()).ptr;
        return std::string(digits, end);
    }
    return std::nullopt;
}

Result<feel::Value> read_fact(const Package& package, const std::string& name,
                              const std::string& text) {
    if (const Question* question = package.question(name)) {
        // JSON writes fifty pence as 0.5; a form must write 0.50.
        const std::size_t point = text.find('.');
        const bool one_place = question->kind == Question::Kind::money &&
                               point != std::string::npos && point + 2 == text.size();
        return read_answer(*question, one_place ? text + "0" : text);
    }
    const DecisionModel& decisions = package.model()->decisions;
    const int position = decisions.find_input(name);
    if (position < 0 || name == date_input) {
        return Error{"policy.unknown_fact",
                     "The package asks for nothing called \"" + name + "\"."};
    }
    const feel::Type& type = decisions.inputs[static_cast<std::size_t>(position)].type;
    if (text.empty()) {
        return feel::Value();
    }
    if (type.kind == feel::Type::Kind::number) {
        if (const std::optional<Decimal> number = Decimal::parse(text)) {
            return feel::Value(*number);
        }
    } else if (type.kind == feel::Type::Kind::boolean) {
        if (text == "yes" || text == "true") {
            return feel::Value(true);
        }
        if (text == "no" || text == "false") {
            return feel::Value(false);
        }
    } else if (type.kind == feel::Type::Kind::date) {
        if (const Result<Date> date = Date::parse(text)) {
            return feel::Value(*date);
        }
    } else if (type.kind == feel::Type::Kind::string) {
        return feel::Value(text);
    }
    return Error{"policy.wrong_kind", "\"" + text + "\" is no " + feel::to_text(type) + "."};
}

Result<Facts> read_case_json(const Package& package, std::string_view text) {
    if (text.size() > bytes_max) {
        return Error{"policy.wrong_kind", "The case is larger than 1 MB."};
    }
    TRY(const json::value whole, base::parse_json(text));
    if (!whole.is_object()) {
        return Error{"policy.wrong_kind",
                     "A case is an object with \"answers\" and, where needed, \"inputs\"."};
    }
    for (const auto& [key, value] : whole.as_object()) {
        if (key != "answers" && key != "inputs") {
            return Error{
                "policy.unknown_fact",
                "A case has only \"answers\" and \"inputs\", not \"" + std::string(key) + "\"."};
        }
    }
    Facts facts;
    std::vector<Error> refused;
    TRY_DONE(read_group(package, whole.as_object(), "answers", facts, refused));
    TRY_DONE(read_group(package, whole.as_object(), "inputs", facts, refused));
    if (refused.empty()) {
        return facts;
    }
    return as_one("the case", "member", facts.size() + refused.size(), refused);
}

json::value result_json(const Package& package, Date on, const Evaluation& evaluation) {
    json::object made;
    made["package"] = package.id();
    made["fingerprint"] = package.fingerprint();
    made["on"] = on.to_text();
    json::object decisions;
    json::object sums;
    json::object marks;
    for (const auto& [name, decided] : evaluation.decisions()) {
        const feel::Value& value = *decided;
        const DecisionModel& model = package.model()->decisions;
        const int at = model.find_decision(name);
        const ModelDecision& decision = model.decisions[static_cast<std::size_t>(at)];
        decisions[name] = to_json(value, name, decision);
        if (value.number() != nullptr && decision.is_money(name) &&
            Money::from_decimal(*value.number())) {
            sums[name] = decisions[name];
            const std::optional<Mark> mark = weakest_mark(package, name, on);
            marks[name] = mark ? json::value(std::string(to_text(*mark))) : json::value();
        }
    }
    made["decisions"] = std::move(decisions);
    made["sums"] = std::move(sums);
    made["marks"] = std::move(marks);
    if (evaluation.trace.model != nullptr) {
        json::array& reasons = made["reasons"].emplace_array();
        for (const Explanation& each : explain_all(package, evaluation)) {
            reasons.push_back(to_json(each));
        }
        made["trace"] = to_json(evaluation.trace);
    }
    return made;
}

}  // namespace policy
