// Works out the decisions of a package for one person on one date.

#include <algorithm>

#include "feel/run.h"
#include "policy/model.h"

namespace policy {

namespace {

Outcome check_names(const Model& model, const Facts& facts) {
    for (const auto& [name, value] : facts) {
        if (!model.question_positions.contains(name) &&
            std::find(model.inputs.begin(), model.inputs.end(), name) == model.inputs.end()) {
            return Error{"policy.unknown_fact",
                         "The package asks for nothing called \"" + name + "\".", "fact " + name};
        }
    }
    return Done{};
}

// Takes one input from the facts, checked against its type.
Outcome take(const Model& model, std::size_t position, const Facts& facts, Date on,
             feel::Run& run) {
    const ModelInput& input = model.decisions.inputs[position];
    const int question = model.input_questions[position];
    if (question < 0 && input.name == date_input) {
        run.slot(input.slot) = on;
        return Done{};
    }
    const auto fact = facts.find(input.name);
    if (fact == facts.end() || fact->second.is_null()) {
        if (question >= 0 && !model.questions[static_cast<std::size_t>(question)].required) {
            return Done{};
        }
        return Error{"policy.fact_missing",
                     question >= 0 ? "The question \"" +
                                         model.questions[static_cast<std::size_t>(question)].text +
                                         "\" is not answered yet."
                                   : "\"" + input.name + "\" is not given.",
                     "fact " + input.name};
    }
    if (!feel::conforms(fact->second, input.type)) {
        const bool kind_fits =
            input.type.kind == feel::Type::Kind::string && fact->second.string() != nullptr;
        return Error{kind_fits ? "policy.not_allowed" : "policy.wrong_kind",
                     kind_fits
                         ? "\"" + fact->second.to_text() + "\" is not one of the answers to " +
                               input.name + "."
                         : "\"" + input.name + "\" must be " + feel::to_text(input.type) +
                               ", not " + std::string(feel::name_of(fact->second.kind())) + ".",
                     "fact " + input.name};
    }
    if (run.meets(input.allowed, fact->second) != feel::Truth::yes) {
        return Error{"policy.not_allowed",
                     fact->second.to_text() + " is not among the values of " + input.name +
                         ", which are " + *input.type.allowed + ".",
                     "fact " + input.name};
    }
    const bool is_bounded = question >= 0 || input.allowed == feel::no_node;
    if (is_bounded && fact->second.number() != nullptr &&
        (fact->second.number()->is_negative() || *fact->second.number() > answer_most)) {
        return Error{"policy.not_allowed",
                     fact->second.to_text() + " cannot be an answer: an answer is from 0 to " +
                         answer_most.to_text() + ".",
                     "fact " + input.name};
    }
    run.slot(input.slot) = fact->second;
    return Done{};
}

const Parameter* in_force(const Model& model, std::size_t parameter, Date on) {
    const auto& [first, past] = model.parameter_rows[parameter];
    for (std::size_t i = first; i < past; ++i) {
        if (model.parameters[i].in_force(on)) {
            return &model.parameters[i];
        }
    }
    return nullptr;
}

// Turns what the run told into the trace of one decision.
DecisionTrace tell(const Model& model, const ModelDecision& decision, const feel::Value& value,
                   feel::Events& events, const std::vector<const Parameter*>& figures) {
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
    TRY_DONE(check_names(*model, facts));
    const DecisionModel& decisions = model->decisions;
    feel::Events events;
    feel::Run run(decisions.program, feel::Strictness::strict, with_trace ? &events : nullptr);
    std::vector<bool> read(decisions.inputs.size());
    for (std::size_t d = 0; d < needed.size(); ++d) {
        for (const std::uint32_t input : decisions.decisions[d].inputs) {
            if (needed[d] && !read[input]) {
                read[input] = true;
                TRY_DONE(take(*model, input, facts, on, run));
            }
        }
    }
    std::vector<const Parameter*> figures(model->parameter_rows.size());
    for (std::size_t p = 0; p < figures.size(); ++p) {
        figures[p] = in_force(*model, p, on);
        if (figures[p] != nullptr) {
            run.slot(decisions.program.parameter_slots[p]) = figures[p]->value;
        }
    }
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
