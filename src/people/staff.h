#pragma once
// Staff are the people who work for the council, or for the owner of a stream. What each may do
// follows from roles alone; a social worker's and manager's power to agree a plan is bounded by two
// limits, an amount a week and a percentage over the indicative sum. Used by the journeys that name
// a worker, agree a plan, or make accounts.

#include <optional>
#include <set>
#include <string>

#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "people/actor.h"

namespace people {

struct Staff {
    StaffId id = {};
    std::string name = {};
    std::string team = {};
    std::set<Role> roles = {};
    std::optional<StreamId> stream = {};  // of a stream owner's staff
    Money sign_off_weekly = {};           // may agree a plan up to this much a week
    std::int64_t sign_off_variance = 0;   // and this many percent over the indicative sum
    bool is_duty = false;  // answers for records that have no named worker of their own

    bool has(Role role) const { return roles.contains(role); }
    // Whether she can be the named worker of a record.
    bool works_with_people() const { return has(Role::social_worker) || has(Role::manager); }

    friend bool operator==(const Staff&, const Staff&) = default;
};

// Writes what a role is called on a page ("Social worker", "Finance: releases payments").
std::string_view words(Role role);
// Writes a helper's scope in plain words ("See her record").
std::string_view words(Scope scope);

// Checks a staff record before it is kept.
// Refuses: staff.name_missing, staff.no_role, staff.stream_missing (a stream owner without one),
// staff.stream_not_needed, staff.both_sides_of_a_run (prepares and releases pay runs),
// staff.limit_impossible, staff.duty_without_cases.
Outcome check(const Staff& staff);

}  // namespace people
