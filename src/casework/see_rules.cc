#include "casework/see_rules.h"

#include <algorithm>

#include "casework/change_rules.h"
#include "casework/draft_open.h"
#include "casework/one_person.h"
#include "store/allocations.h"
#include "store/standing.h"

namespace casework {

namespace {

using people::Action;
using store::DraftState;
using store::KeptVersion;
using store::PackageDraft;

std::string name_of(store::View& view, const std::optional<AccountId>& account) {
    return account && !account->is_none() ? store::load_standing(view, *account).name
                                          : std::string();
}

std::string title_of(const Desk& desk, const PackageId& package) {
    const auto shelved = desk.shelf.find(package);
    return shelved == desk.shelf.end() ? package : shelved->second->title();
}

// A book's versions of a package with the days each is in force on.
struct Versions {
    std::vector<KeptVersion> kept;
    std::vector<policy::InForce> days;
    std::optional<std::int64_t> in_force;

    std::vector<policy::InForce> days_of(std::int64_t number) const {
        std::vector<policy::InForce> found;
        std::ranges::copy_if(days, std::back_inserter(found),
                             [&](const policy::InForce& each) { return each.number == number; });
        return found;
    }
};

Versions load_all(store::View& view, const PackageId& package, Date today) {
    Versions all{.kept = store::load_versions(view, package), .days = {}, .in_force = {}};
    const policy::PackageHistory history = load_history(view, package);
    all.days = history.days_in_force();
    if (const policy::PackageVersion* now = history.in_force(today)) {
        all.in_force = now->number;
    }
    return all;
}

VersionRow row_of(store::View& view, const Versions& all, const KeptVersion& kept) {
    const std::int64_t number = kept.version.number;
    return {.kept = kept,
            .proposed_by = name_of(view, kept.proposed_by),
            .published_by = name_of(view, kept.published_by),
            .is_in_force = all.in_force == number,
            .days = all.days_of(number)};
}

PackageRules rules_of(Desk& desk, store::View& view, const PackageId& package) {
    PackageRules rules{.id = package, .title = title_of(desk, package)};
    const Versions all = load_all(view, package, desk.today);
    rules.in_force = all.in_force;
    for (const KeptVersion& kept : all.kept) {
        rules.versions.push_back(row_of(view, all, kept));
    }
    std::ranges::reverse(rules.versions);
    rules.installed = store::last_installed(view, package);
    const bool is_version = std::ranges::any_of(all.kept, [&](const KeptVersion& kept) {
        return rules.installed && kept.version.fingerprint == rules.installed->fingerprint;
    });
    if (is_version) {
        rules.installed.reset();
    }
    const std::vector<PackageDraft> drafts = store::load_drafts(view);
    rules.drafts_under_way =
        static_cast<std::size_t>(std::ranges::count_if(drafts, [&](const PackageDraft& draft) {
            return draft.package == package && !draft.is_closed();
        }));
    return rules;
}

Error unknown_version() {
    return Error{"rules.version_unknown",
                 "These rules have no such version. Choose one from the list."};
}

Result<std::shared_ptr<const policy::Package>> load(Desk& desk, store::View& view,
                                                    const policy::PackageVersion& version) {
    const auto shelved = desk.shelf.find(version.package);
    if (shelved != desk.shelf.end() && shelved->second->fingerprint() == version.fingerprint) {
        return shelved->second;
    }
    return desk.rules != nullptr ? desk.rules->find(view, version.package, version.fingerprint)
                                 : load_kept_rules(view, version.package, version.fingerprint);
}

DraftRow draft_row(Desk& desk, store::View& view, PackageDraft draft) {
    DraftRow row{.draft = std::move(draft)};
    row.package_title = title_of(desk, row.draft.package);
    row.started_by = name_of(view, row.draft.started_by);
    row.saved_by = name_of(view, row.draft.saved_by);
    row.proposed_by = name_of(view, row.draft.proposed_by);
    row.closed_by = name_of(view, row.draft.closed_by);
    return row;
}

DraftPowers powers_of(Desk& desk, store::View& view, const DraftView& seen) {
    const PackageDraft& draft = seen.row.draft;
    const people::Standing who = store::load_standing(view, desk.actor);
    const bool writes = people::decide(who, Action::change_rules, {}, desk.today).has_value();
    const bool publishes = people::decide(who, Action::publish_rules, {}, desk.today).has_value();
    DraftPowers powers;
    powers.save = writes && draft.is_being_written();
    powers.propose = powers.save && !seen.is_behind;
    if (draft.state != DraftState::proposed) {
        return powers;
    }
    const std::string not_second = why_not_second_person(view, desk.actor, draft);
    powers.take_back = writes && is_one_person(view, desk.actor, *draft.proposed_by);
    powers.send_back = publishes && not_second.empty();
    powers.publish = powers.send_back && !seen.is_behind;
    if (!publishes) {
        powers.why_not_publish = "Somebody who publishes rules has to decide about this.";
    } else if (!not_second.empty()) {
        powers.why_not_publish = not_second;
    } else if (seen.is_behind) {
        powers.why_not_publish =
            "Another version was published since this draft was begun. Send it back, so that it "
            "can be brought up to date.";
    }
    return powers;
}

}  // namespace

Result<std::vector<PackageRules>> see_packages(Desk& desk) {
    return consult(desk, Action::see_rule_changes, {},
                   [&](store::Snapshot& snapshot) -> Result<std::vector<PackageRules>> {
                       std::vector<PackageRules> all;
                       for (const PackageId& id : store::packages_with_versions(snapshot)) {
                           all.push_back(rules_of(desk, snapshot, id));
                       }
                       return all;
                   });
}

Result<PackageRules> see_versions(Desk& desk, const PackageId& package) {
    return consult(desk, Action::see_rule_changes, {},
                   [&](store::Snapshot& snapshot) -> Result<PackageRules> {
                       PackageRules rules = rules_of(desk, snapshot, package);
                       if (rules.versions.empty()) {
                           return Error{"rules.package_unknown",
                                        "There are no such rules here. Choose rules from the "
                                        "list."};
                       }
                       return rules;
                   });
}

Result<VersionView> see_version(Desk& desk, const PackageId& package, std::int64_t number) {
    return consult(
        desk, Action::see_rule_changes, {}, [&](store::Snapshot& snapshot) -> Result<VersionView> {
            const Versions all = load_all(snapshot, package, desk.today);
            if (number < 1 || number > static_cast<std::int64_t>(all.kept.size())) {
                return unknown_version();
            }
            const auto at = static_cast<std::size_t>(number - 1);
            VersionView view{
                .row = row_of(snapshot, all, all.kept[at]), .package = nullptr, .before = nullptr};
            TRY(view.package, load(desk, snapshot, all.kept[at].version));
            if (at > 0) {
                TRY(view.before, load(desk, snapshot, all.kept[at - 1].version));
            }
            return view;
        });
}

std::vector<PublicVersion> public_history(Desk& desk, const PackageId& package) {
    return desk.store.read([&](store::Snapshot& snapshot) {
        const Versions all = load_all(snapshot, package, desk.today);
        std::vector<PublicVersion> history;
        for (const KeptVersion& kept : all.kept) {
            history.push_back({.number = kept.version.number,
                               .from = kept.version.from,
                               .published = kept.published_on,
                               .reason = kept.reason,
                               .is_in_force = all.in_force == kept.version.number,
                               .days = all.days_of(kept.version.number),
                               .fingerprint = kept.version.fingerprint});
        }
        std::ranges::reverse(history);
        return history;
    });
}

Result<std::shared_ptr<const policy::Package>> public_version(Desk& desk, const PackageId& package,
                                                              std::int64_t number) {
    return desk.store.read(
        [&](store::Snapshot& snapshot) -> Result<std::shared_ptr<const policy::Package>> {
            const policy::PackageHistory history = load_history(snapshot, package);
            const policy::PackageVersion* version = history.find(number);
            if (version == nullptr) {
                return unknown_version();
            }
            return load(desk, snapshot, *version);
        });
}

Result<std::vector<DraftRow>> see_drafts(Desk& desk) {
    return consult(desk, Action::see_rule_changes, {},
                   [&](store::Snapshot& snapshot) -> Result<std::vector<DraftRow>> {
                       std::vector<DraftRow> rows;
                       for (PackageDraft& draft : store::load_drafts(snapshot)) {
                           rows.push_back(draft_row(desk, snapshot, std::move(draft)));
                       }
                       return rows;
                   });
}

Result<DraftView> see_draft(Desk& desk, DraftId id) {
    return consult(
        desk, Action::see_rule_changes, {}, [&](store::Snapshot& snapshot) -> Result<DraftView> {
            TRY(PackageDraft draft, store::load_draft(snapshot, id));
            DraftView view{.row = draft_row(desk, snapshot, std::move(draft))};
            const PackageDraft& seen = view.row.draft;
            TRY(view.files, store::load_revision_files(snapshot, id, seen.revision));
            TRY(view.base_files, store::load_package_files(snapshot, seen.based_on_fingerprint));
            for (const store::DraftRevision& each : store::load_revisions(snapshot, id)) {
                view.revisions.push_back(
                    {each.number, name_of(snapshot, each.saved_by), each.saved_at});
            }
            std::ranges::reverse(view.revisions);
            view.acts = store::load_draft_acts(snapshot, id);
            const policy::PackageHistory history = load_history(snapshot, seen.package);
            const policy::PackageVersion* newest = history.newest();
            view.is_behind =
                !seen.is_closed() && newest != nullptr && newest->number != seen.newest_seen;
            if (view.is_behind) {
                TRY(const policy::Files theirs,
                    store::load_package_files(snapshot, newest->fingerprint));
                view.both_changed = changed_on_both_sides(view.base_files, view.files, theirs);
            }
            view.powers = powers_of(desk, snapshot, view);
            return view;
        });
}

Result<policy::Files> see_revision(Desk& desk, DraftId id, std::int64_t revision) {
    return consult(desk, Action::see_rule_changes, {},
                   [&](store::Snapshot& snapshot) -> Result<policy::Files> {
                       TRY_DONE(store::load_draft(snapshot, id));
                       return store::load_revision_files(snapshot, id, revision);
                   });
}

}  // namespace casework
