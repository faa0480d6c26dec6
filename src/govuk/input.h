#pragma once
// One line of text to type: a name, an amount, a number. A prefix (£) and a suffix (hours) say the
// unit. Numbers use inputmode "numeric", never type "number".

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"

namespace govuk {

// The unit in front of or behind the field.
struct InputAffix {
    std::string text = {};
    Html html = {};
    std::string classes = {};
    Attributes attributes = {};

    // Says whether there is anything to show.
    bool given() const { return !text.empty() || !html.empty(); }
};

struct InputWrapper {
    std::string classes = {};
    Attributes attributes = {};
};

struct Input {
    std::string id = {};
    std::string name = {};
    std::string type = "text";
    std::optional<std::string> inputmode = std::nullopt;
    std::optional<std::string> value = std::nullopt;
    bool disabled = false;
    std::string described_by = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    InputAffix prefix = {};
    InputAffix suffix = {};
    FormGroup form_group = {};
    InputWrapper input_wrapper = {};
    std::string classes = {};
    std::optional<std::string> autocomplete = std::nullopt;
    std::optional<std::string> pattern = std::nullopt;
    std::optional<bool> spellcheck = std::nullopt;
    std::optional<std::string> autocapitalize = std::nullopt;
    Attributes attributes = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const Input& options);
// Makes a field.
inline Html input(const Input& options) {
    return Html() << options;
}

}  // namespace govuk
