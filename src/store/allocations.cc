#include "store/allocations.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select person, number, assessment, issue, issued_on, rules_on, package, fingerprint, "
    "signed_with, signature, payload from allocation where authority = ? and person = ? ";

IssuedAllocation read_allocation(const Rows& rows) {
    const std::optional<policy::Issue> issue = policy::issue_from_text(rows.text(3));
    CHECK(issue.has_value());
    return {.person = rows.id<PersonId>(0),
            .number = rows.number(1),
            .assessment = rows.id<AssessmentId>(2),
            .issue = *issue,
            .issued = rows.date(4),
            .on = rows.date(5),
            .package = rows.text(6),
            .fingerprint = rows.text(7)};
}

}  // namespace

std::int64_t next_allocation(View& view, PersonId person) {
    Rows rows = view.query(
        "select coalesce(max(number), 0) from allocation where authority = ? and person = ?",
        view.authority(), person);
    return rows.next() ? rows.number(0) + 1 : 1;
}

void keep(Tx& tx, const IssuedAllocation& allocation, const policy::SignedFile& file) {
    CHECK(allocation.number > 0 && policy::is_signed(file));
    tx.run(
        "insert into allocation (authority, person, number, assessment, issue, issued_on, "
        "rules_on, package, fingerprint, signed_with, signature, payload) values (?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), allocation.person, allocation.number, allocation.assessment,
        policy::to_text(allocation.issue), allocation.issued, allocation.on, allocation.package,
        allocation.fingerprint, file.key, file.signature, file.payload);
}

void keep_package(Tx& tx, const policy::Package& package) {
    {
        Rows rows = tx.query("select 1 from kept_package where authority = ? and fingerprint = ?",
                             tx.authority(), package.fingerprint());
        if (rows.next()) {
            return;
        }
    }
    tx.run("insert into kept_package (authority, fingerprint, package, files) values (?, ?, ?, ?)",
           tx.authority(), package.fingerprint(), package.id(),
           policy::write_package_files(package.files()));
}

std::optional<std::string> rules_last_told(View& view, PersonId person, AssessmentId assessment) {
    Rows rows = view.query(
        "select fingerprint from allocation where authority = ? and person = ? and assessment = ? "
        "and issue = ? order by number desc limit 1",
        view.authority(), person, assessment, policy::to_text(policy::Issue::worked_out));
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

std::vector<IssuedAllocation> load_allocations(View& view, PersonId person) {
    std::vector<IssuedAllocation> found;
    for (Rows rows = view.query(std::string(columns) + "order by number", view.authority(), person);
         rows.next();) {
        found.push_back(read_allocation(rows));
    }
    return found;
}

std::optional<SignedAllocation> find_allocation(View& view, PersonId person, std::int64_t number) {
    Rows rows =
        view.query(std::string(columns) + "and number = ?", view.authority(), person, number);
    if (!rows.next()) {
        return std::nullopt;
    }
    return SignedAllocation{
        read_allocation(rows),
        {.payload = rows.text(10), .key = rows.text(8), .signature = rows.text(9)}};
}

Result<policy::Files> load_package_files(View& view, const std::string& fingerprint) {
    Rows rows = view.query("select files from kept_package where authority = ? and fingerprint = ?",
                           view.authority(), fingerprint);
    if (!rows.next()) {
        return Error{"allocation.rules_not_kept",
                     "The rules of this file are not kept here. Take the file without its rules."};
    }
    return policy::read_package_files(rows.text(0));
}

}  // namespace store
