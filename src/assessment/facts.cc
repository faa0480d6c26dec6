#include "assessment/facts.h"

#include <algorithm>
#include <set>

namespace assessment {

namespace {

// Gathers the decisions a decision stands on, itself included.
void gather(const policy::Package& package, const std::string& name, std::set<std::string>& into) {
    const policy::DecisionInfo* decision = package.decision(name);
    if (decision == nullptr || !into.insert(name).second) {
        return;
    }
    for (const std::string& required : decision->requires_decisions) {
        gather(package, required, into);
    }
}

}  // namespace

policy::Facts facts_of(const policy::Package& package, const Answers& answers, Date born, Date on) {
    policy::Facts facts;
    for (const policy::Question& question : package.questionnaire()) {
        const Answer* answer = answers.counting(question.id);
        if (answer != nullptr && !answer->value.empty()) {
            auto value = policy::read_answer(question, answer->value);
            if (value) {
                facts.emplace(question.id, std::move(*value));
            }
        } else if (!question.required) {
            facts.emplace(question.id, policy::Facts::mapped_type());
        }
    }
    for (const std::string& input : package.inputs()) {
        if (input == "age") {
            facts.emplace(input, Decimal(base::age_on(born, on)));
        } else if (input == "decision_date") {
            facts.emplace(input, on);
        }
    }
    return facts;
}

std::vector<std::string> stands_on(const policy::Package& package, std::string_view decision) {
    std::set<std::string> decisions;
    gather(package, std::string(decision), decisions);
    std::set<std::string> wanted;
    for (const std::string& name : decisions) {
        const policy::DecisionInfo* info = package.decision(name);
        wanted.insert(info->requires_inputs.begin(), info->requires_inputs.end());
    }
    std::vector<std::string> names;
    for (const policy::Question& question : package.questionnaire()) {
        if (wanted.contains(question.id)) {
            names.push_back(question.id);
        }
    }
    for (const std::string& input : package.inputs()) {
        if (wanted.contains(input) && input != "Rates") {
            names.push_back(input);
        }
    }
    return names;
}

std::vector<std::string> missing(const policy::Package& package, const policy::Facts& facts,
                                 std::string_view decision) {
    std::vector<std::string> names = stands_on(package, decision);
    std::erase_if(names, [&](const std::string& name) { return facts.contains(name); });
    return names;
}

bool still_answers(const policy::Question& question, const Answer& answer) {
    return answer.value.empty() || policy::read_answer(question, answer.value).has_value();
}

std::vector<std::string> unanswered(const policy::Package& package, const Answers& answers) {
    std::vector<std::string> names;
    for (const policy::Question& question : package.questionnaire()) {
        const Answer* answer = answers.counting(question.id);
        if (question.required && (answer == nullptr || !still_answers(question, *answer))) {
            names.push_back(question.id);
        }
    }
    return names;
}

bool depends_on(const policy::Package& package, std::string_view decision, std::string_view other) {
    std::set<std::string> decisions;
    gather(package, std::string(decision), decisions);
    return decisions.contains(std::string(other));
}

}  // namespace assessment
