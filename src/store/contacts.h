#pragma once
// Keeps and loads people who asked for help and have no record yet.

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "people/contact.h"
#include "store/store.h"

namespace store {

// Loads one contact. Refuses: contact.not_found.
Result<people::Contact> load_contact(View& view, ContactId contact);

// Loads the contacts that wait for a worker, longest waiting first.
std::vector<people::Contact> load_waiting_contacts(View& view);

void keep(Tx& tx, const people::Contact& contact, Instant at);

// Puts how it ended in the book: the record that was started, or why none was.
void end_contact(Tx& tx, const people::Contact& contact);

}  // namespace store
