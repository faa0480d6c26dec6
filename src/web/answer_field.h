#pragma once
// The field for one question of a package, whatever its kind: a few answers to choose from, yes or
// no, a sum of money, a number, a day. It shows what was typed, right or wrong. What comes back is
// read as one text, the way the questionnaire reads it, so that the journey checks it once.

#include <string>

#include "govuk/html.h"
#include "policy/questionnaire.h"
#include "web/form.h"

namespace web {

struct AnswerField {
    std::string name = "answer";
    std::string title = {};  // instead of the question's own text
    std::string hint = {};   // instead of the question's own help
    bool is_page_heading = false;
    bool is_easy_read = false;  // the easy texts
    bool is_small = false;      // one of several fields on a page
};

// Writes the field with what the form holds for it.
govuk::Html answer_field(const policy::Question& question, const Form& form,
                         const AnswerField& options);

// Gives what was typed as one text: the code, the sum, "2006-05-03".
std::string typed_answer(const policy::Question& question, const Form& form,
                         const std::string& name);

// Fills the field with a kept answer before it is shown.
void fill_answer(const policy::Question& question, Form& form, const std::string& name,
                 const std::string& value);

}  // namespace web
