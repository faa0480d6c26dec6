#pragma once
// Take-up and waits by client group, counted from the dated steps of every record: how many asked,
// answered, were decided about, had a plan agreed and began a budget, and how many days it took.
// What of it may be shown is decided by people/publish_counts.h.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "people/person.h"

namespace people {

// The days of one person's way, as far as it has come, and the budget in force if there is one.
struct Way {
    PersonId person = {};
    ClientGroup group = ClientGroup::older_people;
    Date asked = {};
    std::optional<Date> answered = {};
    std::optional<Date> decided = {};
    std::optional<Date> agreed = {};
    std::optional<Date> began = {};
    std::optional<Money> in_force = {};  // what the budget in force comes to
};

// How long it took from asking to one stage, over those who reached it.
struct Wait {
    std::size_t count = 0;
    std::int64_t median_days = 0;  // the lower of the two middle ones when the count is even
    std::int64_t longest_days = 0;

    friend bool operator==(const Wait&, const Wait&) = default;
};

// The figures of one client group, or of everybody.
struct GroupTakeUp {
    std::optional<ClientGroup> group = {};  // none: all groups together
    std::size_t asked = 0;
    Wait answered = {};
    Wait decided = {};
    Wait agreed_plan = {};
    Wait began = {};
    std::size_t in_force = 0;  // budgets in force on the day of the count
    Money agreed = {};         // what they come to, each for its whole period

    friend bool operator==(const GroupTakeUp&, const GroupTakeUp&) = default;
};

// Counts the ways by group, every group in its order, also one nobody is in.
std::vector<GroupTakeUp> count_by_group(const std::vector<Way>& ways);
// Counts the ways of all groups together.
GroupTakeUp count_all(const std::vector<Way>& ways);

}  // namespace people
