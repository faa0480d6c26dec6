#include "govuk/button.h"
#include "govuk/character_count.h"
#include "govuk/checkboxes.h"
#include "govuk/date_input.h"
#include "govuk/error_message.h"
#include "govuk/error_summary.h"
#include "govuk/fieldset.h"
#include "govuk/file_upload.h"
#include "govuk/form_group.h"
#include "govuk/hint.h"
#include "govuk/input.h"
#include "govuk/label.h"
#include "govuk/password_input.h"
#include "govuk/radios.h"
#include "govuk/renderers.h"
#include "govuk/select.h"
#include "govuk/textarea.h"

namespace govuk::renderers {

namespace {

Label label_of(const Options& options) {
    return {.text = options.text("text"),
            .html = options.html(),
            .for_id = options.text("for"),
            .is_page_heading = options.fact("isPageHeading"),
            .classes = options.text("classes"),
            .attributes = options.attributes()};
}

Hint hint_of(const Options& options) {
    return {.text = options.printed("text"),
            .html = options.html(),
            .id = options.text("id"),
            .classes = options.text("classes"),
            .attributes = options.attributes()};
}

// The hint of a field is shown wherever the option is given, that of an item where it has words.
Hint field_hint_of(const Options& options) {
    Hint made = hint_of(options);
    made.even_if_empty = options.is_true();
    return made;
}
Hint item_hint_of(const Options& options) {
    Hint made = hint_of(options);
    made.text = options.text("text");
    return made;
}

ErrorMessage error_message_of(const Options& options) {
    return {.text = options.printed("text"),
            .html = options.html(),
            .id = options.text("id"),
            .classes = options.text("classes"),
            .attributes = options.attributes(),
            .visually_hidden_text = options["visuallyHiddenText"].is_given()
                                        ? options.text("visuallyHiddenText")
                                        : "Error",
            .even_if_empty = options.is_true()};
}

Fieldset fieldset_of(const Options& options) {
    const Options legend = options["legend"];
    return {.legend = {.text = legend.text("text"),
                       .html = legend.html(),
                       .classes = legend.text("classes"),
                       .is_page_heading = legend.fact("isPageHeading")},
            .described_by = options.text("describedBy"),
            .classes = options.text("classes"),
            .role = options.text("role"),
            .attributes = options.attributes(),
            .html = options.html()};
}

// The fieldset of a field: its words come from the field.
std::optional<Fieldset> fieldset_around(const Options& options) {
    if (!options["fieldset"].is_true()) {
        return std::nullopt;
    }
    Fieldset around = fieldset_of(options["fieldset"]);
    around.role.clear();
    around.html = Html();
    return around;
}

// Fields of one control call what is beside it beforeInput, fields of several beforeInputs.
FormGroup form_group_of(const Options& options, std::string_view before, std::string_view after) {
    return {.classes = options.text("classes"),
            .attributes = options.attributes(),
            .before = options.content(before),
            .after = options.content(after)};
}
FormGroup single(const Options& options) {
    return form_group_of(options["formGroup"], "beforeInput", "afterInput");
}
FormGroup several(const Options& options) {
    return form_group_of(options["formGroup"], "beforeInputs", "afterInputs");
}

InputAffix affix_of(const Options& options) {
    return {.text = options.text("text"),
            .html = options.html(),
            .classes = options.text("classes"),
            .attributes = options.attributes()};
}

RadioItem radio_item_of(const Options& item) {
    return {.value = item.printed("value"),
            .text = item.text("text"),
            .html = item.html(),
            .id = item.text("id"),
            .label_classes = item["label"].text("classes"),
            .label_attributes = item["label"].attributes(),
            .hint = item_hint_of(item["hint"]),
            .divider = item.text("divider"),
            .checked = item.choice("checked"),
            .conditional = item["conditional"].html(),
            .disabled = item.fact("disabled"),
            .attributes = item.attributes(),
            .left_out = !item.is_true()};
}

CheckboxItem checkbox_item_of(const Options& item, const Options& values) {
    std::optional<bool> checked = item.choice("checked");
    if (!checked) {
        checked = values.holds(item["value"]);
    }
    return {.value = item.printed("value"),
            .text = item.text("text"),
            .html = item.html(),
            .id = item.text("id"),
            .name = item.text("name"),
            .label_classes = item["label"].text("classes"),
            .label_attributes = item["label"].attributes(),
            .hint = item_hint_of(item["hint"]),
            .divider = item.text("divider"),
            .checked = checked,
            .conditional = item["conditional"].html(),
            .behaviour = item.text("behaviour"),
            .disabled = item.fact("disabled"),
            .attributes = item.attributes(),
            .left_out = !item.is_true()};
}

SelectItem select_item_of(const Options& item) {
    SelectItem made{.text = item.printed("text"),
                    .selected = item.choice("selected"),
                    .disabled = item.fact("disabled"),
                    .attributes = item.attributes()};
    if (item["value"].is_given()) {
        made.value = item.printed("value");
    }
    return made;
}

DateInputItem date_input_item_of(const Options& item) {
    return {.id = item.text("id"),
            .name = item.optional_text("name"),
            .label = item.text("label"),
            .value = item.optional_text("value"),
            .inputmode = item.text("inputmode", "numeric"),
            .autocomplete = item.optional_text("autocomplete"),
            .pattern = item.optional_text("pattern"),
            .classes = item.text("classes"),
            .attributes = item.attributes(),
            .error = item.choice("error"),
            .left_out = !item.is_true()};
}

std::optional<DateInputItem> date_part_of(const Options& part) {
    if (!part.is_true()) {
        return std::nullopt;
    }
    return date_input_item_of(part);
}

std::optional<std::string> text_where_given(const Options& options, std::string_view name) {
    if (!options[name].is_given()) {
        return std::nullopt;
    }
    return options.text(name);
}

bool is_without(const Options& part) {
    return part.is_given() && !part.is_true();
}

}  // namespace

Html button(const Options& options, const Artwork&) {
    return govuk::button({.text = options.printed("text"),
                          .html = options.html(),
                          .name = options.text("name"),
                          .type = options.text("type", "submit"),
                          .value = options.text("value"),
                          .disabled = options.fact("disabled"),
                          .href = options.text("href"),
                          .classes = options.text("classes"),
                          .attributes = options.attributes(),
                          .prevent_double_click = options.choice("preventDoubleClick"),
                          .is_start_button = options.fact("isStartButton"),
                          .id = options.text("id")});
}

Html character_count(const Options& options, const Artwork&) {
    return govuk::character_count(
        {.id = options.text("id"),
         .name = options.printed("name"),
         .rows = options.number("rows", 5),
         .value = options.printed("value"),
         .max_length = options.optional_number("maxlength"),
         .max_words = options.optional_number("maxwords"),
         .threshold = options.optional_number("threshold"),
         .count_type = options.text("countType"),
         .label = label_of(options["label"]),
         .hint = field_hint_of(options["hint"]),
         .error_message = error_message_of(options["errorMessage"]),
         .form_group = single(options),
         .classes = options.text("classes"),
         .attributes = options.attributes(),
         .spellcheck = options.plain_choice("spellcheck"),
         .count_message_classes = options["countMessage"].text("classes"),
         .textarea_description_text = options.text("textareaDescriptionText"),
         .characters_under_limit_text = options.plural_texts("charactersUnderLimitText"),
         .characters_at_limit_text = options.text("charactersAtLimitText"),
         .characters_over_limit_text = options.plural_texts("charactersOverLimitText"),
         .words_under_limit_text = options.plural_texts("wordsUnderLimitText"),
         .words_at_limit_text = options.text("wordsAtLimitText"),
         .words_over_limit_text = options.plural_texts("wordsOverLimitText")});
}

Html checkboxes(const Options& options, const Artwork&) {
    Checkboxes made{.described_by = options.text("describedBy"),
                    .fieldset = fieldset_around(options),
                    .hint = field_hint_of(options["hint"]),
                    .error_message = error_message_of(options["errorMessage"]),
                    .form_group = several(options),
                    .id_prefix = options.text("idPrefix"),
                    .name = options.printed("name"),
                    .classes = options.text("classes"),
                    .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        made.items.push_back(checkbox_item_of(item, options["values"]));
    }
    return govuk::checkboxes(made);
}

Html date_input(const Options& options, const Artwork&) {
    DateInput made{.id = options.printed("id"),
                   .name_prefix = options.text("namePrefix"),
                   .day = date_part_of(options["day"]),
                   .month = date_part_of(options["month"]),
                   .year = date_part_of(options["year"]),
                   .without_day = is_without(options["day"]),
                   .without_month = is_without(options["month"]),
                   .without_year = is_without(options["year"]),
                   .fieldset = fieldset_around(options),
                   .hint = field_hint_of(options["hint"]),
                   .error_message = error_message_of(options["errorMessage"]),
                   .form_group = several(options),
                   .classes = options.text("classes"),
                   .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        made.items.push_back(date_input_item_of(item));
    }
    for (const PluralText& value : options.plural_texts("values")) {
        if (options["values"].optional_text(value.rule)) {
            made.values.push_back({.name = value.rule, .value = value.text});
        }
    }
    return govuk::date_input(made);
}

Html error_message(const Options& options, const Artwork&) {
    return govuk::error_message(error_message_of(options));
}

Html error_summary(const Options& options, const Artwork&) {
    ErrorSummary made{.title_text = options.printed("titleText"),
                      .title_html = options.html("titleHtml"),
                      .description_text = options.text("descriptionText"),
                      .description_html = options.html("descriptionHtml"),
                      .disable_auto_focus = options.choice("disableAutoFocus"),
                      .classes = options.text("classes"),
                      .attributes = options.attributes()};
    for (const Options& item : options["errorList"].items()) {
        made.error_list.push_back({.text = item.printed("text"),
                                   .html = item.html(),
                                   .href = item.text("href"),
                                   .attributes = item.attributes()});
    }
    return govuk::error_summary(made);
}

Html fieldset(const Options& options, const Artwork&) {
    return govuk::fieldset(fieldset_of(options));
}

Html file_upload(const Options& options, const Artwork&) {
    return govuk::file_upload(
        {.id = options.text("id"),
         .name = options.printed("name"),
         .disabled = options.fact("disabled"),
         .multiple = options.fact("multiple"),
         .described_by = options.text("describedBy"),
         .label = label_of(options["label"]),
         .hint = field_hint_of(options["hint"]),
         .error_message = error_message_of(options["errorMessage"]),
         .form_group = single(options),
         .javascript = options.fact("javascript"),
         .classes = options.text("classes"),
         .attributes = options.attributes(),
         .wrapper_classes = options.text("wrapperClasses"),
         .wrapper_attributes = options.attributes("wrapperAttributes"),
         .choose_files_button_text = options.text("chooseFilesButtonText"),
         .no_file_chosen_text = options.text("noFileChosenText"),
         .multiple_files_chosen_text = options.plural_texts("multipleFilesChosenText"),
         .drop_instruction_text = options.text("dropInstructionText"),
         .entered_drop_zone_text = options.text("enteredDropZoneText"),
         .left_drop_zone_text = options.text("leftDropZoneText")});
}

Html hint(const Options& options, const Artwork&) {
    return govuk::hint(hint_of(options));
}

Html input(const Options& options, const Artwork&) {
    const Options wrapper = options["inputWrapper"];
    return govuk::input(
        {.id = options.text("id"),
         .name = options.printed("name"),
         .type = options.text("type", "text"),
         .inputmode = options.optional_text("inputmode"),
         .value = options.optional_text("value"),
         .disabled = options.fact("disabled"),
         .described_by = options.text("describedBy"),
         .label = label_of(options["label"]),
         .hint = field_hint_of(options["hint"]),
         .error_message = error_message_of(options["errorMessage"]),
         .prefix = affix_of(options["prefix"]),
         .suffix = affix_of(options["suffix"]),
         .form_group = single(options),
         .input_wrapper = {.classes = wrapper.text("classes"), .attributes = wrapper.attributes()},
         .classes = options.text("classes"),
         .autocomplete = options.optional_text("autocomplete"),
         .pattern = options.optional_text("pattern"),
         .spellcheck = options.plain_choice("spellcheck"),
         .autocapitalize = options.optional_text("autocapitalize"),
         .attributes = options.attributes()});
}

Html label(const Options& options, const Artwork&) {
    return govuk::label(label_of(options));
}

Html password_input(const Options& options, const Artwork&) {
    return govuk::password_input(
        {.id = options.text("id"),
         .name = options.printed("name"),
         .value = options.optional_text("value"),
         .disabled = options.fact("disabled"),
         .described_by = options.text("describedBy"),
         .label = label_of(options["label"]),
         .hint = field_hint_of(options["hint"]),
         .error_message = error_message_of(options["errorMessage"]),
         .form_group = single(options),
         .classes = options.text("classes"),
         .autocomplete = options.text("autocomplete", "current-password"),
         .attributes = options.attributes(),
         .button_classes = options["button"].text("classes"),
         .show_password_text = text_where_given(options, "showPasswordText"),
         .hide_password_text = options.text("hidePasswordText"),
         .show_password_aria_label_text = text_where_given(options, "showPasswordAriaLabelText"),
         .hide_password_aria_label_text = options.text("hidePasswordAriaLabelText"),
         .password_shown_announcement_text = options.text("passwordShownAnnouncementText"),
         .password_hidden_announcement_text = options.text("passwordHiddenAnnouncementText")});
}

Html radios(const Options& options, const Artwork&) {
    Radios made{.fieldset = fieldset_around(options),
                .hint = field_hint_of(options["hint"]),
                .error_message = error_message_of(options["errorMessage"]),
                .form_group = several(options),
                .id_prefix = options.text("idPrefix"),
                .name = options.printed("name"),
                .value = options.text("value"),
                .classes = options.text("classes"),
                .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        made.items.push_back(radio_item_of(item));
    }
    return govuk::radios(made);
}

Html select(const Options& options, const Artwork&) {
    Select made{.id = options.text("id"),
                .name = options.printed("name"),
                .value = options.text("value"),
                .disabled = options.fact("disabled"),
                .described_by = options.text("describedBy"),
                .label = label_of(options["label"]),
                .hint = field_hint_of(options["hint"]),
                .error_message = error_message_of(options["errorMessage"]),
                .form_group = single(options),
                .classes = options.text("classes"),
                .attributes = options.attributes()};
    for (const Options& item : options["items"].items()) {
        if (item.is_true()) {
            made.items.push_back(select_item_of(item));
        }
    }
    return govuk::select(made);
}

Html textarea(const Options& options, const Artwork&) {
    return govuk::textarea({.id = options.text("id"),
                            .name = options.printed("name"),
                            .spellcheck = options.plain_choice("spellcheck"),
                            .rows = options.number("rows", 5),
                            .value = options.printed("value"),
                            .disabled = options.fact("disabled"),
                            .described_by = options.text("describedBy"),
                            .label = label_of(options["label"]),
                            .hint = field_hint_of(options["hint"]),
                            .error_message = error_message_of(options["errorMessage"]),
                            .form_group = single(options),
                            .classes = options.text("classes"),
                            .autocomplete = options.text("autocomplete"),
                            .attributes = options.attributes()});
}

}  // namespace govuk::renderers
