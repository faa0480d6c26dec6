#pragma once
// Somebody asks the council for help for the first time: on the public page without an account, or
// by telephone or letter, keyed in by a worker. She then waits for a worker, who starts a record
// (start_record.h) or says why none is started.

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/contact.h"

namespace casework {

// Keeps what somebody without an account wrote on the public page. The journal names the system as
// the writer, because nobody is signed in.
// Refuses: people.name_missing, contact.reach_missing, contact.words_missing.
Result<ContactId> ask_for_support(Desk& desk, people::Contact contact);

// Keys in what came by telephone or on paper.
// Refuses: people.name_missing, contact.reach_missing, contact.words_missing, contact.day_ahead.
Result<ContactId> record_contact(Desk& desk, people::Contact contact);

// Ends a contact without a record and says why.
// Refuses: contact.not_found, contact.already_ended, contact.why_missing.
Outcome close_contact(Desk& desk, ContactId contact, const std::string& why);

// Lists those who wait, longest first.
Result<std::vector<people::Contact>> waiting_contacts(Desk& desk);

// Opens one. Refuses: contact.not_found.
Result<people::Contact> open_contact(Desk& desk, ContactId contact);

}  // namespace casework
