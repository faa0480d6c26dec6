#include "store/bank_details.h"

namespace store {

namespace {

constexpr std::string_view columns =
    "select id, payee, sort_code, number, name, status, changed_by, changed_at, confirmed_by, "
    "confirmed_at, retired_at from bank_details where authority = ? ";

payments::BankAccount account_of(const Rows& rows, int first) {
    Result<payments::BankAccount> account =
        payments::BankAccount::make(rows.text(first), rows.text(first + 1), rows.text(first + 2));
    CHECK(account.has_value());
    return std::move(account).value();
}

template <typename... Values>
std::vector<payments::BankDetails> read(View& view, const std::string& rest,
                                        const Values&... values) {
    std::vector<payments::BankDetails> found;
    for (Rows rows = view.query(std::string(columns) + rest + " order by changed_at, id",
                                view.authority(), values...);
         rows.next();) {
        const auto status = payments::bank_details_status_from_text(rows.text(5));
        CHECK(status.has_value());
        payments::BankDetails details{.id = rows.id<BankDetailsId>(0),
                                      .payee = rows.id<PayeeId>(1),
                                      .account = account_of(rows, 2),
                                      .status = *status,
                                      .changed_by = rows.id<AccountId>(6),
                                      .changed_at = rows.instant(7),
                                      .confirmed_by = {},
                                      .confirmed_at = rows.instant_or_none(9),
                                      .retired_at = rows.instant_or_none(10)};
        if (!rows.is_null(8)) {
            details.confirmed_by = rows.id<AccountId>(8);
        }
        found.push_back(std::move(details));
    }
    return found;
}

}  // namespace

void keep(Tx& tx, const payments::BankDetails& details) {
    tx.run(
        "insert into bank_details (authority, id, payee, sort_code, number, name, status, "
        "changed_by, changed_at, confirmed_by, confirmed_at, retired_at) values (?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?)",
        tx.authority(), details.id, details.payee, details.account.sort_code.digits(),
        details.account.number.digits(), details.account.name.text(),
        payments::to_text(details.status), details.changed_by, details.changed_at,
        details.confirmed_by, details.confirmed_at, details.retired_at);
}

void change(Tx& tx, const payments::BankDetails& details) {
    tx.run(
        "update bank_details set status = ?, confirmed_by = ?, confirmed_at = ?, retired_at = ? "
        "where authority = ? and id = ?",
        payments::to_text(details.status), details.confirmed_by, details.confirmed_at,
        details.retired_at, tx.authority(), details.id);
}

std::optional<payments::BankDetails> find_bank_details(View& view, BankDetailsId id) {
    std::vector<payments::BankDetails> found = read(view, "and id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<payments::BankDetails> load_bank_details_of(View& view, PayeeId payee) {
    return read(view, "and payee = ?", payee);
}

std::vector<payments::BankDetails> load_waiting_bank_details(View& view) {
    return read(view, "and status = 'proposed'");
}

std::vector<payments::BankDetails> load_bank_details(View& view) {
    return read(view, "");
}

void keep_council_account(Tx& tx, const payments::BankAccount& account, const std::string& by,
                          Instant at) {
    std::int64_t seq = 1;
    {
        Rows rows =
            tx.query("select count(*) from council_account where authority = ?", tx.authority());
        seq += rows.next() ? rows.number(0) : 0;
    }
    tx.run(
        "insert into council_account (authority, seq, sort_code, number, name, set_by, set_at) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        tx.authority(), seq, account.sort_code.digits(), account.number.digits(),
        account.name.text(), by, at);
}

std::optional<payments::BankAccount> find_council_account(View& view) {
    Rows rows = view.query(
        "select sort_code, number, name from council_account where authority = ? order by seq desc "
        "limit 1",
        view.authority());
    return rows.next() ? std::optional(account_of(rows, 0)) : std::nullopt;
}

void keep_ledger_code(Tx& tx, const StreamId& stream, const std::string& code) {
    tx.run(
        "insert into ledger_code (authority, stream, code) values (?, ?, ?) on conflict "
        "(authority, stream) do update set code = excluded.code",
        tx.authority(), stream, code);
}

std::string find_ledger_code(View& view, const StreamId& stream) {
    Rows rows = view.query("select code from ledger_code where authority = ? and stream = ?",
                           view.authority(), stream);
    return rows.next() ? rows.text(0) : std::string();
}

}  // namespace store
