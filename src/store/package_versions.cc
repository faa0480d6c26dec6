#include "store/package_versions.h"

namespace store {

namespace {

KeptVersion read_version(const Rows& rows) {
    KeptVersion kept{.version = {.package = rows.text(0),
                                 .number = rows.number(1),
                                 .from = rows.date(2),
                                 .published = rows.instant(3),
                                 .fingerprint = rows.text(5)},
                     .published_on = rows.date(4),
                     .reason = rows.text(10)};
    if (!rows.is_null(6)) {
        kept.draft = rows.id<DraftId>(6);
    }
    if (!rows.is_null(7)) {
        kept.proposed_by = rows.id<AccountId>(7);
    }
    kept.proposed_at = rows.instant_or_none(8);
    if (!rows.is_null(9)) {
        kept.published_by = rows.id<AccountId>(9);
    }
    return kept;
}

}  // namespace

void keep(Tx& tx, const KeptVersion& kept) {
    const policy::PackageVersion& version = kept.version;
    CHECK(version.number > 0 && !version.fingerprint.empty());
    tx.run(
        "insert into package_version (authority, package, number, from_on, published_at, "
        "published_on, fingerprint, draft, proposed_by, proposed_at, published_by, reason) values "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), version.package, version.number, version.from, version.published,
        kept.published_on, version.fingerprint, kept.draft, kept.proposed_by, kept.proposed_at,
        kept.published_by, kept.reason);
}

std::vector<KeptVersion> load_versions(View& view, const PackageId& package) {
    std::vector<KeptVersion> found;
    for (Rows rows = view.query(
             "select package, number, from_on, published_at, published_on, fingerprint, draft, "
             "proposed_by, proposed_at, published_by, reason from package_version where authority "
             "= ? and package = ? order by number",
             view.authority(), package);
         rows.next();) {
        found.push_back(read_version(rows));
    }
    return found;
}

std::vector<PackageId> packages_with_versions(View& view) {
    std::vector<PackageId> found;
    for (Rows rows = view.query(
             "select distinct package from package_version where authority = ? order by package",
             view.authority());
         rows.next();) {
        found.push_back(rows.text(0));
    }
    return found;
}

void keep(Tx& tx, const InstalledPackage& installed) {
    CHECK(installed.number > 0 && !installed.fingerprint.empty());
    tx.run(
        "insert into installed_package (authority, package, number, fingerprint, found_on, "
        "found_at) values (?, ?, ?, ?, ?, ?)",
        tx.authority(), installed.package, installed.number, installed.fingerprint,
        installed.found_on, installed.found_at);
}

std::optional<InstalledPackage> last_installed(View& view, const PackageId& package) {
    Rows rows = view.query(
        "select package, number, fingerprint, found_on, found_at from installed_package where "
        "authority = ? and package = ? order by number desc limit 1",
        view.authority(), package);
    if (!rows.next()) {
        return std::nullopt;
    }
    return InstalledPackage{.package = rows.text(0),
                            .number = rows.number(1),
                            .fingerprint = rows.text(2),
                            .found_on = rows.date(3),
                            .found_at = rows.instant(4)};
}

}  // namespace store
