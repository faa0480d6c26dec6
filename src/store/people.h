#pragma once
// Keeps and loads people, as they stand now. Dated changes of a record stand in the journal of
// acts.

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "people/person.h"
#include "store/store.h"

namespace store {

// Loads a person's record. Refuses: people.not_found.
Result<people::Person> load_person(View& view, PersonId person);

// Loads everybody whose named worker this is, by name; closed records too.
std::vector<people::Person> load_people_of(View& view, StaffId worker);

// Loads everybody, by reference.
std::vector<people::Person> load_people(View& view);

// Gives the reference the next record will have: two letters of the authority and a number.
std::string next_reference(View& view);

// Keeps a new record.
void keep(Tx& tx, const people::Person& person);

// Puts the record as it is now in place of what was kept.
void change(Tx& tx, const people::Person& person);

}  // namespace store
