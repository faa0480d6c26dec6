#pragma once
// The form in which somebody says yes or no to a stream: how much, and why. The worker who proposes
// and the owner of a stream who answers fill in the same one; the owner also gives the day and who
// decided.

#include "assessment/decide_stream.h"
#include "govuk/html.h"
#include "web/form.h"

namespace web {

// Writes the fields a stream needs.
govuk::Html verdict_fields(const policy::Stream& stream, const Form& form);
// Writes the day and the decider, for an owner's answer.
govuk::Html decider_fields(const Form& form);

// Fills the form with a sum worked out before it is first shown.
void fill_verdict(Form& form, const assessment::StreamDecision& fact);

// Reads what was typed; what cannot be read is noted in the form.
assessment::Verdict read_verdict(const policy::Stream& stream, Form& form);
void read_decider(Form& form, assessment::Verdict& verdict);

// Puts a journey's refusal beside the field it is about.
void refuse_verdict(Form& form, const Error& error);

}  // namespace web
