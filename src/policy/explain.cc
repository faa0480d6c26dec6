#include "policy/explain.h"

#include <algorithm>

#include "base/money.h"
#include "policy/model.h"

namespace policy {

namespace {

// Writes a number for a person: whole ones plainly, up to two decimals with both, others in full.
std::string number_text(const Decimal& number) {
    if (number.is_whole()) {
        return number.normalised().to_text();
    }
    const std::optional<Decimal> pence = number.rounded(2, Rounding::half_even);
    return pence && *pence == number ? pence->to_text() : number.normalised().to_text();
}

// Numbers that stand behind a pound sign have two decimals, or all they have when these are more.
std::string in_pounds(const Decimal& number) {
    const Result<Money> money = Money::from_decimal(number);
    return money ? money->for_people() : "£" + number.normalised().to_text();
}

// `name` is what the decision calls the value: a sum of money gets its pound sign.
std::string for_people(const feel::Value& value, std::string_view name,
                       const ModelDecision& decision) {
    if (value.number() != nullptr && decision.is_money(name)) {
        return in_pounds(*value.number());
    }
    if (value.number() != nullptr) {
        return number_text(*value.number());
    }
    if (value.date() != nullptr) {
        return value.date()->for_people();
    }
    if (const feel::Context* context = value.context()) {
        // {eligible, reason} reads best as the answer alone; its reason stands in the reasons.
        if (const feel::Value* eligible = context->find("eligible")) {
            return eligible->to_text();
        }
        std::string text;
        for (std::size_t i = 0; i < context->values.size(); ++i) {
            text += (i == 0 ? "" : ", ") + name_in_words((*context->names)[i]) + " " +
                    for_people(context->values[i], (*context->names)[i], decision);
        }
        return text;
    }
    return value.to_text();
}

// The names a text of this decision may put in: itself and its members, its steps, what it read.
std::vector<NamedValue> slots_of(const DecisionTrace& trace, const Evaluation& evaluation,
                                 const std::vector<NamedValue>& figures) {
    std::vector<NamedValue> slots;
    const auto add = [&slots](const std::string& name, const feel::Value& value) {
        const bool money = value.number() != nullptr;
        static const ModelDecision no_money;
        slots.push_back(NamedValue{name, name_in_words(name), for_people(value, name, no_money)});
        if (money) {
            slots.push_back(
                NamedValue{"£" + name, name_in_words(name), in_pounds(*value.number())});
        }
    };
    const auto add_members = [&add](const std::string& name, const feel::Value& value) {
        add(name, value);
        if (const feel::Context* context = value.context()) {
            for (std::size_t i = 0; i < context->values.size(); ++i) {
                add(name + "." + (*context->names)[i], context->values[i]);
                add((*context->names)[i], context->values[i]);
            }
        }
    };
    for (const Step& step : trace.steps) {
        add(std::string(step.name), step.value);
    }
    add_members(std::string(trace.decision), trace.value);
    for (const std::string_view read : evaluation.trace.reads(trace)) {
        if (const feel::Value* value = evaluation.find(read)) {
            add_members(std::string(read), *value);
        }
    }
    slots.insert(slots.end(), figures.begin(), figures.end());
    return slots;
}

std::vector<NamedValue> figure_slots(const std::vector<const Parameter*>& figures) {
    std::vector<NamedValue> slots;
    for (const Parameter* each : figures) {
        const std::string plain = each->value.normalised().to_text();
        slots.push_back(NamedValue{"Rates." + each->id, each->label, plain});
        slots.push_back(NamedValue{each->id, each->label, plain});
        slots.push_back(NamedValue{"£" + each->id, each->label, in_pounds(each->value)});
        slots.push_back(NamedValue{"£Rates." + each->id, each->label, in_pounds(each->value)});
    }
    return slots;
}

Explanation explain_one(const Package& package, const Evaluation& evaluation,
                        const DecisionTrace& trace) {
    const DecisionModel& model = package.model()->decisions;
    const ModelDecision& decision =
        model.decisions[static_cast<std::size_t>(model.find_decision(trace.decision))];
    Explanation made;
    made.decision = std::string(trace.decision);
    made.value = for_people(trace.value, trace.decision, decision);
    const std::vector<NamedValue> slots =
        slots_of(trace, evaluation, figure_slots(trace.parameters));
    if (const DecisionInfo* info = package.decision(trace.decision)) {
        made.title = info->title;
        made.source = info->source;
        made.question = info->question;
        made.text = fill_slots(info->description, slots);
    }
    if (const feel::Value* told = trace.value.member("reason");
        told != nullptr && told->string() != nullptr) {
        made.reasons.push_back(*told->string());
    }
    for (const RuleHit& rule : trace.rules) {
        std::string reason = fill_slots(rule.reason, slots);
        if (!reason.empty() &&
            std::find(made.reasons.begin(), made.reasons.end(), reason) == made.reasons.end()) {
            made.reasons.push_back(std::move(reason));
        }
    }
    for (const Step& step : trace.steps) {
        const auto label = decision.step_labels.find(step.name);
        made.steps.push_back(NamedValue{
            std::string(step.name),
            label == decision.step_labels.end() ? name_in_words(step.name) : label->second,
            for_people(step.value, step.name, decision)});
    }
    for (const Parameter* each : trace.parameters) {
        made.figures.push_back(
            Figure{each->id, each->label, in_words(*each), each->source, each->mark, each->from});
    }
    return made;
}

}  // namespace

std::string for_people(const feel::Value& value, bool is_money) {
    if (const Decimal* number = value.number()) {
        return is_money ? in_pounds(*number) : number_text(*number);
    }
    if (const bool* flag = value.boolean()) {
        return *flag ? "yes" : "no";
    }
    return value.date() != nullptr ? value.date()->for_people() : value.to_text();
}

std::string name_in_words(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string in_words(const Parameter& figure) {
    const std::string plain = figure.value.normalised().to_text();
    if (figure.counts.is_money()) {
        return in_pounds(figure.value) + figure.counts.parted_by();
    }
    if (figure.unit == "percent" || figure.counts == Unit()) {
        return plain + (figure.unit == "percent" ? "%" : "");
    }
    return plain + " " + figure.unit.substr(0, figure.unit.find('/')) + figure.counts.parted_by();
}

std::string fill_slots(std::string_view text, const std::vector<NamedValue>& values) {
    constexpr std::string_view pound = "£";
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string name(text.substr(open + 1, close - open - 1));
        const bool pounds = text.substr(0, open).ends_with(pound);
        const auto named = [&values](const std::string& wanted) {
            return std::find_if(values.begin(), values.end(),
                                [&wanted](const NamedValue& each) { return each.name == wanted; });
        };
        auto found = pounds ? named(std::string(pound) + name) : values.end();
        out += text.substr(0, found != values.end() ? open - pound.size() : open);
        if (found == values.end()) {
            found = named(name);
        }
        out += found != values.end() ? found->value : "{" + name + "}";
        text.remove_prefix(close + 1);
    }
    return out + std::string(text);
}

Result<std::vector<Explanation>> explain(const Package& package, const Evaluation& evaluation,
                                         std::string_view decision) {
    const DecisionModel& decisions = package.model()->decisions;
    const int position = decisions.find_decision(decision);
    if (position < 0) {
        return Error{"policy.unknown_decision",
                     "The package has no decision called \"" + std::string(decision) + "\"."};
    }
    std::vector<bool> needed(decisions.decisions.size());
    decisions.mark_needed(static_cast<std::size_t>(position), needed);
    std::vector<Explanation> lines;
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (!needed[d]) {
            continue;
        }
        const DecisionTrace* trace = evaluation.trace.find(decisions.decisions[d].name);
        if (trace == nullptr) {
            return Error{"policy.no_trace",
                         "The decisions were worked out without a trace. Ask for one."};
        }
        lines.push_back(explain_one(package, evaluation, *trace));
    }
    return lines;
}

std::vector<Explanation> explain_all(const Package& package, const Evaluation& evaluation) {
    std::vector<Explanation> lines;
    for (const DecisionTrace& each : evaluation.trace.decisions) {
        lines.push_back(explain_one(package, evaluation, each));
    }
    return lines;
}

}  // namespace policy
