#include "casework/install_rules.h"

#include <algorithm>

#include "store/allocations.h"
#include "store/package_versions.h"
#include "store/streams_in_use.h"

namespace casework {

namespace {

using store::InstalledPackage;
using store::KeptVersion;

bool is_known(store::View& view, const policy::Package& package) {
    const auto last = store::last_installed(view, package.id());
    return last && last->fingerprint == package.fingerprint();
}

bool forgets_a_stream(store::View& view, const policy::Package& package,
                      const policy::PackageVersion& newest) {
    const auto before = load_kept_rules(view, package.id(), newest.fingerprint);
    return std::ranges::any_of(store::streams_in_use(view), [&](const StreamId& stream) {
        return before && (*before)->stream(stream) != nullptr && package.stream(stream) == nullptr;
    });
}

// Whether what was found takes force: nothing was there before, or nobody but Onepurse made it.
bool takes_force(store::View& view, const policy::Package& package,
                 const std::vector<KeptVersion>& versions) {
    return versions.empty() || (std::ranges::all_of(versions, &KeptVersion::came_with_onepurse) &&
                                versions.back().version.fingerprint != package.fingerprint() &&
                                !forgets_a_stream(view, package, versions.back().version));
}

Outcome install(Desk& desk, const policy::Package& package) {
    const Act what{.name = "install_rules", .action = people::Action::publish_rules};
    return act(desk, what, [&](Acting& acting) -> Outcome {
        acting.about = package.id();
        if (is_known(acting.tx, package)) {
            return Done{};
        }
        const auto last = store::last_installed(acting.tx, package.id());
        store::keep_package(acting.tx, package);
        store::keep(acting.tx, InstalledPackage{.package = package.id(),
                                                .number = last ? last->number + 1 : 1,
                                                .fingerprint = package.fingerprint(),
                                                .found_on = desk.today,
                                                .found_at = desk.now});
        const std::vector<KeptVersion> versions = store::load_versions(acting.tx, package.id());
        if (!takes_force(acting.tx, package, versions)) {
            acting.detail = "Other rules " + package.id() + " came with Onepurse; not in force";
            return Done{};
        }
        KeptVersion version{.version = {.package = package.id(),
                                        .number = 1,
                                        .published = policy::known_from_the_beginning,
                                        .fingerprint = package.fingerprint()},
                            .published_on = desk.today};
        if (!versions.empty()) {
            const policy::PackageVersion& newest = versions.back().version;
            version.version.number = newest.number + 1;
            version.version.from = desk.today;
            version.version.published = std::max(desk.now, newest.published);
        }
        store::keep(acting.tx, version);
        acting.detail =
            "Version " + std::to_string(version.version.number) + " of " + package.id() +
            (versions.empty()
                 ? ", as it came with Onepurse"
                 : ", which came with Onepurse, in force from " + desk.today.for_people());
        return Done{};
    });
}

}  // namespace

Outcome install_rules(Desk& desk, const Shelf& on_disk) {
    for (const auto& [id, package] : on_disk) {
        const bool known = desk.store.read([&, &found = *package](store::Snapshot& snapshot) {
            return is_known(snapshot, found);
        });
        if (!known) {
            TRY_DONE(install(desk, *package));
        }
    }
    return Done{};
}

}  // namespace casework
