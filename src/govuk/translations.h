#pragma once
// The words a script of GOV.UK Frontend shows, as data-i18n attributes. A text that depends on a
// number comes once for each plural rule of the language ("one", "other").

#include <string>
#include <string_view>
#include <vector>

#include "govuk/attributes.h"

namespace govuk {

struct PluralText {
    std::string rule = {};
    std::string text = {};
};
using PluralTexts = std::vector<PluralText>;

// Adds the text under its key, when there is one.
void add_translation(Attributes& attributes, std::string_view key, const std::string& text);
// Adds the text of each plural rule under its key.
void add_translations(Attributes& attributes, std::string_view key, const PluralTexts& texts);

}  // namespace govuk
