#pragma once
// A date typed in parts: day, month and year unless parts are left out, changed, or replaced by a
// list of items of one's own. Values are found by the name of the part, prefix included.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/fieldset.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"

namespace govuk {

struct DateInputItem {
    std::string id = {};
    // Unset: "day", "month" or "year" by its place.
    std::optional<std::string> name = std::nullopt;
    std::string label = {};
    std::optional<std::string> value = std::nullopt;
    std::string inputmode = "numeric";
    std::optional<std::string> autocomplete = std::nullopt;
    std::optional<std::string> pattern = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
    // Unset: in error when the date is and no part says so itself.
    std::optional<bool> error = std::nullopt;
    bool left_out = false;
};

struct DateInputValue {
    std::string name = {};
    std::string value = {};
};

struct DateInput {
    std::string id = {};
    std::string name_prefix = {};
    // Unset: the standard part.
    std::optional<DateInputItem> day = std::nullopt;
    std::optional<DateInputItem> month = std::nullopt;
    std::optional<DateInputItem> year = std::nullopt;
    bool without_day = false;
    bool without_month = false;
    bool without_year = false;
    // When there are any, instead of day, month and year.
    std::vector<DateInputItem> items = {};
    std::vector<DateInputValue> values = {};
    std::optional<Fieldset> fieldset = std::nullopt;
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string classes = {};
    Attributes attributes = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const DateInput& options);
// Makes a field.
inline Html date_input(const DateInput& options) {
    return Html() << options;
}

}  // namespace govuk
