#pragma once
// What a form is filled with before it is shown, and what it offers to choose from, where several
// pages need the same.

#include <string>
#include <vector>

#include "base/date.h"
#include "web/form.h"
#include "web/form_fields.h"

namespace web {

// Puts a date into the three boxes of a date field.
void fill_date(Form& form, const std::string& name, Date date);

// Gives the values of the choices, for Form::choice.
std::vector<std::string> values_of(const std::vector<Choice>& choices);

// Gives the forms in which the council can write ("Easy Read").
std::vector<Choice> format_choices();
// Gives the four client groups.
std::vector<Choice> group_choices();

}  // namespace web
