#pragma once
// A secret to type, with a button that shows it while scripts run.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"

namespace govuk {

struct PasswordInput {
    std::string id = {};
    std::string name = {};
    std::optional<std::string> value = std::nullopt;
    bool disabled = false;
    std::string described_by = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string classes = {};
    std::string autocomplete = "current-password";
    Attributes attributes = {};
    std::string button_classes = {};
    // Unset: "Show" and "Show password".
    std::optional<std::string> show_password_text = std::nullopt;
    std::string hide_password_text = {};
    std::optional<std::string> show_password_aria_label_text = std::nullopt;
    std::string hide_password_aria_label_text = {};
    std::string password_shown_announcement_text = {};
    std::string password_hidden_announcement_text = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const PasswordInput& options);
// Makes a field.
inline Html password_input(const PasswordInput& options) {
    return Html() << options;
}

}  // namespace govuk
