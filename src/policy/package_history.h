#pragma once
// A package's history: every version it ever had, each with the day it is in force from and the
// moment it became known. Nobody edits what is in force, so a change of rules is a new version, and
// any past day is worked out again as the rules stood and as they were known: two dates, asked
// together. It holds facts, not the rules themselves: those are kept by their fingerprint.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace policy {

// The day a version is in force from that was there before anybody counted versions.
constexpr Date from_the_beginning = Date::from_days(-719162);  // 1 January 1

// The moment such a version became known: no earlier one was ever written down.
constexpr Instant known_from_the_beginning = Instant{-719162 * std::int64_t{86400}};

struct PackageVersion {
    PackageId package = {};
    std::int64_t number = 0;         // 1, 2, 3 ... in the order they became known
    Date from = from_the_beginning;  // first day it is in force
    Instant published = {};          // when it became known
    std::string fingerprint = {};    // of the package's files

    bool is_from_the_beginning() const { return from == from_the_beginning; }
    friend bool operator==(const PackageVersion&, const PackageVersion&) = default;
};

// Days of one version in force; the last goes on without an end.
struct InForce {
    std::int64_t number = 0;
    Date from = {};
    std::optional<Date> until = {};  // not included; none: until a later version says otherwise

    friend bool operator==(const InForce&, const InForce&) = default;
};

class PackageHistory {
public:
    PackageHistory() = default;
    // Takes the versions of one package in the order of their numbers.
    // Refuses: policy.version_gap (numbers are not 1, 2, 3 ...), policy.version_order (one became
    // known before the one it follows), policy.version_of_another (of another package).
    static Result<PackageHistory> make(std::vector<PackageVersion> versions);

    const std::vector<PackageVersion>& versions() const { return versions_; }
    bool empty() const { return versions_.empty(); }
    // Gives a version by its number; nullptr when there is none.
    const PackageVersion* find(std::int64_t number) const;
    // Gives the version that became known last; nullptr when there is none.
    const PackageVersion* newest() const;

    // Gives the version in force on a day, of those known at a moment: the one with the latest
    // first day not after it, and of several from one day the one that became known last. nullptr
    // when none was in force, or none was known.
    const PackageVersion* in_force(Date on, Instant known_at) const;
    // Gives the same with all that is known now.
    const PackageVersion* in_force(Date on) const;

    // Gives which version is in force when, of those known at a moment, the earliest first. A
    // version that another took the place of on its first day has no days and is left out.
    std::vector<InForce> days_in_force(Instant known_at) const;
    std::vector<InForce> days_in_force() const;

private:
    explicit PackageHistory(std::vector<PackageVersion> versions)
        : versions_(std::move(versions)) {}
    std::vector<PackageVersion> versions_;
};

}  // namespace policy
