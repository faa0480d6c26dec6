#include "govuk/password_input.h"

#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/translations.h"

namespace govuk {

namespace {

Attributes group_attributes(const PasswordInput& options) {
    Attributes attributes{{"data-module", "govuk-password-input"}};
    add_translation(attributes, "show-password", options.show_password_text.value_or(""));
    add_translation(attributes, "hide-password", options.hide_password_text);
    add_translation(attributes, "show-password-aria-label",
                    options.show_password_aria_label_text.value_or(""));
    add_translation(attributes, "hide-password-aria-label", options.hide_password_aria_label_text);
    add_translation(attributes, "password-shown-announcement",
                    options.password_shown_announcement_text);
    add_translation(attributes, "password-hidden-announcement",
                    options.password_hidden_announcement_text);
    attributes.add_all(options.form_group.attributes);
    return attributes;
}

Html show_button(const PasswordInput& options, const std::string& id) {
    Attributes attributes{
        {"aria-controls", id},
        {"aria-label", options.show_password_aria_label_text.value_or("Show password")}};
    attributes.add_bare("hidden");
    return button({.text = options.show_password_text.value_or("Show"),
                   .type = "button",
                   .classes = join_words("govuk-button--secondary govuk-password-input__toggle "
                                         "govuk-js-password-input-toggle",
                                         options.button_classes),
                   .attributes = attributes});
}

}  // namespace

Html& operator<<(Html& out, const PasswordInput& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    Html after = show_button(options, id);
    after << "\n";
    if (options.form_group.after.html.empty()) {
        after << options.form_group.after.text;
    } else {
        after << trimmed(options.form_group.after.html);
    }
    return out << Input{
               .id = id,
               .name = options.name,
               .type = "password",
               .value = options.value,
               .disabled = options.disabled,
               .described_by = options.described_by,
               .label = options.label,
               .hint = options.hint,
               .error_message = options.error_message,
               .form_group = {.classes =
                                  join_words("govuk-password-input", options.form_group.classes),
                              .attributes = group_attributes(options),
                              .before = options.form_group.before,
                              .after = {.html = after}},
               .input_wrapper = {.classes = "govuk-password-input__wrapper"},
               .classes = join_words("govuk-password-input__input govuk-js-password-input-input",
                                     options.classes),
               .autocomplete = options.autocomplete,
               .spellcheck = false,
               .autocapitalize = "none",
               .attributes = options.attributes};
}

}  // namespace govuk
