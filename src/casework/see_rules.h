#pragma once
// What can be seen of a council's rules: the versions of each package with their days, who proposed
// and who published each and why, and the drafts with every state they were saved in. What is in
// force is public, with its history and reasons but without names; drafts are seen by those who
// write and publish rules, and by the auditor.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "casework/desk.h"
#include "policy/package.h"
#include "policy/package_history.h"
#include "store/package_drafts.h"
#include "store/package_versions.h"

namespace casework {

struct VersionRow {
    store::KeptVersion kept;            // the version, its reason, and who
    std::string proposed_by;            // a name; empty: it came with Onepurse
    std::string published_by;           // a name; empty: it came with Onepurse
    bool is_in_force = false;           // today
    std::vector<policy::InForce> days;  // it is in force on; empty: another took all of them
};

struct PackageRules {
    PackageId id = {};
    std::string title = {};
    std::vector<VersionRow> versions = {};      // latest first
    std::optional<std::int64_t> in_force = {};  // its number, today; none: not on any day yet
    // Rules that came with Onepurse after the council had published its own: not in force, a draft
    // can be started from them.
    std::optional<store::InstalledPackage> installed = {};
    std::size_t drafts_under_way = 0;
};

// Lists the packages with their versions. Refuses: people.not_allowed.
Result<std::vector<PackageRules>> see_packages(Desk& desk);
// Shows one package. Refuses: people.not_allowed, rules.package_unknown.
Result<PackageRules> see_versions(Desk& desk, const PackageId& package);

struct VersionView {
    VersionRow row;
    std::shared_ptr<const policy::Package> package;  // loaded, with its files
    std::shared_ptr<const policy::Package>
        before;  // of the version before it; nullptr for the first
};
// Opens one version. Refuses: people.not_allowed, rules.version_unknown.
Result<VersionView> see_version(Desk& desk, const PackageId& package, std::int64_t number);

// One version as everybody may read it, without names.
struct PublicVersion {
    std::int64_t number = 0;
    Date from = {};
    Date published = {};      // the council's day
    std::string reason = {};  // empty: it came with Onepurse
    bool is_in_force = false;
    std::vector<policy::InForce> days = {};
    std::string fingerprint = {};
};
// Lists the public history of a package, latest first; empty for a package that has none.
std::vector<PublicVersion> public_history(Desk& desk, const PackageId& package);
// Loads the rules of one version for everybody to read. Refuses: rules.version_unknown.
Result<std::shared_ptr<const policy::Package>> public_version(Desk& desk, const PackageId& package,
                                                              std::int64_t number);

// What the one who looks may do with a draft now; a false one has its reason in `why_not_publish`
// where it is publishing.
struct DraftPowers {
    bool save = false;  // also rename, discard, bring up to date
    bool propose = false;
    bool take_back = false;
    bool send_back = false;
    bool publish = false;
    std::string why_not_publish = {};  // "You proposed this. Somebody else has to publish it."
};

struct DraftRow {
    store::PackageDraft draft = {};
    std::string package_title = {};
    std::string started_by = {};  // names
    std::string saved_by = {};
    std::string proposed_by = {};
    std::string closed_by = {};
};
// Lists the drafts, those under way first, then the latest. Refuses: people.not_allowed.
Result<std::vector<DraftRow>> see_drafts(Desk& desk);

struct RevisionRow {
    std::int64_t number = 0;
    std::string saved_by;
    Instant saved_at;
};

struct DraftView {
    DraftRow row = {};
    policy::Files files = {};                 // as saved last
    policy::Files base_files = {};            // of the version it started from
    std::vector<RevisionRow> revisions = {};  // latest first
    std::vector<store::DraftAct> acts = {};   // proposed, sent back ..., oldest first, with reasons
    bool is_behind = false;                   // another version was published since it was begun
    std::vector<std::string> both_changed =
        {};  // files that the draft and that version both changed
    DraftPowers powers = {};
};
// Opens a draft. Refuses: people.not_allowed, rules.draft_unknown.
Result<DraftView> see_draft(Desk& desk, DraftId draft);
// Opens a state a draft was saved in. Refuses: people.not_allowed, rules.draft_unknown,
// rules.revision_unknown.
Result<policy::Files> see_revision(Desk& desk, DraftId draft, std::int64_t revision);

}  // namespace casework
