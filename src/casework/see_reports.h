#pragma once
// What was reported as spent, report by report: for which part of the plan, and from which fund it
// was taken, in names. A report that names no part is taken from the fund with the tightest rules
// first; that is said here, so that nobody has to guess, and a worker can put it right
// (report_spending.h). Seen by the person and those around her, and by whoever holds the money for
// its own reports.

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "casework/desk.h"
#include "casework/held_parts.h"
#include "people/person.h"

namespace casework {

// That a worker put a report right.
struct Correction {
    Date on;
    std::string by;  // a name
    std::string why;
};

struct Report {
    ReportId id;
    Date on;           // the day it was spent
    std::string what;  // in the words of who reported it
    std::string by;    // a name; empty: the person herself
    PayeeId payee;     // whose money it was spent from
    std::string payee_name;
    Money amount;  // public money, and what she paid in towards it
    Money own;     // her own money beside it
    std::vector<std::pair<std::string, Money>> taken_from;  // names of funds
    std::optional<PlanLineId> part;                         // none: nobody said
    std::string part_words;                                 // of the part; empty: nobody said
    std::vector<HeldPart> parts;                            // that it can have been for
    bool may_be_another_fund = false;     // some of them is not paid from just these funds
    std::vector<Correction> corrections;  // oldest first
};

// The reports of a person, latest first; of one, only it.
struct Reports {
    people::Person person;
    std::vector<Report> reports;
};
// Refuses: people.not_found.
Result<Reports> see_reports(Desk& desk, PersonId person);
// Refuses: casework.report_unknown.
Result<Reports> see_report(Desk& desk, PersonId person, ReportId report);
// Gives a report of whoever holds money, for itself. Refuses: casework.report_unknown.
Result<Reports> see_held_report(Desk& desk, PayeeId holder, PersonId person, ReportId report);

}  // namespace casework
