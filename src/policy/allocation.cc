#include "policy/allocation.h"

#include <algorithm>

#include "base/json.h"
#include "policy/model.h"
#include "policy/money_text.h"

namespace policy {

namespace {

json::string text(std::string_view view) {
    return json::string(view.data(), view.size());
}

std::vector<std::string> wanted_of(const Stream& stream) {
    std::vector<std::string> wanted;
    for (const std::string& name : {stream.eligibility, stream.amount}) {
        if (!name.empty()) {
            wanted.push_back(name);
        }
    }
    if (stream.means_test == MeansTest::decision && !stream.contribution.empty()) {
        wanted.push_back(stream.contribution);
    }
    return wanted;
}

// The decisions that have a result, and for each other one why it has none.
struct Sorted {
    std::vector<std::string> good;
    std::map<std::string, Error> faults;
};

Sorted sort(const Package& package, const Facts& facts, Date on,
            const std::vector<std::string>& wanted) {
    Sorted sorted;
    for (const std::string& name : wanted) {
        if (sorted.faults.contains(name) ||
            std::ranges::find(sorted.good, name) != sorted.good.end()) {
            continue;
        }
        const auto alone = evaluate(package, facts, on, {name}, false);
        if (alone) {
            sorted.good.push_back(name);
        } else {
            sorted.faults.emplace(name, alone.error());
        }
    }
    return sorted;
}

std::optional<Decimal> number_of(const Evaluation& evaluation, const std::string& name) {
    const feel::Value* value = evaluation.find(name);
    return value == nullptr || value->number() == nullptr ? std::nullopt
                                                          : std::optional(*value->number());
}

// Whether the rules let her have the fund; nothing where they do not say.
std::optional<bool> eligible(const Evaluation& evaluation, const Stream& stream) {
    const feel::Value* decided = evaluation.find(stream.eligibility);
    const feel::Value* flag = decided == nullptr ? nullptr : decided->member("eligible");
    return flag == nullptr || flag->boolean() == nullptr ? std::nullopt
                                                         : std::optional(*flag->boolean());
}

StreamResult result_of(const Stream& stream, const Evaluation& evaluation,
                       const std::map<std::string, Error>& faults) {
    StreamResult result{.stream = stream.id, .name = stream.name};
    for (const std::string& name : wanted_of(stream)) {
        if (const auto fault = faults.find(name); fault != faults.end()) {
            result.not_worked_out.push_back({fault->second.code, fault->second.message, name});
        }
    }
    if (!stream.eligibility.empty()) {
        result.eligible = eligible(evaluation, stream);
        if (!result.eligible.value_or(false)) {
            return result;
        }
    }
    result.sum = number_of(evaluation, stream.amount);
    if (result.sum && stream.means_test == MeansTest::decision) {
        result.contribution = number_of(evaluation, stream.contribution);
    }
    return result;
}

// Numbers without noughts at their end: how a sum was come by does not show in its text.
json::value exact(const feel::Value& value) {
    if (value.number() != nullptr) {
        return text(value.number()->normalised().to_text());
    }
    if (const feel::Context* context = value.context()) {
        json::object members;
        for (std::size_t i = 0; i < context->values.size(); ++i) {
            members[(*context->names)[i]] = exact(context->values[i]);
        }
        return members;
    }
    if (const feel::List* list = value.list()) {
        json::array items;
        for (const feel::Value& each : *list) {
            items.push_back(exact(each));
        }
        return items;
    }
    return value.to_json();
}

json::object step_json(const DecisionTrace& decision) {
    json::object made;
    made["decision"] = text(decision.decision);
    json::array& figures = made["figures"].emplace_array();
    for (const Parameter* each : decision.parameters) {
        figures.push_back(json::object{{"id", text(each->id)},
                                       {"value", text(each->value.normalised().to_text())},
                                       {"from", text(each->from.to_text())}});
    }
    json::array& rules = made["rules"].emplace_array();
    for (const RuleHit& each : decision.rules) {
        rules.push_back(json::object{{"table", text(each.table)},
                                     {"rule", static_cast<std::int64_t>(each.number)},
                                     {"gives", exact(each.output)}});
    }
    json::array& parts = made["parts"].emplace_array();
    for (const Step& each : decision.steps) {
        parts.push_back(json::object{{"name", text(each.name)}, {"value", exact(each.value)}});
    }
    made["value"] = exact(decision.value);
    return made;
}

json::object stream_json(const StreamResult& result) {
    json::object made;
    made["fund"] = text(result.stream);
    made["name"] = text(result.name);
    made["eligible"] = result.eligible ? json::value(*result.eligible) : json::value(nullptr);
    made["sum"] = result.sum ? json::value(text(money_text(*result.sum))) : json::value(nullptr);
    made["contribution"] = result.contribution ? json::value(text(money_text(*result.contribution)))
                                               : json::value(nullptr);
    json::array& open = made["not_worked_out"].emplace_array();
    for (const Error& each : result.not_worked_out) {
        open.push_back(json::object{{"decision", text(each.place)}, {"why", text(each.code)}});
    }
    return made;
}

json::value to_json(const std::optional<Money>& sum) {
    return sum ? json::value(text(sum->to_text())) : json::value(nullptr);
}

json::object decided_json(const DecidedSum& decided) {
    json::object made;
    made["fund"] = text(decided.stream);
    made["eligible"] = decided.eligible;
    made["weekly"] = to_json(decided.weekly);
    made["once"] = to_json(decided.one_off);
    made["on"] = text(decided.on.to_text());
    made["by"] = text(decided.by);
    return made;
}

}  // namespace

std::string_view to_text(Issue issue) {
    switch (issue) {
        case Issue::worked_out:
            return "worked_out";
        case Issue::decided:
            return "decided";
    }
    return "";
}

std::optional<Issue> issue_from_text(std::string_view text) {
    for (const Issue each : {Issue::worked_out, Issue::decided}) {
        if (to_text(each) == text) {
            return each;
        }
    }
    return std::nullopt;
}

WorkedOut work_out(const Package& package, const Facts& facts, Date on) {
    const std::vector<Stream> streams = package.streams(on);
    std::vector<std::string> wanted;
    for (const Stream& stream : streams) {
        const std::vector<std::string> of_it = wanted_of(stream);
        wanted.insert(wanted.end(), of_it.begin(), of_it.end());
    }
    WorkedOut worked;
    Sorted sorted;
    auto whole = evaluate(package, facts, on, wanted, true);
    if (!whole) {
        sorted = sort(package, facts, on, wanted);
        whole = evaluate(package, facts, on, sorted.good, true);
    }
    if (whole) {
        worked.evaluation = std::move(*whole);
    } else {
        for (const std::string& name : sorted.good) {
            sorted.faults.emplace(name, whole.error());
        }
    }
    for (const Stream& stream : streams) {
        worked.streams.push_back(result_of(stream, worked.evaluation, sorted.faults));
    }
    return worked;
}

json::object facts_json(const Package& package, const Facts& facts) {
    json::object answers;
    json::object inputs;
    for (const auto& [name, value] : facts) {
        if (name == date_input) {
            continue;  // it is the day of the allocation
        }
        json::object& group = package.question(name) != nullptr ? answers : inputs;
        group[name] = value.is_null() ? json::value(nullptr) : text(write_answer(value));
    }
    json::object made;
    made["answers"] = std::move(answers);
    made["inputs"] = std::move(inputs);
    return made;
}

json::object allocation_json(const Package& package, const Allocation& allocation) {
    const WorkedOut worked = work_out(package, allocation.facts, allocation.on);
    json::object made;
    made["authority"] = text(allocation.authority);
    made["council"] = text(allocation.council);
    made["reference"] = text(allocation.reference);
    made["number"] = allocation.number;
    made["issue"] = text(to_text(allocation.issue));
    made["issued"] = text(allocation.issued.to_text());
    made["on"] = text(allocation.on.to_text());
    json::object& rules = made["package"].emplace_object();
    rules["id"] = text(package.id());
    rules["title"] = text(package.title());
    rules["fingerprint"] = text(package.fingerprint());
    made["facts"] = facts_json(package, allocation.facts);
    json::array& steps = made["steps"].emplace_array();
    for (const DecisionTrace& each : worked.evaluation.trace.decisions) {
        steps.push_back(step_json(each));
    }
    json::array& funds = made["funds"].emplace_array();
    for (const StreamResult& each : worked.streams) {
        funds.push_back(stream_json(each));
    }
    json::array& decided = made["decided"].emplace_array();
    for (const DecidedSum& each : allocation.decided) {
        decided.push_back(decided_json(each));
    }
    return made;
}

std::string write_allocation(const Package& package, const Allocation& allocation) {
    return json::serialize(allocation_json(package, allocation));
}

}  // namespace policy
