#pragma once
// Several lines of text to type.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"

namespace govuk {

struct Textarea {
    std::string id = {};
    std::string name = {};
    std::optional<bool> spellcheck = std::nullopt;
    int rows = 5;
    std::string value = {};
    bool disabled = false;
    std::string described_by = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string classes = {};
    std::string autocomplete = {};
    Attributes attributes = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const Textarea& options);
// Makes a field.
inline Html textarea(const Textarea& options) {
    return Html() << options;
}

}  // namespace govuk
