#include "casework/rules_in_force.h"

#include <algorithm>

#include "store/allocations.h"
#include "store/package_versions.h"

namespace casework {

void LoadedPackages::use(const std::shared_ptr<const policy::Package>& package) {
    if (std::find(used_last_.begin(), used_last_.end(), package) == used_last_.end()) {
        used_last_[next_] = package;
        next_ = (next_ + 1) % used_last_.size();
    }
}

void LoadedPackages::add(const std::shared_ptr<const policy::Package>& package) {
    const std::lock_guard lock(mutex_);
    std::erase_if(packages_, [](const auto& each) { return each.second.expired(); });
    packages_[{package->id(), package->fingerprint()}] = package;
    use(package);
}

std::shared_ptr<const policy::Package> LoadedPackages::find(const PackageId& id,
                                                            const std::string& fingerprint) {
    const std::lock_guard lock(mutex_);
    const auto found = packages_.find({id, fingerprint});
    std::shared_ptr<const policy::Package> package =
        found == packages_.end() ? nullptr : found->second.lock();
    if (package) {
        use(package);
    }
    return package;
}

policy::PackageHistory load_history(store::View& view, const PackageId& package) {
    std::vector<policy::PackageVersion> versions;
    for (store::KeptVersion& kept : store::load_versions(view, package)) {
        versions.push_back(std::move(kept.version));
    }
    auto history = policy::PackageHistory::make(std::move(versions));
    // The journeys write no other; `onepurse check` says so of a book somebody else wrote to.
    return history ? std::move(*history) : policy::PackageHistory();
}

Result<std::shared_ptr<const policy::Package>> load_kept_rules(store::View& view,
                                                               const PackageId& id,
                                                               const std::string& fingerprint) {
    Error refused{"rules.version_does_not_load",
                  "A version of the rules \"" + id +
                      "\" cannot be loaded from the book by this Onepurse. Start the one "
                      "that wrote it, and ask whoever looks after Onepurse."};
    TRY(const policy::Files files, store::load_package_files(view, fingerprint));
    auto package = policy::Package::load(id, files);
    if (!package) {
        Error error = refused;
        error.place = package.error().place;
        error.message += " It says: " + package.error().message;
        return error;
    }
    if (package->fingerprint() != fingerprint) {
        return refused;
    }
    return std::make_shared<const policy::Package>(std::move(*package));
}

Result<VersionOfDay> version_of_day(store::Store& store, const PackageId& package, Date on,
                                    std::optional<Instant> known_at) {
    return store.read([&](store::Snapshot& snapshot) -> Result<VersionOfDay> {
        const policy::PackageHistory history = load_history(snapshot, package);
        if (history.empty()) {
            return Error{"rules.package_unknown",
                         "There are no such rules here. Choose rules from the list."};
        }
        const policy::PackageVersion* version =
            known_at ? history.in_force(on, *known_at) : history.in_force(on);
        if (version == nullptr) {
            return Error{"rules.none_in_force", "No version of these rules was in force on " +
                                                    on.for_people() + " as far as was known."};
        }
        TRY(auto loaded, load_kept_rules(snapshot, package, version->fingerprint));
        return VersionOfDay{*version, std::move(loaded)};
    });
}

Result<std::unique_ptr<RulesInForce>> RulesInForce::open(store::Store& store,
                                                         LoadedPackages& loaded, Date today) {
    std::unique_ptr<RulesInForce> rules(new RulesInForce(store, loaded));
    const Outcome read = store.read([&](store::Snapshot& snapshot) -> Outcome {
        for (const PackageId& id : store::packages_with_versions(snapshot)) {
            std::vector<policy::PackageVersion> versions;
            for (store::KeptVersion& kept : store::load_versions(snapshot, id)) {
                versions.push_back(std::move(kept.version));
            }
            TRY(policy::PackageHistory history, policy::PackageHistory::make(std::move(versions)));
            for (const policy::InForce& days : history.days_in_force()) {
                if (!days.until || today < *days.until) {
                    TRY_DONE(rules->find(snapshot, id, history.find(days.number)->fingerprint));
                }
            }
            rules->histories_.emplace(id, std::move(history));
        }
        return Done{};
    });
    TRY_DONE(read);
    return rules;
}

Result<std::shared_ptr<const policy::Package>> RulesInForce::find(store::View& view,
                                                                  const PackageId& id,
                                                                  const std::string& fingerprint) {
    if (std::shared_ptr<const policy::Package> loaded = loaded_.find(id, fingerprint)) {
        return loaded;
    }
    TRY(std::shared_ptr<const policy::Package> package, load_kept_rules(view, id, fingerprint));
    loaded_.add(package);
    return package;
}

std::shared_ptr<const Shelf> RulesInForce::make_shelf(Date day) {
    auto shelf = std::make_shared<Shelf>();
    for (const auto& [id, history] : histories_) {
        const policy::PackageVersion* version = history.in_force(day);
        if (version == nullptr) {
            continue;
        }
        std::shared_ptr<const policy::Package> package = loaded_.find(id, version->fingerprint);
        if (!package) {
            auto found = store_.read([&, &name = id](store::Snapshot& snapshot) {
                return find(snapshot, name, version->fingerprint);
            });
            package = found ? std::move(*found) : nullptr;
        }
        if (package) {
            shelf->emplace(id, std::move(package));
        }
    }
    return shelf;
}

std::shared_ptr<const Shelf> RulesInForce::shelf_on(Date day) {
    const std::lock_guard lock(mutex_);
    if (!shelf_ || shelf_day_ != day) {
        shelf_ = make_shelf(day);
        shelf_day_ = day;
    }
    return shelf_;
}

void RulesInForce::look_again() {
    // Read under the lock: of two who published at once the one that read first must not be the
    // last to write down what it read.
    const std::lock_guard lock(mutex_);
    histories_ = store_.read([](store::Snapshot& snapshot) {
        std::map<PackageId, policy::PackageHistory> read;
        for (const PackageId& id : store::packages_with_versions(snapshot)) {
            read.emplace(id, load_history(snapshot, id));
        }
        return read;
    });
    shelf_.reset();
}

}  // namespace casework
