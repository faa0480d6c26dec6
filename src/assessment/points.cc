#include "assessment/points.h"

#include <algorithm>

namespace assessment {

namespace {

// The rules that held and what they added, when the decision is the sum of its rules.
std::optional<std::vector<policy::RuleHit>> added_rules(const policy::Evaluation& evaluation,
                                                        const std::string& decision) {
    const policy::DecisionTrace* trace = evaluation.trace.find(decision);
    if (trace == nullptr || trace->value.number() == nullptr || !trace->steps.empty() ||
        trace->rules.empty()) {
        return std::nullopt;
    }
    Decimal sum;
    for (const policy::RuleHit& rule : trace->rules) {
        if (rule.output.number() == nullptr) {
            return std::nullopt;
        }
        sum = sum + *rule.output.number();
    }
    if (!(sum == *trace->value.number())) {
        return std::nullopt;
    }
    return trace->rules;
}

bool has_rule(const std::vector<policy::RuleHit>& rules, const policy::RuleHit& rule) {
    return std::ranges::any_of(rules, [&](const policy::RuleHit& other) {
        return other.table == rule.table && other.number == rule.number;
    });
}

// The facts with one answer changed to another option of the same question; nothing when there is
// no other.
std::optional<policy::Facts> with_another(const policy::Facts& facts,
                                          const policy::Question& question) {
    const auto now = facts.find(question.id);
    if (now == facts.end() || now->second.string() == nullptr) {
        return std::nullopt;
    }
    for (const policy::AnswerOption& option : question.options) {
        if (option.code != *now->second.string()) {
            policy::Facts changed = facts;
            changed[question.id] = option.code;
            return changed;
        }
    }
    return std::nullopt;
}

std::optional<AnswerPoints> points_of(const policy::Package& package, const policy::Facts& facts,
                                      Date on, const policy::Question& question,
                                      const std::string& decision) {
    const std::optional<policy::Facts> changed = with_another(facts, question);
    if (!changed) {
        return std::nullopt;
    }
    const Result<policy::Evaluation> now = policy::evaluate(package, facts, on, {decision}, true);
    const Result<policy::Evaluation> other =
        policy::evaluate(package, *changed, on, {decision}, true);
    if (!now || !other) {
        return std::nullopt;
    }
    const auto rules = added_rules(*now, decision);
    const auto others = added_rules(*other, decision);
    if (!rules || !others) {
        return std::nullopt;
    }
    AnswerPoints found{question.id, Decimal(), "", decision};
    bool has_own_rule = false;
    for (const policy::RuleHit& rule : *rules) {
        if (!has_rule(*others, rule)) {
            has_own_rule = true;
            found.points = found.points + *rule.output.number();
            found.reason += (found.reason.empty() ? "" : " ") + std::string(rule.reason);
        }
    }
    return has_own_rule ? std::optional(found) : std::nullopt;
}

}  // namespace

std::vector<AnswerPoints> points_by_answer(const policy::Package& package,
                                           const policy::Facts& facts, Date on) {
    std::vector<AnswerPoints> found;
    const std::string total(total_points);
    for (const policy::Question& question : package.questionnaire()) {
        if (question.kind != policy::Question::Kind::choice) {
            continue;
        }
        for (const policy::DecisionInfo& decision : package.decisions()) {
            const bool reads = std::ranges::find(decision.requires_inputs, question.id) !=
                               decision.requires_inputs.end();
            if (!reads || !decision.name.ends_with(total_points) ||
                !depends_on(package, total, decision.name)) {
                continue;
            }
            if (auto points = points_of(package, facts, on, question, decision.name)) {
                found.push_back(std::move(*points));
                break;
            }
        }
    }
    return found;
}

std::vector<DomainPoints> points_by_domain(const policy::Package& package,
                                           const std::vector<AnswerPoints>& answers) {
    std::vector<DomainPoints> domains;
    for (const AnswerPoints& answer : answers) {
        const policy::Question* question = package.question(answer.question);
        CHECK(question != nullptr);
        const auto same = std::ranges::find(domains, question->domain, &DomainPoints::domain);
        if (same == domains.end()) {
            domains.push_back({question->domain, answer.points});
        } else {
            same->points = same->points + answer.points;
        }
    }
    return domains;
}

}  // namespace assessment
