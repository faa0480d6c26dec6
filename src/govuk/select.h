#pragma once
// A list to choose one from; radios are better when there are few. An item without a value has its
// text for a value.

#include <optional>
#include <string>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"

namespace govuk {

struct SelectItem {
    std::optional<std::string> value = std::nullopt;
    std::string text = {};
    std::optional<bool> selected = std::nullopt;
    bool disabled = false;
    Attributes attributes = {};
};

struct Select {
    std::string id = {};
    std::string name = {};
    std::vector<SelectItem> items = {};
    std::string value = {};
    bool disabled = false;
    std::string described_by = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const Select& options);
// Makes a field.
inline Html select(const Select& options) {
    return Html() << options;
}

}  // namespace govuk
