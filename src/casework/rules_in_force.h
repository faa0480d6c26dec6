#pragma once
// The rules of one council as a running Onepurse knows them: the history of every package in its
// book, and the shelf of those in force on a day. A desk takes the shelf of its day and keeps it as
// long as it lives, so what begins under one version ends under it; what is published counts from
// the next desk on. Packages are loaded once for each fingerprint and shared by all books.

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "policy/package.h"
#include "policy/package_history.h"
#include "store/store.h"

namespace casework {

// The policy packages in force, by id.
using Shelf = std::map<PackageId, std::shared_ptr<const policy::Package>>;

// Packages that were loaded, by id and fingerprint; those used last are kept, the others as long as
// somebody holds them. May be called from any thread.
class LoadedPackages {
public:
    void add(const std::shared_ptr<const policy::Package>& package);
    // Gives a package; nullptr when it is not loaded.
    std::shared_ptr<const policy::Package> find(const PackageId& id,
                                                const std::string& fingerprint);

private:
    void use(const std::shared_ptr<const policy::Package>& package);

    std::mutex mutex_;
    std::map<std::pair<PackageId, std::string>, std::weak_ptr<const policy::Package>> packages_;
    std::array<std::shared_ptr<const policy::Package>, 8> used_last_;
    std::size_t next_ = 0;
};

// May be called from any thread.
class RulesInForce {
public:
    // Reads the histories of a book and loads every version that is in force on a day or later.
    // Refuses: rules.version_does_not_load (a version this Onepurse cannot work with), and what
    // PackageHistory::make and the store refuse.
    static Result<std::unique_ptr<RulesInForce>> open(store::Store& store, LoadedPackages& loaded,
                                                      Date today);

    // Gives the packages in force on a day, with all that is known now. A package whose version of
    // the day cannot be loaded is not on it: nothing is decided with other rules instead.
    std::shared_ptr<const Shelf> shelf_on(Date day);

    // Takes up what was published since. A version that was published by this program is loaded
    // already.
    void look_again();

    // Gives the rules of a fingerprint. Refuses: rules.version_does_not_load.
    Result<std::shared_ptr<const policy::Package>> find(store::View& view, const PackageId& id,
                                                        const std::string& fingerprint);
    void add(const std::shared_ptr<const policy::Package>& package) { loaded_.add(package); }

private:
    RulesInForce(store::Store& store, LoadedPackages& loaded) : store_(store), loaded_(loaded) {}
    std::shared_ptr<const Shelf> make_shelf(Date day);

    store::Store& store_;
    LoadedPackages& loaded_;
    std::mutex mutex_;
    std::map<PackageId, policy::PackageHistory> histories_;
    std::shared_ptr<const Shelf> shelf_;
    Date shelf_day_ = {};
};

// The version of a package that was in force on a day, loaded.
struct VersionOfDay {
    policy::PackageVersion version;
    std::shared_ptr<const policy::Package> package;
};
// Finds it, as known at a moment, or with all that is known now. Refuses: rules.package_unknown,
// rules.none_in_force, rules.version_does_not_load.
Result<VersionOfDay> version_of_day(store::Store& store, const PackageId& package, Date on,
                                    std::optional<Instant> known_at);

// Loads the history of a package from a book; an empty one for a package it does not know.
policy::PackageHistory load_history(store::View& view, const PackageId& package);

// Loads rules a book keeps. Refuses: rules.version_does_not_load.
Result<std::shared_ptr<const policy::Package>> load_kept_rules(store::View& view,
                                                               const PackageId& id,
                                                               const std::string& fingerprint);

}  // namespace casework
