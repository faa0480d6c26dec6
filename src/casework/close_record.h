#pragma once
// A record is closed by a dated fact: she died, moved to another council, or no longer wants or
// needs support. The fact is written here, with the day it happened; a death ends the orders that
// run past it at once, and frees what was promised for them. What else it means for her money (what
// is paid after that day, what is given back to each stream) is worked out from that day by the
// journeys about money, which read Person::closed_on().

#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/person.h"

namespace casework {

enum class ClosedBy { death, move, end };

// Writes what it was for a page ("She died").
std::string_view words(ClosedBy why);

// What is still there when a record closes, told before anybody closes it.
struct Closing {
    struct Sum {
        std::string who;  // holds it, or is to be paid
        Money amount;
    };
    struct OpenOrder {
        std::string what;
        std::string provider;
        Date last_day;
        Money promised;     // and neither come nor confirmed
        bool ends = false;  // with the closing: a death ends it
    };
    people::Person person;
    Date last;                        // the last day for which anything is paid
    std::vector<Sum> held;            // paid out and not reported as spent
    std::vector<Sum> due;             // owed and not paid yet
    std::vector<Sum> to_come_back;    // paid or due for days after the last
    std::vector<OpenOrder> orders;    // something may still come of them
    std::size_t reports_waiting = 0;  // of support, that nobody answered
    Money free;                       // promised to nothing; goes back to who pays
};

// Works it out. Refuses: as close_record.
Result<Closing> see_closing(Desk& desk, PersonId person, ClosedBy why, Date on);

// Closes a record from a day on. Refuses: people.not_found, people.record_closed (already),
// people.close_ahead (a death that has not come), people.close_before_contact.
Outcome close_record(Desk& desk, PersonId person, ClosedBy why, Date on);

// Opens a closed record again: it was closed by mistake, or she came back. What ended with it (a
// budget, orders) stays ended. Refuses: people.not_found, people.record_open (it is not closed),
// casework.reasons_missing.
Outcome open_record_again(Desk& desk, PersonId person, const std::string& why);

}  // namespace casework
