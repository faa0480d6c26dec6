#pragma once
// Keeps the versions of each policy package with their days, who proposed and published each and
// why, and which rules came with Onepurse when. All of it is added and never changed; the rules
// themselves are kept once for each fingerprint (allocations.h).

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "policy/package_history.h"
#include "store/store.h"

namespace store {

// A version as the book keeps it.
struct KeptVersion {
    policy::PackageVersion version = {};
    std::optional<DraftId> draft = {};          // none: it came with Onepurse
    std::optional<AccountId> proposed_by = {};  // none: it came with Onepurse
    std::optional<Instant> proposed_at = {};
    std::optional<AccountId> published_by = {};  // none: it came with Onepurse
    Date published_on = {};                      // the council's day
    std::string reason = {};  // for everybody to read; empty: it came with Onepurse

    bool came_with_onepurse() const { return !draft; }
    friend bool operator==(const KeptVersion&, const KeptVersion&) = default;
};

// Keeps a version; its number is the next of its package.
void keep(Tx& tx, const KeptVersion& version);

// Loads the versions of a package, by number.
std::vector<KeptVersion> load_versions(View& view, const PackageId& package);
// Names the packages that have versions, by id.
std::vector<PackageId> packages_with_versions(View& view);

// Rules that came with Onepurse and were found on disk.
struct InstalledPackage {
    PackageId package = {};
    std::int64_t number = 0;  // 1, 2, 3 ... of its package
    std::string fingerprint = {};
    Date found_on = {};  // the council's day
    Instant found_at = {};

    friend bool operator==(const InstalledPackage&, const InstalledPackage&) = default;
};

void keep(Tx& tx, const InstalledPackage& installed);
// Finds what was installed last; nothing when nothing was.
std::optional<InstalledPackage> last_installed(View& view, const PackageId& package);

}  // namespace store
