#include "policy/moved_steps.h"

#include <algorithm>

#include "policy/model.h"
#include "policy/replay.h"

namespace policy {

namespace {

class Search {
public:
    Search(const Package& package, const Facts& facts, Date on, Replay& replay,
           std::size_t runs_max)
        : package_(package),
          model_(*package.model()),
          facts_(facts),
          on_(on),
          replay_(replay),
          runs_max_(runs_max) {}

    std::vector<MovedStep> found() {
        for (const std::size_t d : replay_.decisions()) {
            if (d != replay_.decisions().back()) {
                look_at_answers(d);
            }
            look_at_sums(d);
        }
        std::stable_sort(steps_.begin(), steps_.end(), [](const auto& a, const auto& b) {
            return a.is_all() != b.is_all() ? b.is_all() : b.moved.absolute() < a.moved.absolute();
        });
        return std::move(steps_);
    }

private:
    const ModelDecision& decision(std::size_t d) const { return model_.decisions.decisions[d]; }

    // Notes what holding a part makes of the sum.
    void note(const Part& part, const feel::Value& held, MovedStep::Against against,
              std::string answer) {
        const std::optional<Decimal> without = replay_.sum_with({{part, held}});
        if (!without || *without == replay_.sum()) {
            return;
        }
        const feel::StepList* steps = replay_.steps_of(part.decision);
        steps_.push_back(MovedStep{decision(part.decision).name,
                                   part.step ? (*steps->names)[*part.step] : std::string(),
                                   std::move(answer), against, replay_.value(part), replay_.sum(),
                                   *without, replay_.sum() - *without});
    }

    bool may_go_on() const { return replay_.runs() + runs_ < runs_max_; }

    // A number that answers go into: what is it with the answers that give least?
    void look_at_answers(std::size_t d) {
        if (replay_.value(Part{d}).number() == nullptr || !may_go_on()) {
            return;
        }
        Facts least = facts_;
        std::vector<std::string> asked;
        for (const std::uint32_t input : decision(d).inputs) {
            const Question* question = package_.question(model_.decisions.inputs[input].name);
            if (question != nullptr && set_to_least(*question, least)) {
                asked.push_back(question->id);
            }
        }
        if (asked.empty()) {
            return;
        }
        ++runs_;
        const auto other = evaluate(package_, least, on_, {decision(d).name}, false);
        const feel::Value* value = other ? other->find(decision(d).name) : nullptr;
        if (value != nullptr && value->number() != nullptr) {
            note(Part{d}, *value, MovedStep::Against::least_answers,
                 asked.size() == 1 ? asked.front() : std::string());
        }
    }

    // Sets an answer to the one that gives least; false when nothing says which that is.
    static bool set_to_least(const Question& question, Facts& facts) {
        feel::Value& answer = facts[question.id];
        switch (question.kind) {
            case Question::Kind::choice:
                if (question.lowest() == nullptr) {
                    return false;
                }
                answer = question.lowest()->code;
                return true;
            case Question::Kind::yes_no:
                answer = false;
                return true;
            case Question::Kind::money:
            case Question::Kind::number:
                answer = Decimal(0);
                return true;
            case Question::Kind::date:
                return false;
        }
        return false;
    }

    // The only sum of money a decision takes from others; nothing when there are none or several.
    std::optional<Part> sum_taken(std::size_t d) const {
        std::optional<Part> taken;
        for (const std::uint32_t each : decision(d).decisions) {
            if (decision(each).is_money(decision(each).name) &&
                replay_.value(Part{each}).number() != nullptr) {
                if (taken) {
                    return std::nullopt;
                }
                taken = Part{each};
            }
        }
        return taken;
    }

    // Whether the sum no longer sees `before` once `part` is held: then `part` passes it on.
    bool passes_on(const Part& part, const Part& before) {
        const Decimal was = *replay_.value(before).number();
        const Decimal far(1000000);
        const Decimal one(1);
        for (const Decimal& other : {Decimal(0), was + one, was + far}) {
            const auto sum = replay_.sum_with({{before, other}, {part, replay_.value(part)}});
            if (!sum || *sum != replay_.sum()) {
                return false;
            }
        }
        return true;
    }

    // Sums of money: a named step, or a whole decision that takes one sum and gives another.
    void look_at_sums(std::size_t d) {
        std::optional<Part> running = sum_taken(d);
        const feel::StepList* steps = replay_.steps_of(d);
        if (steps == nullptr || steps->result == feel::no_node) {
            if (running && decision(d).is_money(decision(d).name) && may_go_on() &&
                decision(d).inputs.empty() && replay_.value(Part{d}).number() != nullptr &&
                d != replay_.decisions().back()) {
                note(Part{d}, replay_.value(*running), MovedStep::Against::without, {});
            }
            return;
        }
        bool beside = false;  // a step since the running sum that stands beside it
        for (std::size_t s = 0; s < steps->nodes.size() && may_go_on(); ++s) {
            const Part part{d, s};
            if (!decision(d).is_money((*steps->names)[s]) ||
                replay_.value(part).number() == nullptr) {
                continue;
            }
            if (!running) {
                running = part;
            } else if (passes_on(part, *running)) {
                if (!beside) {
                    note(part, replay_.value(*running), MovedStep::Against::without, {});
                }
                running = part;
                beside = false;
            } else {
                beside = true;
                note(part, Decimal(0), MovedStep::Against::without, {});
            }
        }
    }

    const Package& package_;
    const Model& model_;
    const Facts& facts_;
    Date on_;
    Replay& replay_;
    std::size_t runs_max_;
    std::size_t runs_ = 0;  // beside those of the replay
    std::vector<MovedStep> steps_;
};

}  // namespace

Result<std::vector<MovedStep>> moved_steps(const Package& package, const Facts& facts, Date on,
                                           const std::string& decision, std::size_t runs_max) {
    TRY(Replay replay, Replay::make(*package.model(), facts, on, decision));
    return Search(package, facts, on, replay, runs_max).found();
}

}  // namespace policy
