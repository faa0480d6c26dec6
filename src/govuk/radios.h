#pragma once
// One answer out of a few. An item may open a further field while it is chosen (`conditional`), be
// a divider ("or"), or be left out while the numbers of the others stay.

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

struct RadioItem {
    std::string value = {};
    std::string text = {};
    Html html = {};
    std::string id = {};
    std::string label_classes = {};
    Attributes label_attributes = {};
    Hint hint = {};
    std::string divider = {};
    // Unset: checked when its value is the value of the radios.
    std::optional<bool> checked = std::nullopt;
    Html conditional = {};
    bool disabled = false;
    Attributes attributes = {};
    bool left_out = false;
};

struct Radios {
    std::optional<Fieldset> fieldset = std::nullopt;
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string id_prefix = {};
    std::string name = {};
    std::vector<RadioItem> items = {};
    std::string value = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the radios into a page.
Html& operator<<(Html& out, const Radios& options);
// Makes radios.
inline Html radios(const Radios& options) {
    return Html() << options;
}

}  // namespace govuk
