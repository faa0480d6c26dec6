#include "web/form_fields.h"

#include "govuk/button.h"
#include "govuk/character_count.h"
#include "govuk/checkboxes.h"
#include "govuk/date_input.h"
#include "govuk/file_upload.h"
#include "govuk/input.h"
#include "govuk/radios.h"
#include "govuk/select.h"

namespace web {

namespace {

std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

govuk::Label label_of(const TextField& field) {
    return {.text = field.label,
            .is_page_heading = field.is_page_heading,
            .classes = field.is_page_heading ? "govuk-label--l" : "govuk-label--s"};
}

govuk::Fieldset fieldset_of(const std::string& legend, bool is_page_heading) {
    return {.legend = {.text = legend,
                       .classes = is_page_heading ? "govuk-fieldset__legend--l"
                                                  : "govuk-fieldset__legend--s",
                       .is_page_heading = is_page_heading}};
}

}  // namespace

Html text_field(const Form& form, const TextField& field) {
    return govuk::input({.id = field.name,
                         .name = field.name,
                         .inputmode = given(field.inputmode),
                         .value = form.value(field.name),
                         .label = label_of(field),
                         .hint = {.text = field.hint},
                         .error_message = form.error(field.name),
                         .prefix = {.text = field.prefix},
                         .suffix = {.text = field.suffix},
                         .classes = field.classes,
                         .autocomplete = given(field.autocomplete)});
}

Html money_field(const Form& form, TextField field) {
    field.prefix = "£";
    field.inputmode = "decimal";
    if (field.classes.empty()) {
        field.classes = "govuk-input--width-10";
    }
    return text_field(form, field);
}

Html area_field(const Form& form, const TextField& field, int length_max, int rows) {
    return govuk::character_count({.id = field.name,
                                   .name = field.name,
                                   .rows = rows,
                                   .value = form.value(field.name),
                                   .max_length = length_max,
                                   .label = label_of(field),
                                   .hint = {.text = field.hint},
                                   .error_message = form.error(field.name),
                                   .classes = field.classes});
}

Html radios_field(const Form& form, const ChoiceField& field) {
    govuk::Radios radios;
    radios.name = field.name;
    radios.id_prefix = field.name;
    radios.fieldset = fieldset_of(field.legend, field.is_page_heading);
    radios.hint = {.text = field.hint};
    radios.error_message = form.error(field.name);
    radios.value = form.value(field.name);
    radios.classes = field.is_inline ? "govuk-radios--inline" : "";
    for (const Choice& choice : field.choices) {
        radios.items.push_back({.value = choice.value,
                                .text = choice.text,
                                .hint = {.text = choice.hint},
                                .conditional = choice.conditional});
    }
    return govuk::radios(radios);
}

Html checkboxes_field(const Form& form, const ChoiceField& field) {
    govuk::Checkboxes boxes;
    boxes.name = field.name;
    boxes.id_prefix = field.name;
    boxes.fieldset = fieldset_of(field.legend, field.is_page_heading);
    boxes.hint = {.text = field.hint};
    boxes.error_message = form.error(field.name);
    boxes.values = form.values(field.name);
    for (const Choice& choice : field.choices) {
        boxes.items.push_back({.value = choice.value,
                               .text = choice.text,
                               .hint = {.text = choice.hint},
                               .conditional = choice.conditional});
    }
    return govuk::checkboxes(boxes);
}

Html select_field(const Form& form, const ChoiceField& field) {
    govuk::Select select;
    select.id = field.name;
    select.name = field.name;
    select.label = {.text = field.legend,
                    .is_page_heading = field.is_page_heading,
                    .classes = field.is_page_heading ? "govuk-label--l" : "govuk-label--s"};
    select.hint = {.text = field.hint};
    select.error_message = form.error(field.name);
    select.value = form.value(field.name);
    for (const Choice& choice : field.choices) {
        select.items.push_back({.value = choice.value, .text = choice.text});
    }
    return govuk::select(select);
}

Html date_field(const Form& form, const DateField& field) {
    const auto part = [&](const std::string& name, const std::string& label, const char* width) {
        govuk::DateInputItem item;
        item.id = field.name + "-" + name;
        item.name = field.name + "-" + name;
        item.label = label;
        item.value = form.value(field.name + "-" + name);
        item.classes = width;
        if (field.is_birthday) {
            item.autocomplete = "bday-" + name;
        }
        return item;
    };
    govuk::DateInput date;
    date.id = field.name;
    date.items = {part("day", "Day", "govuk-input--width-2"),
                  part("month", "Month", "govuk-input--width-2"),
                  part("year", "Year", "govuk-input--width-4")};
    date.fieldset = fieldset_of(field.legend, field.is_page_heading);
    date.hint = {.text = field.hint};
    date.error_message = form.error(field.name);
    return govuk::date_input(date);
}

Html upload_field(const Form& form, const TextField& field) {
    return govuk::file_upload({.id = field.name,
                               .name = field.name,
                               .label = label_of(field),
                               .hint = {.text = field.hint},
                               .error_message = form.error(field.name)});
}

Html hidden_field(std::string_view name, std::string_view value) {
    return Html() << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
}

Html submit_button(std::string text) {
    return govuk::button({.text = std::move(text), .prevent_double_click = true});
}

}  // namespace web
