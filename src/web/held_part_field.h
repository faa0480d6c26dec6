#pragma once
// The question "Which part of the plan was it for?" of a report of spending. It is asked where
// there is a choice, and nobody has to know: with "I am not sure" the sum counts for the budget as
// a whole, and the next page says from which fund it was taken.

#include <optional>
#include <string>
#include <vector>

#include "casework/held_parts.h"
#include "web/form_fields.h"

namespace web {

// Gives the question; nothing where there are not two parts to choose from.
Html part_field(const Form& form, const std::vector<casework::HeldPart>& parts);

// Reads the answer: the part chosen, or none where she is not sure. Refuses no answer, and one that
// was not offered.
std::optional<PlanLineId> typed_part(Form& form, const std::vector<casework::HeldPart>& parts);

// The question how much of her own money went with what was spent; nothing where her plan says of
// none for these parts. Reads the answer: nought where it was left empty.
Html own_field(const Form& form, const std::vector<casework::HeldPart>& parts,
               const std::string& label);
Money typed_own(Form& form, const std::vector<casework::HeldPart>& parts);

}  // namespace web
