#pragma once
// A Contact is somebody who asked the council for help and waits for a worker: who she is, how to
// reach her, and what she asks for in her own words. It needs no account. It ends when a worker
// starts a record from it, or says why none is started.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "people/person.h"

namespace people {

// How she asked.
enum class Channel { page, telephone, paper };

std::string_view to_text(Channel channel);
std::optional<Channel> channel_from_text(std::string_view text);
// Writes it for a page ("By telephone").
std::string_view words(Channel channel);

struct Contact {
    ContactId id = {};
    std::string name = {};
    std::string reach = {};      // telephone, address or e-mail, as she wrote it
    std::string own_words = {};  // what she asks for
    Format format = Format::standard;
    Channel channel = Channel::page;
    Date on = {};                         // the day of the first contact
    std::optional<PersonId> person = {};  // the record started from it
    std::string closed_why = {};          // why none was started; empty while it waits

    bool waits() const { return !person && closed_why.empty(); }
    friend bool operator==(const Contact&, const Contact&) = default;
};

// Checks a contact before it is kept.
// Refuses: people.name_missing, contact.reach_missing, contact.words_missing, contact.day_ahead.
Outcome check(const Contact& contact, Date today);

}  // namespace people
