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

// The rules that are one answer's own in a decision for points.
struct OwnRules {
    std::string question;
    std::string decision;
    std::vector<policy::RuleHit> rules;
};

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

std::optional<OwnRules> own_rules_in(const policy::Package& package, const policy::Facts& facts,
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
    auto rules = added_rules(*now, decision);
    const auto others = added_rules(*other, decision);
    if (!rules || !others) {
        return std::nullopt;
    }
    std::erase_if(*rules, [&](const policy::RuleHit& rule) { return has_rule(*others, rule); });
    return rules->empty() ? std::nullopt
                          : std::optional(OwnRules{question.id, decision, std::move(*rules)});
}

// Finds the decision for points that reads the question and adds up, and what the answer gave
// there.
std::optional<OwnRules> own_rules(const policy::Package& package, const policy::Facts& facts,
                                  Date on, const policy::Question& question) {
    if (question.kind != policy::Question::Kind::choice) {
        return std::nullopt;
    }
    for (const policy::DecisionInfo& decision : package.decisions()) {
        const bool reads = std::ranges::find(decision.requires_inputs, question.id) !=
                           decision.requires_inputs.end();
        if (!reads || !decision.name.ends_with(total_points) ||
            !depends_on(package, total_points, decision.name)) {
            continue;
        }
        if (auto own = own_rules_in(package, facts, on, question, decision.name)) {
            return own;
        }
    }
    return std::nullopt;
}

AnswerPoints points_of(const OwnRules& own) {
    AnswerPoints found{own.question, Decimal(), "", own.decision};
    for (const policy::RuleHit& rule : own.rules) {
        found.points = found.points + *rule.output.number();
        found.reason += (found.reason.empty() ? "" : " ") + std::string(rule.reason);
    }
    return found;
}

bool gives_points(const std::vector<OfferedPoints>& answers) {
    return std::ranges::any_of(
        answers, [](const OfferedPoints& answer) { return !answer.points.is_zero(); });
}

}  // namespace

std::vector<AnswerPoints> points_by_answer(const policy::Package& package,
                                           const policy::Facts& facts, Date on) {
    // A rule that looks at two answers is counted once, with the question asked last.
    std::vector<OwnRules> all;
    for (const policy::Question& question : package.questionnaire()) {
        if (auto own = own_rules(package, facts, on, question)) {
            for (OwnRules& earlier : all) {
                if (earlier.decision == own->decision) {
                    std::erase_if(earlier.rules, [&](const policy::RuleHit& rule) {
                        return has_rule(own->rules, rule);
                    });
                }
            }
            all.push_back(std::move(*own));
        }
    }
    std::vector<AnswerPoints> found;
    for (const OwnRules& own : all) {
        if (!own.rules.empty()) {
            found.push_back(points_of(own));
        }
    }
    return found;
}

std::vector<OfferedPoints> points_table(const policy::Package& package, Date on) {
    policy::Facts lowest;
    for (const policy::Question& question : package.questionnaire()) {
        if (!question.options.empty()) {
            const policy::AnswerOption* option = question.lowest();
            lowest.emplace(question.id,
                           option == nullptr ? question.options.front().code : option->code);
        }
    }
    std::vector<OfferedPoints> table;
    for (const policy::Question& question : package.questionnaire()) {
        std::vector<OfferedPoints> answers;
        for (const policy::AnswerOption& option : question.options) {
            policy::Facts facts = lowest;
            facts[question.id] = option.code;
            if (const auto own = own_rules(package, facts, on, question)) {
                AnswerPoints points = points_of(*own);
                answers.push_back(
                    {question.id, option.code, points.points, std::move(points.reason)});
            }
        }
        if (gives_points(answers)) {
            table.insert(table.end(), answers.begin(), answers.end());
        }
    }
    return table;
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
