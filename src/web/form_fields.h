#pragma once
// The fields a page asks with: each writes the component with what was typed, its hint and its
// error, so that a page names a field once. Ids are the names, because the summary of errors links
// to them. Used by every page with a form.

#include <string>
#include <vector>

#include "govuk/html.h"
#include "web/form.h"

namespace web {

using govuk::Html;

// One line of text. `width`: a class of GOV.UK Frontend ("govuk-input--width-10"), empty for the
// whole width.
struct TextField {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    std::string width = {};
    std::string autocomplete = {};
    std::string prefix = {};  // "£"
    std::string suffix = {};  // "percent"
    bool is_number = false;   // shows the keys for digits
};
Html text_field(const Form& form, const TextField& field);

// Several lines, with the count of characters left.
struct WordsField {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    int rows = 5;
    int length_max = 2000;
};
Html words_field(const Form& form, const WordsField& field);

// A date in three boxes: <name>-day, <name>-month, <name>-year.
Html date_field(const Form& form, const std::string& name, const std::string& legend,
                const std::string& hint);
// Puts a date into the three boxes before a form is first shown.
void fill_date(Form& form, const std::string& name, Date date);

struct Choice {
    std::string value = {};
    std::string text = {};
    std::string hint = {};
};
// One of a few (radios).
Html choice_field(const Form& form, const std::string& name, const std::string& legend,
                  const std::string& hint, const std::vector<Choice>& choices);
// Any number of a few (checkboxes).
Html many_field(const Form& form, const std::string& name, const std::string& legend,
                const std::string& hint, const std::vector<Choice>& choices);
// One of many (a list to open).
Html list_field(const Form& form, const std::string& name, const std::string& label,
                const std::string& hint, const std::vector<Choice>& choices);

// Gives the values of the choices, for Form::choice.
std::vector<std::string> values_of(const std::vector<Choice>& choices);

}  // namespace web
