#pragma once
// A textarea that says how many characters or words are left. The limit is checked on the server;
// the count is a help, not a lock.

#include <optional>
#include <string>

#include "govuk/attributes.h"
#include "govuk/error_message.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/html.h"
#include "govuk/label.h"
#include "govuk/translations.h"

namespace govuk {

struct CharacterCount {
    std::string id = {};
    std::string name = {};
    int rows = 5;
    std::string value = {};
    std::optional<int> max_length = std::nullopt;
    std::optional<int> max_words = std::nullopt;
    std::optional<int> threshold = std::nullopt;
    std::string count_type = {};
    Label label = {};
    Hint hint = {};
    ErrorMessage error_message = {};
    FormGroup form_group = {};
    std::string classes = {};
    Attributes attributes = {};
    std::optional<bool> spellcheck = std::nullopt;
    std::string count_message_classes = {};
    // With %{count} where the limit goes.
    std::string textarea_description_text = {};
    PluralTexts characters_under_limit_text = {};
    std::string characters_at_limit_text = {};
    PluralTexts characters_over_limit_text = {};
    PluralTexts words_under_limit_text = {};
    std::string words_at_limit_text = {};
    PluralTexts words_over_limit_text = {};
};

// Writes the field into a page.
Html& operator<<(Html& out, const CharacterCount& options);
// Makes a field.
inline Html character_count(const CharacterCount& options) {
    return Html() << options;
}

}  // namespace govuk
