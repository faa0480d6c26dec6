#include "govuk/translations.h"

namespace govuk {

void add_translation(Attributes& attributes, std::string_view key, const std::string& text) {
    if (!text.empty()) {
        attributes.add("data-i18n." + std::string(key), text);
    }
}

void add_translations(Attributes& attributes, std::string_view key, const PluralTexts& texts) {
    for (const PluralText& plural : texts) {
        attributes.add("data-i18n." + std::string(key) + "." + plural.rule, plural.text);
    }
}

}  // namespace govuk
