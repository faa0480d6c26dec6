#include "store/standing.h"

#include "base/text.h"

namespace store {

namespace {

constexpr std::string_view relationship_columns =
    "select id, person, helper, kind, scopes, from_date, until_date, agreed_by, revoked_at from "
    "relationship ";

people::Relationship read_relationship(const Rows& rows) {
    people::Relationship relationship;
    relationship.id = rows.id<RelationshipId>(0);
    relationship.person = rows.id<PersonId>(1);
    relationship.helper = rows.id<AccountId>(2);
    relationship.kind = rows.text(3);
    for (const std::string& code : base::split_text(rows.text(4), ';')) {
        if (const std::optional<people::Scope> scope = people::scope_from_text(code)) {
            relationship.scopes.insert(*scope);
        }
    }
    relationship.from = rows.date(5);
    relationship.until = rows.date_or_none(6);
    relationship.agreed_by = rows.text(7);
    relationship.revoked_at = rows.instant_or_none(8);
    return relationship;
}

void load_staff(View& view, people::Standing& standing) {
    Rows rows = view.query("select roles, stream from staff where authority = ? and id = ?",
                           view.authority(), *standing.staff);
    if (!rows.next()) {
        return;
    }
    for (const std::string& code : base::split_text(rows.text(0), ';')) {
        if (const std::optional<people::Role> role = people::role_from_text(code)) {
            standing.roles.insert(*role);
        }
    }
    if (!rows.is_null(1)) {
        standing.stream = rows.text(1);
    }
}

}  // namespace

people::Standing load_standing(View& view, AccountId account) {
    people::Standing standing;
    standing.account = account;
    {
        Rows rows = view.query(
            "select name, state, person, staff, provider from account where authority = ? and id = "
            "?",
            view.authority(), account);
        if (!rows.next()) {
            return standing;
        }
        standing.name = rows.text(0);
        standing.is_open = rows.text(1) == "open";
        if (!rows.is_null(2)) {
            standing.person = rows.id<PersonId>(2);
        }
        if (!rows.is_null(3)) {
            standing.staff = rows.id<StaffId>(3);
        }
        if (!rows.is_null(4)) {
            standing.provider = rows.id<ProviderId>(4);
        }
    }
    if (standing.staff) {
        load_staff(view, standing);
    }
    const std::string sql =
        std::string(relationship_columns) + "where authority = ? and helper = ? order by id";
    for (Rows rows = view.query(sql, view.authority(), account); rows.next();) {
        standing.relationships.push_back(read_relationship(rows));
    }
    for (Rows rows = view.query(
             "select payee from payee_owner where authority = ? and account = ? and ended_at is "
             "null",
             view.authority(), account);
         rows.next();) {
        standing.holds.insert(rows.id<PayeeId>(0));
    }
    if (standing.provider) {
        for (Rows rows = view.query("select id from payee where authority = ? and provider = ?",
                                    view.authority(), *standing.provider);
             rows.next();) {
            standing.holds.insert(rows.id<PayeeId>(0));
        }
    }
    return standing;
}

std::vector<people::Relationship> load_relationships(View& view, PersonId person) {
    std::vector<people::Relationship> found;
    const std::string sql = std::string(relationship_columns) +
                            "where authority = ? and person = ? order by from_date desc, id";
    for (Rows rows = view.query(sql, view.authority(), person); rows.next();) {
        found.push_back(read_relationship(rows));
    }
    return found;
}

void keep(Tx& tx, const people::Relationship& relationship, AccountId recorded_by) {
    std::vector<std::string> scopes;
    for (const people::Scope scope : relationship.scopes) {
        scopes.emplace_back(people::to_text(scope));
    }
    tx.run(
        "insert into relationship (authority, id, person, helper, kind, scopes, from_date, "
        "until_date, agreed_by, "
        "recorded_by, revoked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), relationship.id, relationship.person, relationship.helper,
        relationship.kind, base::join_text(scopes, ";"), relationship.from, relationship.until,
        relationship.agreed_by, recorded_by, relationship.revoked_at);
}

void revoke(Tx& tx, RelationshipId relationship, Instant at) {
    tx.run(
        "update relationship set revoked_at = ? where authority = ? and id = ? and revoked_at is "
        "null",
        at, tx.authority(), relationship);
}

}  // namespace store
