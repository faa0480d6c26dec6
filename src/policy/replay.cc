#include "policy/replay.h"

namespace policy {

Result<Replay> Replay::make(const Model& model, const Facts& facts, Date on,
                            const std::string& decision) {
    const DecisionModel& decisions = model.decisions;
    const int position = decisions.find_decision(decision);
    if (position < 0) {
        return Error{"policy.unknown_decision",
                     "The package has no decision called \"" + decision + "\"."};
    }
    std::vector<bool> needed(decisions.decisions.size());
    decisions.mark_needed(static_cast<std::size_t>(position), needed);
    feel::Run ready(decisions.program, feel::Strictness::strict);
    TRY_DONE(prepare(model, facts, on, needed, ready));
    std::vector<std::size_t> in_order;
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (needed[d]) {
            in_order.push_back(d);
        }
    }
    Replay replay(model, ready, std::move(in_order));
    const std::optional<Decimal> sum = replay.run_through({}, replay.as_it_is_);
    if (!sum) {
        if (replay.as_it_is_.fault()) {
            return *replay.as_it_is_.fault();
        }
        return Error{"policy.not_a_sum",
                     "The decision \"" + decision + "\" gives no sum, so no step moves it."};
    }
    replay.sum_ = *sum;
    return replay;
}

const feel::StepList* Replay::steps_of(std::size_t decision) const {
    const feel::Program& program = model_->decisions.program;
    const feel::Node& node = program.nodes[model_->decisions.decisions[decision].node];
    if (node.op != feel::Op::steps || !program.step_lists[node.a].told) {
        return nullptr;
    }
    return &program.step_lists[node.a];
}

void Replay::work_out(std::size_t decision, const std::map<Part, feel::Value>& held,
                      feel::Run& run) const {
    const ModelDecision& each = model_->decisions.decisions[decision];
    if (const auto found = held.find(Part{decision}); found != held.end()) {
        run.slot(each.slot) = found->second;
        return;
    }
    const feel::StepList* steps = steps_of(decision);
    if (steps == nullptr || steps->result == feel::no_node) {
        run.slot(each.slot) = run.evaluate(each.node);
        return;
    }
    for (std::size_t s = 0; s < steps->nodes.size() && !run.fault(); ++s) {
        const auto found = held.find(Part{decision, s});
        run.slot(steps->slots[s]) =
            found != held.end() ? found->second : run.evaluate(steps->nodes[s]);
    }
    run.slot(each.slot) = run.evaluate(steps->result);
}

std::optional<Decimal> Replay::run_through(const std::map<Part, feel::Value>& held,
                                           feel::Run& run) {
    ++runs_;
    for (const std::size_t decision : needed_) {
        work_out(decision, held, run);
        if (run.fault()) {
            return std::nullopt;
        }
    }
    const Decimal* sum = run.slot(model_->decisions.decisions[needed_.back()].slot).number();
    return sum == nullptr ? std::nullopt : std::optional(*sum);
}

std::optional<Decimal> Replay::sum_with(const std::map<Part, feel::Value>& held) {
    feel::Run run = ready_;
    return run_through(held, run);
}

const feel::Value& Replay::value(const Part& part) const {
    if (!part.step) {
        return as_it_is_.slot(model_->decisions.decisions[part.decision].slot);
    }
    return as_it_is_.slot(steps_of(part.decision)->slots[*part.step]);
}

}  // namespace policy
