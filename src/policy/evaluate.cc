// Works out the decisions of a package for one person on one date.

#include <algorithm>

#include "feel/run.h"
#include "policy/model.h"
#include "policy/prepare.h"

namespace policy {

namespace {

// Makes room for what the run told of one decision.
void make_room(const feel::Events& events, DecisionTrace& made) {
    std::size_t rules = 0;
    std::size_t steps = 0;
    for (const feel::Event& event : events) {
        rules += event.kind == feel::Event::Kind::rule ? 1 : 0;
        steps += event.kind == feel::Event::Kind::step ? 1 : 0;
    }
    made.rules.reserve(rules);
    made.steps.reserve(steps);
    made.parameters.reserve(std::min<std::size_t>(events.size() - rules - steps, 8));
}

// Turns what the run told into the trace of one decision.
void tell(const Model& model, feel::Events& events, const Figures& figures, DecisionTrace& made) {
    const feel::Program& program = model.decisions.program;
    make_room(events, made);
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
}

Result<Evaluation> work_out(const std::shared_ptr<const Model>& model, const Facts& facts, Date on,
                            const std::vector<bool>& needed, bool with_trace) {
    const DecisionModel& decisions = model->decisions;
    feel::Events events;
    feel::Run run(decisions.program, feel::Strictness::strict, with_trace ? &events : nullptr);
    TRY(const Figures figures, prepare(*model, facts, on, needed, run));
    Evaluation evaluation{.model = model, .values = {}, .trace = {}};
    evaluation.values.resize(needed.size());
    if (with_trace) {
        events.reserve(64);
        evaluation.trace.model = model;
        evaluation.trace.decisions.reserve(needed.size());
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
            DecisionTrace& made = evaluation.trace.decisions.emplace_back();
            made.decision = decision.name;
            made.position = d;
            made.value = value;
            tell(*model, events, figures, made);
        }
        run.slot(decision.slot) = value;
        evaluation.values[d] = std::move(value);
    }
    return evaluation;
}

}  // namespace

const feel::Value* Evaluation::find(std::string_view decision) const {
    for (std::size_t d = 0; d < values.size(); ++d) {
        if (values[d] && model->decisions.decisions[d].name == decision) {
            return &*values[d];
        }
    }
    return nullptr;
}

std::map<std::string_view, const feel::Value*> Evaluation::decisions() const {
    std::map<std::string_view, const feel::Value*> named;
    for (std::size_t d = 0; d < values.size(); ++d) {
        if (values[d]) {
            named.emplace(model->decisions.decisions[d].name, &*values[d]);
        }
    }
    return named;
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
