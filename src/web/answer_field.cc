#include "web/answer_field.h"

#include "base/date.h"
#include "base/text.h"
#include "govuk/date_input.h"
#include "govuk/input.h"
#include "govuk/radios.h"

namespace web {

namespace {

using Kind = policy::Question::Kind;

std::string title_of(const policy::Question& question, const AnswerField& options) {
    if (!options.title.empty()) {
        return options.title;
    }
    return options.is_easy_read && !question.easy_text.empty() ? question.easy_text : question.text;
}

govuk::Hint hint_of(const policy::Question& question, const AnswerField& options) {
    // The Easy Read view shows the help beside its picture.
    std::string hint = !options.hint.empty()  ? options.hint
                       : options.is_easy_read ? std::string()
                                              : question.help;
    if (!question.required && options.hint.empty()) {
        hint += (hint.empty() ? "" : " ") + std::string("You can leave this empty.");
    }
    return {.text = std::move(hint)};
}

std::string size_class(const AnswerField& options, std::string_view part) {
    return "govuk-" + std::string(part) + (options.is_small ? "--s" : "--l");
}

govuk::Fieldset fieldset_of(const policy::Question& question, const AnswerField& options) {
    return {.legend = {.text = title_of(question, options),
                       .classes = size_class(options, "fieldset__legend"),
                       .is_page_heading = options.is_page_heading}};
}

govuk::Html choice_field(const policy::Question& question, const Form& form,
                         const AnswerField& options) {
    govuk::Radios radios{.fieldset = fieldset_of(question, options),
                         .hint = hint_of(question, options),
                         .error_message = form.error(options.name),
                         .id_prefix = options.name,
                         .name = options.name,
                         .value = form.value(options.name)};
    for (const policy::AnswerOption& option : question.options) {
        const bool easy = options.is_easy_read && !option.easy_text.empty();
        radios.items.push_back(
            {.value = option.code, .text = easy ? option.easy_text : option.text});
    }
    return govuk::radios(radios);
}

govuk::Html yes_no_field(const policy::Question& question, const Form& form,
                         const AnswerField& options) {
    return govuk::radios({.fieldset = fieldset_of(question, options),
                          .hint = hint_of(question, options),
                          .error_message = form.error(options.name),
                          .id_prefix = options.name,
                          .name = options.name,
                          .items = {{.value = "yes", .text = "Yes"}, {.value = "no", .text = "No"}},
                          .value = form.value(options.name),
                          .classes = "govuk-radios--inline"});
}

govuk::Html text_field(const policy::Question& question, const Form& form,
                       const AnswerField& options) {
    govuk::Input input{.id = options.name,
                       .name = options.name,
                       .inputmode = question.kind == Kind::money ? "text" : "decimal",
                       .value = form.value(options.name),
                       .label = {.text = title_of(question, options),
                                 .is_page_heading = options.is_page_heading,
                                 .classes = size_class(options, "label")},
                       .hint = hint_of(question, options),
                       .error_message = form.error(options.name),
                       .classes = "govuk-input--width-10",
                       .spellcheck = false};
    if (question.kind == Kind::money) {
        input.prefix.text = "£";
    }
    return govuk::input(input);
}

govuk::Html date_field(const policy::Question& question, const Form& form,
                       const AnswerField& options) {
    govuk::DateInput input{.id = options.name,
                           .name_prefix = options.name,
                           .fieldset = fieldset_of(question, options),
                           .hint = hint_of(question, options),
                           .error_message = form.error(options.name)};
    for (const char* part : {"day", "month", "year"}) {
        const std::string field = options.name + "-" + part;
        input.values.push_back({.name = field, .value = form.value(field)});
    }
    return govuk::date_input(input);
}

}  // namespace

govuk::Html answer_field(const policy::Question& question, const Form& form,
                         const AnswerField& options) {
    switch (question.kind) {
        case Kind::choice:
            return choice_field(question, form, options);
        case Kind::yes_no:
            return yes_no_field(question, form, options);
        case Kind::money:
        case Kind::number:
            return text_field(question, form, options);
        case Kind::date:
            return date_field(question, form, options);
    }
    return {};
}

std::string typed_answer(const policy::Question& question, const Form& form,
                         const std::string& name) {
    if (question.kind != Kind::date) {
        return std::string(base::trim(form.value(name)));
    }
    const std::string day = form.value(name + "-day");
    const std::string month = form.value(name + "-month");
    const std::string year = form.value(name + "-year");
    if (day.empty() && month.empty() && year.empty()) {
        return "";
    }
    const Result<Date> date = Date::parse_parts(day, month, year);
    return date ? date->to_text() : day + "/" + month + "/" + year;
}

void fill_answer(const policy::Question& question, Form& form, const std::string& name,
                 const std::string& value) {
    if (question.kind != Kind::date) {
        form.fill(name, value);
        return;
    }
    const Result<Date> date = Date::parse(value);
    if (date) {
        form.fill(name + "-day", std::to_string(date->day()));
        form.fill(name + "-month", std::to_string(date->month()));
        form.fill(name + "-year", std::to_string(date->year()));
    }
}

}  // namespace web
