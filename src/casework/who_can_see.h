#pragma once
// Who can see this? Everybody who may look at a person's record now, who did look and why, and
// what others did for her ("by Jo for Ann"). She reads it herself; nothing about her is hidden from
// her. Also what happens next, from the dated steps of her record.

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/arrange_help.h"
#include "casework/desk.h"
#include "people/person.h"

namespace casework {

// One look of somebody else at the record.
struct LookOfAnother {
    Instant at;
    std::string name;
    std::string capacity;  // "your council's worker", "helping you" ...
    std::string purpose;   // "caseload", "plan" ...
};

// Something somebody else did on the record.
struct ActByAnother {
    Instant at;
    std::string what;      // "placed an order" in plain words
    std::string by;        // "Jo Field"
    std::string capacity;  // "helping", "worker", ...
    std::string detail;
};

struct WhoCanSee {
    people::Person person;
    std::string worker_name;           // empty: nobody is named yet
    std::vector<Helper> helpers;       // all, also ended
    std::vector<LookOfAnother> looks;  // latest first
    std::vector<ActByAnother> acts;    // by others than herself, latest first
};

// Opens it. Refuses: people.not_found.
Result<WhoCanSee> who_can_see(Desk& desk, PersonId person);

// Writes in what capacity somebody acted ("worker" for "manager", "helping you" ...).
std::string capacity_in_words(const std::string& relation);
// Writes the name of an act in plain words ("placed an order").
std::string act_in_words(const std::string& name);

// One step of her way, done or to come.
struct WayStep {
    std::string words;  // "Your answers were sent"
    std::optional<Date> done_on;
    std::string href;  // tail of the page for it, when it is hers to do now: "/assessment"
};

struct WayAhead {
    people::Person person;
    std::string worker_name;
    std::vector<WayStep> steps;  // in order, done ones first
    std::optional<Date> review_on;
    std::size_t questions_open = 0;  // waiting for a reply
    bool has_budget = false;
};

// Opens the way ahead. Refuses: people.not_found.
Result<WayAhead> way_ahead(Desk& desk, PersonId person);

}  // namespace casework
