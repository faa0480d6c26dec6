#include "policy/package_history.h"

#include <algorithm>

namespace policy {

namespace {

// Whether one takes the place of the other where both are in force.
bool takes_place(const PackageVersion& one, const PackageVersion& other) {
    return one.from > other.from || (one.from == other.from && one.number > other.number);
}

}  // namespace

Result<PackageHistory> PackageHistory::make(std::vector<PackageVersion> versions) {
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const PackageVersion& version = versions[i];
        const std::string place = version.package + " version " + std::to_string(version.number);
        if (version.package != versions.front().package) {
            return Error{"policy.version_of_another",
                         "A history is of one package. Take out the versions of others.", place};
        }
        if (version.number != static_cast<std::int64_t>(i) + 1) {
            return Error{"policy.version_gap",
                         "The versions of a package are numbered 1, 2, 3 without a gap.", place};
        }
        if (i > 0 && version.published < versions[i - 1].published) {
            return Error{"policy.version_order",
                         "A version cannot become known before the one it follows.", place};
        }
    }
    return PackageHistory(std::move(versions));
}

const PackageVersion* PackageHistory::find(std::int64_t number) const {
    const bool is_there = number > 0 && number <= static_cast<std::int64_t>(versions_.size());
    return is_there ? &versions_[static_cast<std::size_t>(number) - 1] : nullptr;
}

const PackageVersion* PackageHistory::newest() const {
    return versions_.empty() ? nullptr : &versions_.back();
}

const PackageVersion* PackageHistory::in_force(Date on, Instant known_at) const {
    const PackageVersion* found = nullptr;
    for (const PackageVersion& version : versions_) {
        if (known_at < version.published) {
            break;  // they became known in the order of their numbers
        }
        if (version.from <= on && (found == nullptr || takes_place(version, *found))) {
            found = &version;
        }
    }
    return found;
}

const PackageVersion* PackageHistory::in_force(Date on) const {
    return versions_.empty() ? nullptr : in_force(on, versions_.back().published);
}

std::vector<InForce> PackageHistory::days_in_force(Instant known_at) const {
    std::vector<Date> firsts;
    for (const PackageVersion& version : versions_) {
        if (version.published <= known_at) {
            firsts.push_back(version.from);
        }
    }
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    std::vector<InForce> days;
    for (const Date first : firsts) {
        if (!days.empty()) {
            days.back().until = first;
        }
        days.push_back({in_force(first, known_at)->number, first, std::nullopt});
    }
    return days;
}

std::vector<InForce> PackageHistory::days_in_force() const {
    return versions_.empty() ? std::vector<InForce>{} : days_in_force(versions_.back().published);
}

}  // namespace policy
