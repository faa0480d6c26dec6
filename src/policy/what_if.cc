#include "policy/what_if.h"

#include <algorithm>

namespace policy {

namespace {

Result<Decimal> sum_of(const Evaluation& evaluation, const std::string& decision) {
    const feel::Value* value = evaluation.find(decision);
    if (value == nullptr || value->number() == nullptr) {
        return Error{"policy.not_a_sum",
                     "The decision \"" + decision + "\" gives no sum, so it has no difference."};
    }
    return *value->number();
}

}  // namespace

Result<std::vector<Difference>> what_if_lowest(const Package& package, const Facts& facts, Date on,
                                               const std::string& decision) {
    const std::vector<std::string> wanted = {decision};
    TRY(const Evaluation as_answered, evaluate(package, facts, on, wanted, false));
    TRY(const Decimal now, sum_of(as_answered, decision));
    std::vector<Difference> differences;
    Facts changed = facts;
    for (const Question& question : package.questionnaire()) {
        const auto answer = changed.find(question.id);
        const AnswerOption* lowest = question.lowest();
        if (lowest == nullptr || answer == changed.end() || answer->second.string() == nullptr ||
            *answer->second.string() == lowest->code) {
            continue;
        }
        const std::string given = *answer->second.string();
        answer->second = lowest->code;
        const Result<Evaluation> other = evaluate(package, changed, on, wanted, false);
        answer->second = given;
        const Result<Decimal> then = other ? sum_of(*other, decision) : other.error();
        if (then && *then != now) {
            differences.push_back(
                Difference{question.id, given, lowest->code, now, *then, *then - now});
        }
    }
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference& a, const Difference& b) {
                         return a.change.absolute() > b.change.absolute();
                     });
    return differences;
}

}  // namespace policy
