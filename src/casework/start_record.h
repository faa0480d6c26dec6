#pragma once
// A worker starts a record: first contact, who the person is, and the rules that hold for her. The
// same act makes her account and one code on paper with which she alone chooses a name and a
// password. The code is given back once and kept nowhere; a repeated request gives the same record
// and no code. Everything else about a person begins here.

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/person.h"
#include "people/staff.h"

namespace casework {

struct NewRecord {
    std::string name = {};
    Date born = {};
    people::ClientGroup group = people::ClientGroup::older_people;
    std::string address = {};
    std::string place = {};
    std::string telephone = {};
    people::Format format = people::Format::standard;
    std::string language = "English";
    Date first_contact = {};                // of a contact: the day she asked
    PackageId package = {};                 // the rules in force for her
    std::optional<StaffId> worker = {};     // none: whoever starts it, when she is a social worker
    bool without_worker = false;            // nobody is named yet: the duty worker answers
    std::optional<ContactId> contact = {};  // the request for help it begins from
    bool with_account = true;               // false: she wants no account; nothing is printed
};

struct StartedRecord {
    PersonId person = {};
    std::optional<std::string> paper_code = {};  // to print once; none on a repeat
};

// Starts a record. Refuses: people.name_missing, people.place_missing, people.born_impossible,
// people.contact_impossible, people.package_missing (also one nobody knows),
// people.worker_unsuitable, staff.not_found, contact.not_found, contact.already_ended.
Result<StartedRecord> start_record(Desk& desk, const NewRecord& record);

// Prints a new code for a person who lost hers or has no account yet; old codes, the old password
// and open sessions end. Gives no code on a repeat. Refuses: people.not_found.
Result<std::optional<std::string>> renew_code_of_person(Desk& desk, PersonId person);

// What the page that starts a record offers to choose from.
struct RecordChoices {
    std::vector<people::Staff> workers;
    std::vector<std::pair<PackageId, std::string>> packages;  // with their titles
    std::optional<StaffId> own;  // the worker who asks, when she works with people
};
Result<RecordChoices> record_choices(Desk& desk);

}  // namespace casework
