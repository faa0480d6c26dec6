#include "store/accounts.h"

namespace store {

namespace {

constexpr std::string_view account_columns =
    "select id, name, kind, state, person, staff, provider, made_at from account ";

identity::Account read_account(const Rows& rows) {
    identity::Account account;
    account.id = rows.id<AccountId>(0);
    account.name = rows.text(1);
    const auto kind = identity::account_kind_from_text(rows.text(2));
    CHECK(kind.has_value());
    account.kind = *kind;
    account.is_open = rows.text(3) == "open";
    account.person = rows.id<PersonId>(4);
    account.staff = rows.id<StaffId>(5);
    account.provider = rows.id<ProviderId>(6);
    account.made_at = rows.instant(7);
    return account;
}

identity::Credential read_credential(const Rows& rows) {
    return {rows.id<AccountId>(0), rows.text(1), rows.text(2), rows.instant(3)};
}

std::string accounts_where(std::string_view condition) {
    return std::string(account_columns) + "where authority = ? " + std::string(condition);
}

}  // namespace

Result<identity::Account> load_account(View& view, AccountId account) {
    Rows rows = view.query(accounts_where("and id = ?"), view.authority(), account);
    if (!rows.next()) {
        return Error{"identity.account_not_found",
                     "There is no account like this in this council."};
    }
    return read_account(rows);
}

std::vector<identity::Account> load_accounts(View& view) {
    std::vector<identity::Account> accounts;
    Rows rows =
        view.query(accounts_where("order by staff is null, kind desc, name, id"), view.authority());
    while (rows.next()) {
        accounts.push_back(read_account(rows));
    }
    return accounts;
}

std::optional<identity::Account> find_account_of(View& view, PersonId person) {
    Rows rows = view.query(accounts_where("and person = ? order by id"), view.authority(), person);
    return rows.next() ? std::optional(read_account(rows)) : std::nullopt;
}

void keep(Tx& tx, const identity::Account& account) {
    tx.run(
        "insert into account (authority, id, name, kind, state, person, staff, provider, made_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), account.id, account.name, identity::to_text(account.kind),
        account.is_open ? "open" : "closed", account.person, account.staff, account.provider,
        account.made_at);
}

void set_open(Tx& tx, AccountId account, bool is_open) {
    tx.run("update account set state = ? where authority = ? and id = ?",
           is_open ? "open" : "closed", tx.authority(), account);
}

std::optional<identity::Credential> find_credential(View& view, std::string_view user_name) {
    Rows rows = view.query(
        "select account, user_name, password_hash, set_at from credential where authority = ? and "
        "user_name = ?",
        view.authority(), user_name);
    return rows.next() ? std::optional(read_credential(rows)) : std::nullopt;
}

std::optional<identity::Credential> find_credential_of(View& view, AccountId account) {
    Rows rows = view.query(
        "select account, user_name, password_hash, set_at from credential where authority = ? and "
        "account = ?",
        view.authority(), account);
    return rows.next() ? std::optional(read_credential(rows)) : std::nullopt;
}

Outcome keep(Tx& tx, const identity::Credential& credential) {
    const auto holder = find_credential(tx, credential.user_name);
    if (holder && holder->account != credential.account) {
        return Error{"identity.user_name_taken",
                     "Somebody has this name already. Choose another, for example with a number."};
    }
    tx.run("delete from credential where authority = ? and account = ?", tx.authority(),
           credential.account);
    tx.run(
        "insert into credential (authority, account, user_name, password_hash, set_at) values (?, "
        "?, ?, ?, ?)",
        tx.authority(), credential.account, credential.user_name, credential.password_hash,
        credential.set_at);
    return Done{};
}

void end_credential(Tx& tx, AccountId account) {
    tx.run("delete from credential where authority = ? and account = ?", tx.authority(), account);
}

namespace {

constexpr std::string_view code_columns =
    "select account, hash, made_at, until_at, used_at, made_by, needs_second, second_hash, "
    "second_by from paper_code where authority = ? ";

identity::PaperCode read_code(const Rows& rows) {
    identity::PaperCode code{.account = rows.id<AccountId>(0),
                             .hash = rows.text(1),
                             .made_at = rows.instant(2),
                             .until = rows.instant(3),
                             .used_at = rows.instant_or_none(4),
                             .made_by = rows.id<AccountId>(5),
                             .needs_second = rows.flag(6)};
    if (!rows.is_null(7)) {
        code.second_hash = rows.text(7);
    }
    if (!rows.is_null(8)) {
        code.second_by = rows.id<AccountId>(8);
    }
    return code;
}

template <typename... Values>
std::optional<identity::PaperCode> first_code(View& view, const std::string& rest,
                                              const Values&... values) {
    Rows rows = view.query(std::string(code_columns) + rest, view.authority(), values...);
    return rows.next() ? std::optional(read_code(rows)) : std::nullopt;
}

}  // namespace

std::optional<identity::PaperCode> find_paper_code(View& view, std::string_view hash) {
    return first_code(view, "and hash = ?", hash);
}

std::optional<identity::PaperCode> find_open_paper_code(View& view, AccountId account,
                                                        Instant now) {
    return first_code(view, "and account = ? and used_at is null and until_at > ?", account, now);
}

std::optional<identity::PaperCode> find_last_reprint(View& view, AccountId account) {
    return first_code(view,
                      "and account = ? and (needs_second = 1 or made_by is null and exists (select "
                      "1 from paper_code before where before.authority = paper_code.authority and "
                      "before.account = paper_code.account and before.hash <> "
                      "paper_code.hash and before.made_at <= paper_code.made_at)) order by "
                      "made_at desc",
                      account);
}

void keep(Tx& tx, const identity::PaperCode& code) {
    tx.run(
        "update paper_code set used_at = ? where authority = ? and account = ? and used_at is null",
        code.made_at, tx.authority(), code.account);
    tx.run(
        "insert into paper_code (authority, hash, account, made_at, until_at, made_by, "
        "needs_second) values (?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), code.hash, code.account, code.made_at, code.until, code.made_by,
        std::int64_t{code.needs_second ? 1 : 0});
}

void keep_second_part(Tx& tx, std::string_view hash, std::string_view second_hash, AccountId by) {
    tx.run("update paper_code set second_hash = ?, second_by = ? where authority = ? and hash = ?",
           second_hash, by, tx.authority(), hash);
}

std::optional<identity::RecoveryCode> find_recovery_code(View& view, std::string_view hash) {
    Rows rows = view.query(
        "select account, hash, user_name, made_at from recovery_code where authority = ? and hash "
        "= ?",
        view.authority(), hash);
    if (!rows.next()) {
        return std::nullopt;
    }
    return identity::RecoveryCode{rows.id<AccountId>(0), rows.text(1), rows.text(2),
                                  rows.instant(3)};
}

bool has_recovery_code(View& view, AccountId account) {
    return view
        .query("select 1 from recovery_code where authority = ? and account = ?", view.authority(),
               account)
        .next();
}

void keep(Tx& tx, const identity::RecoveryCode& code) {
    tx.run("delete from recovery_code where authority = ? and account = ?", tx.authority(),
           code.account);
    tx.run(
        "insert into recovery_code (authority, account, hash, user_name, made_at) values (?, ?, ?, "
        "?, ?)",
        tx.authority(), code.account, code.hash, code.user_name, code.made_at);
}

void use_paper_code(Tx& tx, std::string_view hash, Instant at) {
    tx.run("update paper_code set used_at = ? where authority = ? and hash = ?", at, tx.authority(),
           hash);
}

std::optional<identity::Session> find_session(View& view, std::string_view token_hash) {
    Rows rows = view.query(
        "select s.account, a.kind, s.started_at, s.seen_at from session s join account a on "
        "a.authority = s.authority and a.id = s.account where s.authority = ? and s.token_hash = ?",
        view.authority(), token_hash);
    if (!rows.next()) {
        return std::nullopt;
    }
    const auto kind = identity::account_kind_from_text(rows.text(1));
    CHECK(kind.has_value());
    return identity::Session{std::string(token_hash), rows.id<AccountId>(0), *kind, rows.instant(2),
                             rows.instant(3)};
}

void keep(Tx& tx, const identity::Session& session) {
    tx.run(
        "insert into session (authority, token_hash, account, started_at, seen_at) values (?, ?, "
        "?, ?, ?)",
        tx.authority(), session.token_hash, session.account, session.started_at, session.seen_at);
}

void touch_session(Tx& tx, std::string_view token_hash, Instant at) {
    tx.run("update session set seen_at = ? where authority = ? and token_hash = ?", at,
           tx.authority(), token_hash);
}

void end_session(Tx& tx, std::string_view token_hash) {
    tx.run("delete from session where authority = ? and token_hash = ?", tx.authority(),
           token_hash);
}

void end_sessions_of(Tx& tx, AccountId account) {
    tx.run("delete from session where authority = ? and account = ?", tx.authority(), account);
}

void forget_sessions_before(Tx& tx, Instant started) {
    tx.run("delete from session where authority = ? and started_at < ?", tx.authority(), started);
}

std::vector<Instant> load_wrong_guesses(View& view, std::string_view name_hash, Instant since) {
    std::vector<Instant> guesses;
    Rows rows = view.query(
        "select at from wrong_guess where authority = ? and name_hash = ? and at >= ? order by at",
        view.authority(), name_hash, since);
    while (rows.next()) {
        guesses.push_back(rows.instant(0));
    }
    return guesses;
}

void keep_wrong_guess(Tx& tx, std::string_view name_hash, Instant at) {
    tx.run("insert into wrong_guess (authority, name_hash, at) values (?, ?, ?)", tx.authority(),
           name_hash, at);
}

void forget_wrong_guesses(Tx& tx, std::string_view name_hash) {
    tx.run("delete from wrong_guess where authority = ? and name_hash = ?", tx.authority(),
           name_hash);
}

void forget_wrong_guesses_before(Tx& tx, Instant at) {
    tx.run("delete from wrong_guess where authority = ? and at < ?", tx.authority(), at);
}

}  // namespace store
