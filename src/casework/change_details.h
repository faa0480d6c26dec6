#pragma once
// A person's own details: where to reach her, in what form and language. She changes them herself,
// and so may somebody who answers for her or her worker. Name, date of birth and client group are
// the council's to change, because decisions stand on them.

#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/person.h"

namespace casework {

struct OwnDetails {
    std::string address = {};
    std::string place = {};
    std::string telephone = {};
    people::Format format = people::Format::standard;
    std::string language = {};
};

// Changes how to reach her. Refuses: people.not_found, people.place_missing,
// people.language_missing.
Outcome change_own_details(Desk& desk, PersonId person, const OwnDetails& details);

// The council corrects who she is, or names another worker; what waits for a reply goes to the new
// worker. Refuses: people.not_found, people.name_missing, people.born_impossible,
// people.contact_impossible, people.worker_unsuitable, staff.not_found.
struct CouncilDetails {
    std::string name = {};
    Date born = {};
    people::ClientGroup group = people::ClientGroup::older_people;
    std::optional<StaffId> worker = {};
};
Outcome change_council_details(Desk& desk, PersonId person, const CouncilDetails& details);

// Opens the record for a page about these details. Refuses: people.not_found.
Result<people::Person> open_details(Desk& desk, PersonId person, std::string_view purpose);

}  // namespace casework
