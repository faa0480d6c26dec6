#pragma once
// A field for a password: hidden while typed, with a button that shows it. What was typed is never
// sent back.

#include <string>

#include "govuk/html.h"
#include "web/form.h"

namespace web {

// Prints it. `autocomplete` is current-password or new-password, so that a browser that keeps
// passwords offers the right one.
govuk::Html password_field(const Form& form, const std::string& name, const std::string& label,
                           const std::string& hint, const std::string& autocomplete);

}  // namespace web
