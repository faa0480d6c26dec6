#include "web/held_part_field.h"

#include <algorithm>

#include "web/form_values.h"

namespace web {

namespace {

constexpr std::string_view not_sure = "not-sure";

std::vector<Choice> choices_of(const std::vector<casework::HeldPart>& parts) {
    std::vector<Choice> choices;
    choices.reserve(parts.size() + 1);
    for (const casework::HeldPart& part : parts) {
        choices.push_back({.value = part.line.to_text(), .text = part.words});
    }
    choices.push_back({.value = std::string(not_sure),
                       .text = "Something else, or I am not sure",
                       .hint = "We then say which fund was taken, and you can put it right."});
    return choices;
}

bool has_own(const std::vector<casework::HeldPart>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [](const casework::HeldPart& part) { return part.own.is_positive(); });
}

}  // namespace

Html part_field(const Form& form, const std::vector<casework::HeldPart>& parts) {
    if (parts.size() < 2) {
        return Html();
    }
    return radios_field(form, {.name = "part",
                               .legend = "Which part of the plan was it for?",
                               .choices = choices_of(parts)});
}

std::optional<PlanLineId> typed_part(Form& form, const std::vector<casework::HeldPart>& parts) {
    if (parts.size() < 2) {
        return std::nullopt;
    }
    const auto chosen = form.choice("part", values_of(choices_of(parts)),
                                    "Choose which part it was for, or that you are not sure");
    return chosen && *chosen != not_sure ? PlanLineId::parse(*chosen).value()
                                         : std::optional<PlanLineId>();
}

Html own_field(const Form& form, const std::vector<casework::HeldPart>& parts,
               const std::string& label) {
    if (!has_own(parts)) {
        return Html();
    }
    return money_field(form, {.name = "own",
                              .label = label,
                              .hint = "Leave it empty if there was none. It is not part of the sum "
                                      "above.",
                              .classes = "govuk-input--width-10"});
}

Money typed_own(Form& form, const std::vector<casework::HeldPart>& parts) {
    return has_own(parts) ? form.money("own", "").value_or(Money()) : Money();
}

}  // namespace web
