#include "assessment/referral.h"

#include <algorithm>
#include <set>

#include "assessment/facts.h"

namespace assessment {

namespace {

bool reaches(const policy::Package& package, const policy::Stream& stream,
             const std::string& decision) {
    return depends_on(package, stream.eligibility, decision) ||
           depends_on(package, stream.amount, decision);
}

bool is_shared(const policy::Package& package, const policy::Stream& stream,
               const std::string& decision) {
    return std::ranges::any_of(package.all_streams(), [&](const policy::Stream& other) {
        return other.id != stream.id && reaches(package, other, decision);
    });
}

bool is_own(const policy::Stream& stream, const std::string& decision) {
    return decision == stream.eligibility || decision == stream.amount;
}

void walk(const policy::Package& package, const policy::Stream& stream, const std::string& name,
          std::set<std::string>& inputs, Needs& needs) {
    const policy::DecisionInfo* decision = package.decision(name);
    if (decision == nullptr) {
        return;
    }
    if (!is_own(stream, name) && is_shared(package, stream, name)) {
        if (std::ranges::find(needs.decisions, name) == needs.decisions.end()) {
            needs.decisions.push_back(name);
        }
        return;
    }
    inputs.insert(decision->requires_inputs.begin(), decision->requires_inputs.end());
    for (const std::string& required : decision->requires_decisions) {
        walk(package, stream, required, inputs, needs);
    }
}

}  // namespace

Needs needs_of(const policy::Package& package, const policy::Stream& stream) {
    Needs needs;
    std::set<std::string> inputs;
    walk(package, stream, stream.eligibility, inputs, needs);
    walk(package, stream, stream.amount, inputs, needs);
    for (const policy::Question& question : package.questionnaire()) {
        if (inputs.contains(question.id)) {
            needs.questions.push_back(question.id);
        }
    }
    needs.age = inputs.contains("age");
    return needs;
}

}  // namespace assessment
