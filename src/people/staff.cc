#include "people/staff.h"

#include <array>

#include "people/person_name.h"

namespace people {

namespace {

constexpr std::array<std::string_view, 9> role_words = {
    "Social worker",
    "Manager: signs off plans over a worker's limit",
    "Finance: prepares payments",
    "Finance: releases payments",
    "Stream owner: decides for one stream",
    "Accounts: makes staff and provider accounts",
    "Auditor: reads entries, changes nothing",
    "Rules: writes and proposes changes",
    "Rules: publishes what somebody else proposed",
};
constexpr std::array<std::string_view, 5> scope_words = {
    "See the record", "Answer questions", "Make a plan", "Order support", "Deal with the money",
};

}  // namespace

std::string_view words(Role role) {
    return role_words[static_cast<std::size_t>(role)];
}

std::string_view words(Scope scope) {
    return scope_words[static_cast<std::size_t>(scope)];
}

Outcome check(const Staff& staff) {
    if (staff.name.empty()) {
        return Error{"staff.name_missing", "Enter the name of the member of staff."};
    }
    TRY_DONE(check_name(staff.name));
    if (staff.roles.empty()) {
        return Error{"staff.no_role", "Choose at least one thing this member of staff does."};
    }
    if (staff.has(Role::stream_owner) && !staff.stream) {
        return Error{"staff.stream_missing", "Choose the stream this member of staff decides for."};
    }
    if (!staff.has(Role::stream_owner) && staff.stream) {
        return Error{"staff.stream_not_needed",
                     "Only a stream owner has a stream. Choose the stream owner's work, or leave "
                     "the stream out."};
    }
    if (staff.has(Role::finance) && staff.has(Role::finance_release)) {
        return Error{"staff.both_sides_of_a_run",
                     "One person cannot prepare payments and release them. Choose one of the two, "
                     "and give the other to somebody else."};
    }
    if (staff.sign_off_weekly.is_negative() || staff.sign_off_variance < 0 ||
        staff.sign_off_variance > 1000) {
        return Error{"staff.limit_impossible",
                     "The limit must be a sum of nought or more, and the percentage from 0 to "
                     "1000."};
    }
    if (staff.is_duty && !staff.works_with_people()) {
        return Error{"staff.duty_without_cases",
                     "Only a social worker or a manager can be the duty worker."};
    }
    return Done{};
}

}  // namespace people
