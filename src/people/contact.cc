#include "people/contact.h"

#include <array>

#include "people/person_name.h"

namespace people {

namespace {

constexpr std::array<std::string_view, 3> channel_codes = {"page", "telephone", "paper"};
constexpr std::array<std::string_view, 3> channel_words = {"On this site", "By telephone",
                                                           "On paper"};

}  // namespace

std::string_view to_text(Channel channel) {
    return channel_codes[static_cast<std::size_t>(channel)];
}

std::optional<Channel> channel_from_text(std::string_view text) {
    for (std::size_t i = 0; i < channel_codes.size(); ++i) {
        if (channel_codes[i] == text) {
            return static_cast<Channel>(i);
        }
    }
    return std::nullopt;
}

std::string_view words(Channel channel) {
    return channel_words[static_cast<std::size_t>(channel)];
}

Outcome check(const Contact& contact, Date today) {
    if (contact.name.empty()) {
        return Error{"people.name_missing", "Enter a name, so that we know who to ask for."};
    }
    TRY_DONE(check_name(contact.name));
    if (contact.reach.empty()) {
        return Error{"contact.reach_missing",
                     "Enter how we can reach you: a telephone number, an address or an e-mail."};
    }
    if (contact.own_words.empty()) {
        return Error{"contact.words_missing", "Say in a few words what you would like help with."};
    }
    if (contact.on > today) {
        return Error{"contact.day_ahead",
                     "The day of the first contact must be today or earlier. Check the date."};
    }
    return Done{};
}

}  // namespace people
