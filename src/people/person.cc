#include "people/person.h"

#include <algorithm>

#include "people/person_name.h"

namespace people {

namespace {

struct Name {
    std::string_view code;
    std::string_view words;
};

constexpr std::array<Name, 4> group_names = {{
    {"older_people", "Older people"},
    {"learning_disability", "Learning disability"},
    {"mental_health", "Mental health"},
    {"physical_or_sensory_impairment", "Physical or sensory impairment"},
}};
constexpr std::array<Name, 5> format_names = {{
    {"standard", "Ordinary print"},
    {"easy_read", "Easy Read: short sentences with pictures"},
    {"large_print", "Large print"},
    {"audio", "Read out loud, or on a recording"},
    {"braille", "Braille"},
}};

template <typename Value, std::size_t N>
std::optional<Value> from_code(const std::array<Name, N>& names, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i].code == code) {
            return static_cast<Value>(i);
        }
    }
    return std::nullopt;
}

constexpr std::int64_t age_max = 130;

}  // namespace

std::string_view to_text(ClientGroup group) {
    return group_names[static_cast<std::size_t>(group)].code;
}

std::optional<ClientGroup> client_group_from_text(std::string_view text) {
    return from_code<ClientGroup>(group_names, text);
}

std::string_view to_text(Format format) {
    return format_names[static_cast<std::size_t>(format)].code;
}

std::optional<Format> format_from_text(std::string_view text) {
    return from_code<Format>(format_names, text);
}

std::string_view words(ClientGroup group) {
    return group_names[static_cast<std::size_t>(group)].words;
}

std::string_view words(Format format) {
    return format_names[static_cast<std::size_t>(format)].words;
}

std::optional<Date> Person::closed_on() const {
    std::optional<Date> first;
    for (const std::optional<Date>& day : {died_on, moved_on, ended_on}) {
        if (day && (!first || *day < *first)) {
            first = day;
        }
    }
    return first;
}

bool Person::is_open_on(Date day) const {
    const std::optional<Date> closed = closed_on();
    return !closed || day < *closed;
}

std::string_view Person::first_name() const {
    return std::string_view(name).substr(0, name.find(' '));
}

Outcome check(const Person& person, Date today) {
    if (person.name.empty()) {
        return Error{"people.name_missing", "Enter the person's name."};
    }
    TRY_DONE(check_name(person.name));
    if (person.born > today || age_on(person.born, today) > age_max) {
        return Error{"people.born_impossible",
                     "The date of birth must be in the past and not more than 130 years ago. Check "
                     "the year."};
    }
    if (person.first_contact > today || person.first_contact < person.born) {
        return Error{"people.contact_impossible",
                     "The day of the first contact must be today or earlier. Check the date."};
    }
    if (person.package.empty()) {
        return Error{"people.package_missing",
                     "Choose the rules that hold for this record. Ask who looks after Onepurse if "
                     "there are none to choose."};
    }
    return Done{};
}

}  // namespace people
