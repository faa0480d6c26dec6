#include "web/form_values.h"

#include "people/person.h"

namespace web {

void fill_date(Form& form, const std::string& name, Date date) {
    form.fill(name + "-day", std::to_string(date.day()));
    form.fill(name + "-month", std::to_string(date.month()));
    form.fill(name + "-year", std::to_string(date.year()));
}

std::vector<std::string> values_of(const std::vector<Choice>& choices) {
    std::vector<std::string> values;
    values.reserve(choices.size());
    for (const Choice& choice : choices) {
        values.push_back(choice.value);
    }
    return values;
}

std::vector<Choice> format_choices() {
    std::vector<Choice> choices;
    choices.reserve(people::all_formats.size());
    for (const people::Format format : people::all_formats) {
        choices.push_back(
            {.value = std::string(people::to_text(format)), .text = std::string(words(format))});
    }
    return choices;
}

std::vector<Choice> group_choices() {
    std::vector<Choice> choices;
    choices.reserve(people::all_client_groups.size());
    for (const people::ClientGroup group : people::all_client_groups) {
        choices.push_back(
            {.value = std::string(people::to_text(group)), .text = std::string(words(group))});
    }
    return choices;
}

}  // namespace web
