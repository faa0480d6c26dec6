#pragma once
// The dates a statement is for: from a link (from=2006-04-01&until=2007-03-31) or from the form on
// the statement itself, three boxes for each day. Without any it is the council's year that today
// is in. What cannot be read is refused beside its boxes, and what was typed is kept; the statement
// then shows the year. Used by the statements of persons and of streams.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "govuk/html.h"
#include "web/form.h"
#include "web/visit.h"

namespace web {

using govuk::Html;

// The query parameters of a page with such a form, for its route.
std::vector<std::string_view> period_parameters();

// Gives the dates asked for; `form` is filled with them for showing again and notes what is wrong.
Period asked_period(const Visit& visit, Form& form);
// Gives the dates of a link to a file. Refuses: date.*, period.*.
Result<Period> linked_period(const Visit& visit);

// Writes the form; `path` is the statement's own.
Html period_form(const Form& form, std::string_view path);

}  // namespace web
