#include "policy/prepare.h"

#include <algorithm>

namespace policy {

namespace {

using Given = std::vector<const feel::Value*>;

// Finds the fact of each input; nullptr: not given. Facts and the names asked for both lie in
// order, so one walk finds them all. Refuses a fact that nothing asks for.
Result<Given> find_facts(const Model& model, const Facts& facts) {
    Given given(model.decisions.inputs.size());
    auto asked = model.asked.begin();
    for (const auto& [name, value] : facts) {
        while (asked != model.asked.end() && asked->name < name) {
            ++asked;
        }
        if (asked == model.asked.end() || asked->name != name) {
            return Error{"policy.unknown_fact",
                         "The package asks for nothing called \"" + name + "\".", "fact " + name};
        }
        if (asked->input >= 0) {
            given[static_cast<std::size_t>(asked->input)] = &value;
        }
    }
    return given;
}

// Takes one input from the facts, checked against its type.
Outcome take(const Model& model, std::size_t position, const feel::Value* fact, Date on,
             feel::Run& run) {
    const ModelInput& input = model.decisions.inputs[position];
    const int question = model.input_questions[position];
    if (question < 0 && input.name == date_input) {
        run.slot(input.slot) = on;
        return Done{};
    }
    if (fact == nullptr || fact->is_null()) {
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
    if (!feel::conforms(*fact, input.type)) {
        const bool kind_fits =
            input.type.kind == feel::Type::Kind::string && fact->string() != nullptr;
        return Error{kind_fits ? "policy.not_allowed" : "policy.wrong_kind",
                     kind_fits ? "\"" + fact->to_text() + "\" is not one of the answers to " +
                                     input.name + "."
                               : "\"" + input.name + "\" must be " + feel::to_text(input.type) +
                                     ", not " + std::string(feel::name_of(fact->kind())) + ".",
                     "fact " + input.name};
    }
    if (run.meets(input.allowed, *fact) != feel::Truth::yes) {
        return Error{"policy.not_allowed",
                     fact->to_text() + " is not among the values of " + input.name +
                         ", which are " + *input.type.allowed + ".",
                     "fact " + input.name};
    }
    const bool is_bounded = question >= 0 || input.allowed == feel::no_node;
    if (is_bounded && fact->number() != nullptr &&
        (fact->number()->is_negative() || *fact->number() > answer_most)) {
        return Error{"policy.not_allowed",
                     fact->to_text() + " cannot be an answer: an answer is from 0 to " +
                         answer_most.to_text() + ".",
                     "fact " + input.name};
    }
    run.slot(input.slot) = *fact;
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

}  // namespace

Result<Figures> prepare(const Model& model, const Facts& facts, Date on,
                        const std::vector<bool>& needed, feel::Run& run) {
    TRY(const Given given, find_facts(model, facts));
    const DecisionModel& decisions = model.decisions;
    std::vector<bool> read(decisions.inputs.size());
    for (std::size_t d = 0; d < needed.size(); ++d) {
        for (const std::uint32_t input : decisions.decisions[d].inputs) {
            if (needed[d] && !read[input]) {
                read[input] = true;
                TRY_DONE(take(model, input, given[input], on, run));
            }
        }
    }
    Figures figures(model.parameter_rows.size());
    for (std::size_t p = 0; p < figures.size(); ++p) {
        figures[p] = in_force(model, p, on);
        if (figures[p] != nullptr) {
            run.slot(decisions.program.parameter_slots[p]) = figures[p]->value;
        }
    }
    return figures;
}

}  // namespace policy
