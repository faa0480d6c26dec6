#pragma once
// A record is closed by a dated fact: she died, moved to another council, or no longer wants or
// needs support. The fact is written here, with the day it happened; a death ends the orders that
// run past it at once, and frees what was promised for them. What else it means for her money (what
// is paid after that day, what is given back to each stream) is worked out from that day by the
// journeys about money, which read Person::closed_on().

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"

namespace casework {

enum class ClosedBy { death, move, end };

// Writes what it was for a page ("She died").
std::string_view words(ClosedBy why);

// Closes a record from a day on. Refuses: people.not_found, people.record_closed (already),
// people.close_ahead (a death that has not come), people.close_before_contact.
Outcome close_record(Desk& desk, PersonId person, ClosedBy why, Date on);

}  // namespace casework
