#include "web/password_field.h"

#include "govuk/password_input.h"

namespace web {

govuk::Html password_field(const Form& form, const std::string& name, const std::string& label,
                           const std::string& hint, const std::string& autocomplete) {
    return govuk::password_input({.id = name,
                                  .name = name,
                                  .label = {.text = label},
                                  .hint = {.text = hint},
                                  .error_message = form.error(name),
                                  .autocomplete = autocomplete});
}

}  // namespace web
