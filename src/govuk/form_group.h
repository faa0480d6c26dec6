#pragma once
// The frame every field has: a form group with the label, the hint and the error in it, and the ids
// by which the field says it is described. Fields with several controls (radios, checkboxes, dates)
// use the parts. Only components of this room use it, except for FormGroup, which is an option.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/content.h"
#include "govuk/error_message.h"
#include "govuk/fieldset.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"

namespace govuk {

// Before and after mean: before and after the field itself, inside the group.
struct FormGroup {
    std::string classes = {};
    Attributes attributes = {};
    Content before = {};
    Content after = {};
};

// Opens the group's div.
void open_form_group(Html& out, const FormGroup& group, bool has_error);

// Writes a line holding the label of the field `id`.
void write_label(Html& out, const Label& label, const std::string& id);

// Writes the hint and the error, where given, with ids made from `id`, and gives `described_by`
// with those ids added.
std::string write_hint_and_error(Html& out, const Hint& hint, const ErrorMessage& error,
                                 const std::string& id, std::string described_by);

// Writes the controls of a question, in its fieldset when it has one.
void write_in_fieldset(Html& out, const std::optional<Fieldset>& fieldset,
                       const std::string& described_by, const Html& controls);

// Writes a line of content, when there is any, `spaces` from the margin.
void write_line(Html& out, const Content& content, int spaces);

}  // namespace govuk
