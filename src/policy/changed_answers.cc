#include "policy/changed_answers.h"

#include <algorithm>
#include <optional>

#include "policy/model.h"
#include "policy/thresholds.h"

namespace policy {

namespace {

class Trying {
public:
    Trying(const Package& package, const Facts& facts, Date on, const std::string& decision,
           std::size_t tries_max)
        : package_(package), facts_(facts), on_(on), wanted_{decision}, tries_max_(tries_max) {}

    Result<ChangedAnswers> all() {
        TRY(const Evaluation as_answered, evaluate(package_, facts_, on_, wanted_, false));
        const feel::Value* value = as_answered.find(wanted_.front());
        if (value == nullptr || value->number() == nullptr) {
            return Error{"policy.not_a_sum", "The decision \"" + wanted_.front() +
                                                 "\" gives no sum, so no answer changes it."};
        }
        now_ = *value->number();
        for (const Question& question : package_.questionnaire()) {
            if (counts(question)) {
                change(question);
            }
        }
        std::stable_sort(found_.changes.begin(), found_.changes.end(),
                         [](const ChangedAnswer& a, const ChangedAnswer& b) {
                             return b.change.absolute() < a.change.absolute();
                         });
        return std::move(found_);
    }

private:
    // Whether it was answered and the decision, or one it stands on, reads it.
    bool counts(const Question& question) const {
        const auto answer = facts_.find(question.id);
        if (answer == facts_.end() || answer->second.is_null()) {
            return false;
        }
        const DecisionModel& decisions = package_.model()->decisions;
        std::vector<bool> needed(decisions.decisions.size());
        decisions.mark_needed(static_cast<std::size_t>(decisions.find_decision(wanted_.front())),
                              needed);
        const int input = decisions.find_input(question.id);
        for (std::size_t d = 0; d < needed.size(); ++d) {
            const std::vector<std::uint32_t>& inputs = decisions.decisions[d].inputs;
            if (needed[d] && std::ranges::any_of(inputs, [&](std::uint32_t each) {
                    return static_cast<int>(each) == input;
                })) {
                return true;
            }
        }
        return false;
    }

    void change(const Question& question) {
        const feel::Value given = facts_.at(question.id);
        switch (question.kind) {
            case Question::Kind::choice:
                for (const AnswerOption& option : question.options) {
                    if (given.string() == nullptr || option.code != *given.string()) {
                        note(question, given, option.code);
                    }
                }
                break;
            case Question::Kind::yes_no:
                note(question, given, !given.is_true());
                break;
            case Question::Kind::money:
            case Question::Kind::number:
                if (given.number() != nullptr) {
                    change_number(question, *given.number());
                }
                break;
            case Question::Kind::date:
                break;
        }
    }

    // Of a number the largest change each way is kept; of equal ones the nearest.
    void change_number(const Question& question, const Decimal& given) {
        const bool money = question.kind == Question::Kind::money;
        const Decimal step = money ? *Decimal::parse("0.01") : Decimal(1);
        std::vector<Decimal> others;
        if (!money) {
            others = {given - step, given + step};
        }
        for (const Decimal& at : thresholds(package_, wanted_.front(), question, on_)) {
            others.insert(others.end(), {at, at - step, at + step});
        }
        std::stable_sort(others.begin(), others.end(), [&given](const auto& a, const auto& b) {
            return (a - given).absolute() < (b - given).absolute();
        });
        std::optional<ChangedAnswer> least;
        std::optional<ChangedAnswer> most;
        for (const Decimal& other : others) {
            if (other.is_negative() || other == given) {
                continue;
            }
            std::optional<ChangedAnswer> changed = with(question, given, other);
            if (!changed) {
                continue;
            }
            auto& best = other < given ? least : most;
            if (!best || best->change.absolute() < changed->change.absolute()) {
                best = std::move(changed);
            }
        }
        for (auto& each : {least, most}) {
            if (each) {
                found_.changes.push_back(*each);
            }
        }
    }

    void note(const Question& question, const feel::Value& given, const feel::Value& other) {
        if (auto changed = with(question, given, other)) {
            found_.changes.push_back(std::move(*changed));
        }
    }

    // Works the sum out with another answer; nothing when it stays as it is.
    std::optional<ChangedAnswer> with(const Question& question, const feel::Value& given,
                                      const feel::Value& other) {
        if (tries_ >= tries_max_) {
            found_.all_tried = false;
            return std::nullopt;
        }
        ++tries_;
        facts_[question.id] = other;
        const Result<Evaluation> evaluation = evaluate(package_, facts_, on_, wanted_, false);
        facts_[question.id] = given;
        const feel::Value* then = evaluation ? evaluation->find(wanted_.front()) : nullptr;
        if (then == nullptr || then->number() == nullptr || *then->number() == now_) {
            return std::nullopt;
        }
        return ChangedAnswer{question.id, given,           other,
                             now_,        *then->number(), *then->number() - now_};
    }

    const Package& package_;
    Facts facts_;
    Date on_;
    std::vector<std::string> wanted_;
    std::size_t tries_max_;
    std::size_t tries_ = 0;
    Decimal now_;
    ChangedAnswers found_;
};

}  // namespace

std::vector<ChangedAnswer> ChangedAnswers::telling(std::size_t most) const {
    std::vector<ChangedAnswer> told;
    for (const ChangedAnswer& each : changes) {
        const bool again = std::ranges::any_of(
            told, [&each](const ChangedAnswer& had) { return had.question == each.question; });
        if (told.size() < most && !again && !each.ends_it()) {
            told.push_back(each);
        }
    }
    return told;
}

Result<ChangedAnswers> changed_answers(const Package& package, const Facts& facts, Date on,
                                       const std::string& decision, std::size_t tries_max) {
    return Trying(package, facts, on, decision, tries_max).all();
}

}  // namespace policy
