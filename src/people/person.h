#pragma once
// A Person is somebody whose budget the council keeps. She is asked each thing once, and only what
// a rule or her post needs: no title, no gender, no marital status. Her record is open until it is
// closed by a dated fact (she died, moved away, or no longer wants support); a closed record is
// kept and can be read, but nothing new begins on it. Used by every journey about one person.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace people {

// The four groups by which the programme counts take-up, waits and cost.
enum class ClientGroup {
    older_people,
    learning_disability,
    mental_health,
    physical_or_sensory_impairment,
};
inline constexpr std::array all_client_groups = {
    ClientGroup::older_people, ClientGroup::learning_disability, ClientGroup::mental_health,
    ClientGroup::physical_or_sensory_impairment};

// In what form she wants what the council sends and shows her.
enum class Format { standard, easy_read, large_print, audio, braille };
inline constexpr std::array all_formats = {Format::standard, Format::easy_read, Format::large_print,
                                           Format::audio, Format::braille};

// Write the codes the book keeps ("older_people").
std::string_view to_text(ClientGroup group);
std::optional<ClientGroup> client_group_from_text(std::string_view text);
std::string_view to_text(Format format);
std::optional<Format> format_from_text(std::string_view text);
// Write the words of a page ("Older people", "Easy Read").
std::string_view words(ClientGroup group);
std::string_view words(Format format);

struct Person {
    PersonId id = {};
    std::string name = {};
    Date born = {};
    ClientGroup group = ClientGroup::older_people;
    std::string address = {};
    std::string place = {};      // town or district, for finding support near by
    std::string telephone = {};  // or any other way to reach her; may be empty
    Format format = Format::standard;
    std::string language = "English";
    std::optional<StaffId> worker = {};  // the named worker
    Date first_contact = {};
    std::optional<Date> died_on = {};
    std::optional<Date> moved_on = {};
    std::optional<Date> ended_on = {};  // she no longer wants or needs support
    PackageId package = {};             // the policy package that holds for this record
    std::string reference = {};         // neutral, for funders and banks: "WE-00042"

    // Gives the first day the record is closed, and nothing while it is open.
    std::optional<Date> closed_on() const;
    bool is_open_on(Date day) const;
    // Gives her first name for short sentences ("You are helping Ann").
    std::string_view first_name() const;

    friend bool operator==(const Person&, const Person&) = default;
};

// Checks a record before it is kept. `today` bounds the dates: nobody is born or first met later.
// Refuses: people.name_missing, people.born_impossible, people.contact_impossible,
// people.package_missing.
Outcome check(const Person& person, Date today);

}  // namespace people
