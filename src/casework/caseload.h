#pragma once
// A worker's caseload is work, not people: each row is one thing that waits, why it is there, until
// when, and the page of the next act. Late things come first, then by day. Counts by kind make the
// first line of the page: "3 plans to read, 2 disagreements to answer by Friday 26 May".

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "people/contact.h"
#include "people/person.h"
#include "people/review.h"
#include "people/waiting.h"

namespace casework {

struct WorkItem {
    people::Waiting waiting = people::Waiting::question;
    PersonId person = {};
    std::string person_name = {};
    Date day = {};           // until when, or since when it waits
    bool has_until = false;  // the day is a day by which it must be done
    bool is_late = false;
    std::string about = {};
    std::string why = {};       // "The answers were sent on 3 May 2006"
    std::string next_act = {};  // "Check the answers"
};

struct Caseload {
    std::string worker_name;
    std::vector<WorkItem> own;              // late first, then by day
    std::vector<WorkItem> without_worker;   // in records nobody carries
    std::vector<people::Contact> contacts;  // asked for help, no record yet
    std::vector<people::Person> people;     // the open records she carries
};

// The reviews that are not yet near are left out of the rows: they come up so many days ahead.
inline constexpr std::int64_t review_days_ahead = 28;

// Lists what waits for the worker who asks.
Result<Caseload> caseload(Desk& desk);

// Says in words how much there is of each kind, soonest first; empty when nothing waits.
std::string work_in_words(const std::vector<WorkItem>& items);

// Everything a worker sees of one record first.
struct RecordOverview {
    people::Person person;
    std::string worker_name;  // empty: nobody
    std::vector<WorkItem> waiting;
    std::optional<people::Review> review_to_come;
    std::vector<people::Review> reviews;  // latest first
    bool has_account = false;
    bool has_begun_account = false;
    bool has_budget = false;
};

// Opens a record for its worker. Refuses: people.not_found.
Result<RecordOverview> open_record(Desk& desk, PersonId person);

}  // namespace casework
