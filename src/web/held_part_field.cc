#include "web/held_part_field.h"

#include <algorithm>

#include "web/form_values.h"

namespace web {

namespace {

std::vector<Choice> choices_of(const std::vector<casework::HeldPart>& parts) {
    std::vector<Choice> choices = {{"", "Something else, or I am not sure"}};
    for (const casework::HeldPart& part : parts) {
        choices.push_back({part.line.to_text(), part.words});
    }
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
    return select_field(form, {.name = "part",
                               .legend = "Which part of the plan was it for?",
                               .choices = choices_of(parts)});
}

std::optional<PlanLineId> typed_part(Form& form, const std::vector<casework::HeldPart>& parts) {
    if (parts.size() < 2 || form.value("part").empty()) {
        return std::nullopt;
    }
    const auto chosen =
        form.choice("part", values_of(choices_of(parts)), "Choose what it was for from the list");
    return chosen ? PlanLineId::parse(*chosen).value() : std::optional<PlanLineId>();
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
