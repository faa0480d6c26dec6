#pragma once
// The form of one line of a plan: what, for what, how often, at what price, when, and who holds the
// money. The choices come from the market, the rules of the record and the people who could hold
// money for her.

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "budget/support_plan.h"
#include "casework/make_plan.h"
#include "govuk/html.h"
#include "web/form.h"
#include "web/visit.h"

namespace web {

struct PlanLineChoices {
    std::vector<std::pair<std::string, std::string>> offers;    // id, words
    std::vector<std::pair<std::string, std::string>> purposes;  // code, words
    std::vector<std::pair<std::string, std::string>> holders;   // payee id, name
    // Where a direct payment can go besides her own account: relationship id, name. Often none.
    std::vector<std::pair<std::string, std::string>> nominees;
    Period plan_period;
};

// Gives what may be chosen. Refuses as casework::cost_plan.
Result<PlanLineChoices> plan_line_choices(Visit& visit, PersonId person,
                                          const budget::SupportPlan& plan);

// Shows the fields with what was typed and what is wrong.
govuk::Html plan_line_fields(const Visit& visit, const PlanLineChoices& choices);

// Fills an untouched form from a kept line.
void fill_plan_line(Form& form, const casework::CostedPlan& costed, PlanLineId line);

// Reads the form; nothing when something is wrong, which the form then says.
std::optional<casework::PlanLineDraft> read_plan_line(Form& form, const PlanLineChoices& choices);

// Which field each refusal of the journey belongs to.
std::initializer_list<CodeField> plan_line_codes();

}  // namespace web
