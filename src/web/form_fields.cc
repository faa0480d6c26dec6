#include "web/form_fields.h"

#include "govuk/character_count.h"
#include "govuk/checkboxes.h"
#include "govuk/date_input.h"
#include "govuk/input.h"
#include "govuk/radios.h"
#include "govuk/select.h"

namespace web {

namespace {

govuk::Fieldset legend(const std::string& words) {
    return govuk::Fieldset{.legend = {.text = words, .classes = "govuk-fieldset__legend--s"}};
}

govuk::Label label_of(const std::string& words) {
    return govuk::Label{.text = words, .classes = "govuk-label--s"};
}

}  // namespace

Html text_field(const Form& form, const TextField& field) {
    govuk::Input input;
    input.id = field.name;
    input.name = field.name;
    input.value = form.value(field.name);
    input.label = label_of(field.label);
    input.hint = {.text = field.hint};
    input.error_message = form.error(field.name);
    input.classes = field.width;
    input.prefix = {.text = field.prefix};
    input.suffix = {.text = field.suffix};
    if (!field.autocomplete.empty()) {
        input.autocomplete = field.autocomplete;
    }
    if (field.is_number) {
        input.inputmode = "decimal";
        input.spellcheck = false;
    }
    return govuk::input(input);
}

Html words_field(const Form& form, const WordsField& field) {
    govuk::CharacterCount words;
    words.id = field.name;
    words.name = field.name;
    words.rows = field.rows;
    words.value = form.value(field.name);
    words.max_length = field.length_max;
    words.label = label_of(field.label);
    words.hint = {.text = field.hint};
    words.error_message = form.error(field.name);
    return govuk::character_count(words);
}

Html date_field(const Form& form, const std::string& name, const std::string& legend_words,
                const std::string& hint) {
    govuk::DateInput date;
    date.id = name;
    date.name_prefix = name;
    for (const char* const part : {"day", "month", "year"}) {
        const std::string field = name + "-" + part;
        date.values.push_back({.name = field, .value = form.value(field)});
    }
    date.fieldset = legend(legend_words);
    date.hint = {.text = hint};
    date.error_message = form.error(name);
    return govuk::date_input(date);
}

void fill_date(Form& form, const std::string& name, Date date) {
    form.fill(name + "-day", std::to_string(date.day()));
    form.fill(name + "-month", std::to_string(date.month()));
    form.fill(name + "-year", std::to_string(date.year()));
}

Html choice_field(const Form& form, const std::string& name, const std::string& legend_words,
                  const std::string& hint, const std::vector<Choice>& choices) {
    govuk::Radios radios;
    radios.id_prefix = name;
    radios.name = name;
    radios.value = form.value(name);
    radios.fieldset = legend(legend_words);
    radios.hint = {.text = hint};
    radios.error_message = form.error(name);
    for (const Choice& choice : choices) {
        radios.items.push_back(
            {.value = choice.value, .text = choice.text, .hint = {.text = choice.hint}});
    }
    return govuk::radios(radios);
}

Html many_field(const Form& form, const std::string& name, const std::string& legend_words,
                const std::string& hint, const std::vector<Choice>& choices) {
    govuk::Checkboxes boxes;
    boxes.id_prefix = name;
    boxes.name = name;
    boxes.values = form.values(name);
    boxes.fieldset = legend(legend_words);
    boxes.hint = {.text = hint};
    boxes.error_message = form.error(name);
    for (const Choice& choice : choices) {
        boxes.items.push_back(
            {.value = choice.value, .text = choice.text, .hint = {.text = choice.hint}});
    }
    return govuk::checkboxes(boxes);
}

Html list_field(const Form& form, const std::string& name, const std::string& label_words,
                const std::string& hint, const std::vector<Choice>& choices) {
    govuk::Select list;
    list.id = name;
    list.name = name;
    list.value = form.value(name);
    list.label = label_of(label_words);
    list.hint = {.text = hint};
    list.error_message = form.error(name);
    for (const Choice& choice : choices) {
        list.items.push_back({.value = choice.value, .text = choice.text});
    }
    return govuk::select(list);
}

std::vector<std::string> values_of(const std::vector<Choice>& choices) {
    std::vector<std::string> values;
    for (const Choice& choice : choices) {
        values.push_back(choice.value);
    }
    return values;
}

}  // namespace web
