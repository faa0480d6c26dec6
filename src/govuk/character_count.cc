#include "govuk/character_count.h"

#include "govuk/textarea.h"

namespace govuk {

namespace {

// The limit in force: words before characters; 0 is none.
int limit(const CharacterCount& options) {
    const int words_at_most = options.max_words.value_or(0);
    return words_at_most != 0 ? words_at_most : options.max_length.value_or(0);
}

std::string count_type(const CharacterCount& options) {
    if (!options.count_type.empty()) {
        return options.count_type;
    }
    return options.max_words.value_or(0) != 0 ? "words" : "";
}

std::string description(const CharacterCount& options) {
    const int count = limit(options);
    if (count == 0) {
        return "";
    }
    std::string text = options.textarea_description_text;
    if (text.empty()) {
        text = "You can enter up to %{count} ";
        text += count_type(options) == "words" ? "words" : "characters";
    }
    const std::string_view mark = "%{count}";
    const std::string number = std::to_string(count);
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + number.size())) {
        text.replace(at, mark.size(), number);
    }
    return text;
}

void add_number(Attributes& attributes, std::string name, const std::optional<int>& number) {
    if (number) {
        attributes.add(std::move(name), std::to_string(*number));
    }
}

Attributes group_attributes(const CharacterCount& options) {
    Attributes attributes{{"data-module", "govuk-character-count"}};
    add_number(attributes, "data-maxlength", options.max_length);
    add_number(attributes, "data-maxwords", options.max_words);
    add_number(attributes, "data-threshold", options.threshold);
    if (const std::string type = count_type(options); !type.empty()) {
        attributes.add("data-count-type", type);
    }
    if (limit(options) == 0 && !options.textarea_description_text.empty()) {
        add_translations(attributes, "textarea-description",
                         {{"other", options.textarea_description_text}});
    }
    add_translations(attributes, "characters-under-limit", options.characters_under_limit_text);
    add_translation(attributes, "characters-at-limit", options.characters_at_limit_text);
    add_translations(attributes, "characters-over-limit", options.characters_over_limit_text);
    add_translations(attributes, "words-under-limit", options.words_under_limit_text);
    add_translation(attributes, "words-at-limit", options.words_at_limit_text);
    add_translations(attributes, "words-over-limit", options.words_over_limit_text);
    attributes.add_all(options.form_group.attributes);
    return attributes;
}

}  // namespace

Html& operator<<(Html& out, const CharacterCount& options) {
    const std::string& id = options.id.empty() ? options.name : options.id;
    Html count_message;
    count_message << Hint{
        .text = description(options),
        .id = id + "-info",
        .classes = join_words("govuk-character-count__message", options.count_message_classes)};
    count_message << "\n";
    if (options.form_group.after.html.empty()) {
        count_message << options.form_group.after.text;
    } else {
        count_message << trimmed(options.form_group.after.html);
    }
    return out << Textarea{.id = id,
                           .name = options.name,
                           .spellcheck = options.spellcheck,
                           .rows = options.rows,
                           .value = options.value,
                           .described_by = id + "-info",
                           .label = options.label,
                           .hint = options.hint,
                           .error_message = options.error_message,
                           .form_group = {.classes = join_words("govuk-character-count",
                                                                options.form_group.classes),
                                          .attributes = group_attributes(options),
                                          .before = options.form_group.before,
                                          .after = {.html = count_message}},
                           .classes = join_words("govuk-js-character-count", options.classes),
                           .attributes = options.attributes};
}

}  // namespace govuk
