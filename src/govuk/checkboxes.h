#pragma once
// Any number of answers out of a few. An item with behaviour "exclusive" ("none of these") clears
// the others.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/fieldset.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"

namespace govuk {

struct CheckboxItem {
    std::string value = {};
    std::string text = {};
    Html html = {};
    std::string id = {};
    std::string name = {};
    std::string label_classes = {};
    Attributes label_attributes = {};
    Hint hint = {};
    std::string divider = {};
    // Unset: checked when its value is among the values of the checkboxes.
    std::optional<bool> checked = std::nullopt;
    Html conditional = {};
    std::string behaviour = {};
    bool disabled = false;
    Attributes attributes = {};
    bool left_out = false;
};

struct Checkboxes {
    std::string described_by = {};
    std::optional<Fieldset> fieldset = std::nullopt;
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string id_prefix = {};
    std::string name = {};
    std::vector<CheckboxItem> items = {};
    std::vector<std::string> values = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the checkboxes into a page.
Html& operator<<(Html& out, const Checkboxes& options);
// Makes checkboxes.
inline Html checkboxes(const Checkboxes& options) {
    return Html() << options;
}

}  // namespace govuk
