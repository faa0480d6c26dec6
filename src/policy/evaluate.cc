// Works out the decisions of a package for one person on one date.

#include <algorithm>

#include "feel/run.h"
#include "policy/model.h"
#include "policy/prepare.h"

namespace policy {

namespace {

// Turns what the run told into the trace of one decision.
DecisionTrace tell(const Model& model, const ModelDecision& decision, const feel::Value& value,
                   feel::Events& events, const Figures& figures) {
    const feel::Program& program = model.decisions.program;
    DecisionTrace made;
    made.decision = decision.name;
    made.value = value;
    for (feel::Event& event : events) {
        switch (event.kind) {
            case feel::Event::Kind::rule: {
                const feel::Table& table = program.tables[event.index];
                const std::string_view reason =
                    event.part == 0 ? std::string_view()
                                    : std::string_view(table.annotations[event.part - 1]);
                made.rules.push_back(
                    RuleHit{table.name, event.part, reason, std::move(event.value), event.index});
                break;
            }
            case feel::Event::Kind::step:
                made.steps.push_back(Step{(*program.step_lists[event.index].names)[event.part],
                                          std::move(event.value)});
                break;
            case feel::Event::Kind::parameter: {
                const Parameter* figure = figures[event.index];
                if (std::find(made.parameters.begin(), made.parameters.end(), figure) ==
                    made.parameters.end()) {
                    made.parameters.push_back(figure);
                }
                break;
            }
        }
    }
    events.clear();
    made.reads.reserve(decision.inputs.size() + decision.decisions.size());
    for (const std::uint32_t each : decision.inputs) {
        made.reads.push_back(model.decisions.inputs[each].name);
    }
    for (const std::uint32_t each : decision.decisions) {
        made.reads.push_back(model.decisions.decisions[each].name);
    }
    return made;
}

Result<Evaluation> work_out(const std::shared_ptr<const Model>& model, const Facts& facts, Date on,
                            const std::vector<bool>& needed, bool with_trace) {
    const DecisionModel& decisions = model->decisions;
    feel::Events events;
    feel::Run run(decisions.program, feel::Strictness::strict, with_trace ? &events : nullptr);
    TRY(const Figures figures, prepare(*model, facts, on, needed, run));
    Evaluation evaluation;
    if (with_trace) {
        evaluation.trace.model = model;
    }
    for (std::size_t d = 0; d < needed.size(); ++d) {
        if (!needed[d]) {
            continue;
        }
        const ModelDecision& decision = decisions.decisions[d];
        feel::Value value = run.evaluate(decision.node);
        if (run.fault()) {
            return *run.fault();
        }
        if (run.meets(decision.allowed, value) != feel::Truth::yes) {
            return Error{"policy.not_allowed",
                         "The decision " + decision.name + " gave " + value.to_text() +
                             ", but its type allows " + *decision.type.allowed + ".",
                         decision.place};
        }
        if (with_trace) {
            evaluation.trace.decisions.push_back(tell(*model, decision, value, events, figures));
        }
        evaluation.decisions.emplace(decision.name, value);
        run.slot(decision.slot) = std::move(value);
    }
    return evaluation;
}

}  // namespace

const feel::Value* Evaluation::find(std::string_view decision) const {
    const auto found = decisions.find(decision);
    return found == decisions.end() ? nullptr : &found->second;
}

Result<Evaluation> evaluate(const Package& package, const Facts& facts, Date on, bool with_trace) {
    const std::vector<bool> needed(package.model()->decisions.decisions.size(), true);
    return work_out(package.model(), facts, on, needed, with_trace);
}

Result<Evaluation> evaluate(const Package& package, const Facts& facts, Date on,
                            const std::vector<std::string>& wanted, bool with_trace) {
    const DecisionModel& decisions = package.model()->decisions;
    std::vector<bool> needed(decisions.decisions.size());
    for (const std::string& name : wanted) {
        const int position = decisions.find_decision(name);
        if (position < 0) {
            return Error{"policy.unknown_decision",
                         "The package has no decision called \"" + name + "\"."};
        }
        decisions.mark_needed(static_cast<std::size_t>(position), needed);
    }
    return work_out(package.model(), facts, on, needed, with_trace);
}

}  // namespace policy
