#pragma once
// Finds what waits for a worker in the records she carries: one row for each thing that waits, with
// the day since when or until when. It only finds; what the rows mean and their order is said in
// casework/caseload.h.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "people/waiting.h"
#include "store/store.h"

namespace store {

struct WorkRow {
    people::Waiting waiting = people::Waiting::question;
    PersonId person = {};
    std::string person_name = {};
    Date day = {};           // since when it waits; of questions and reviews: until when
    std::string about = {};  // id text of the thing; empty for reviews
};

// Finds everything that waits in the records of a worker, and questions given to her. `worker`
// none: records that have no worker.
std::vector<WorkRow> find_waiting_work(View& view, std::optional<StaffId> worker);

}  // namespace store
