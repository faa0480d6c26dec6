#include "store/pay_runs.h"

namespace store {

namespace {

using payments::PayRun;

template <typename Read>
auto known(Read value) {
    CHECK(value.has_value());
    return *value;
}

payments::BankAccount account_of(const Rows& rows, int first) {
    Result<payments::BankAccount> account =
        payments::BankAccount::make(rows.text(first), rows.text(first + 1), rows.text(first + 2));
    CHECK(account.has_value());
    return std::move(account).value();
}

std::optional<payments::StopReason> stopped(const Rows& rows, int column) {
    return rows.is_null(column)
               ? std::nullopt
               : std::optional(known(payments::stop_reason_from_text(rows.text(column))));
}

void load_lines(View& view, payments::Payment& payment) {
    for (Rows rows = view.query(
             "select person, stream, about, service_from, service_until, amount, attempt, stopped "
             "from payment_line where authority = ? and payment = ? order by place",
             view.authority(), payment.id);
         rows.next();) {
        payments::OwedLine owed;
        owed.person = rows.id<PersonId>(0);
        owed.stream = rows.text(1);
        owed.payee = payment.payee;
        owed.about = rows.text(2);
        owed.service = {rows.date(3), rows.date(4)};
        owed.amount = rows.money(5);
        owed.attempt = static_cast<int>(rows.number(6));
        payment.lines.push_back({.owed = std::move(owed), .stopped = stopped(rows, 7)});
    }
}

void load_payments(View& view, PayRun& run) {
    for (Rows rows = view.query(
             "select id, payee, payee_name, status, stopped, details, fingerprint, end_to_end, "
             "sort_code, number, name from payment where authority = ? and run = ? order by place",
             view.authority(), run.id);
         rows.next();) {
        payments::Payment payment;
        payment.id = rows.id<PaymentId>(0);
        payment.payee = rows.id<PayeeId>(1);
        payment.payee_name = rows.text(2);
        payment.status = known(payments::payment_status_from_text(rows.text(3)));
        payment.stopped = stopped(rows, 4);
        if (!rows.is_null(5)) {
            payment.details = rows.id<BankDetailsId>(5);
        }
        payment.details_fingerprint = rows.text(6);
        payment.end_to_end_id = rows.text(7);
        if (!rows.is_null(8)) {
            payment.account = account_of(rows, 8);
        }
        run.payments.push_back(std::move(payment));
    }
    for (payments::Payment& payment : run.payments) {
        load_lines(view, payment);
    }
}

template <typename... Values>
std::vector<PayRun> read_runs(View& view, const std::string& rest, const Values&... values) {
    std::vector<PayRun> runs;
    for (Rows rows = view.query(
             "select id, status, pay_on, sort_code, number, name, prepared_by, prepared_at, "
             "released_by, released_at from pay_run where authority = ? " +
                 rest + " order by prepared_at, id",
             view.authority(), values...);
         rows.next();) {
        PayRun run{.id = rows.id<PayRunId>(0), .from = account_of(rows, 3)};
        run.status = known(payments::pay_run_status_from_text(rows.text(1)));
        run.pay_on = rows.date(2);
        run.prepared_by = rows.id<AccountId>(6);
        run.prepared_at = rows.instant(7);
        if (!rows.is_null(8)) {
            run.released_by = rows.id<AccountId>(8);
        }
        run.released_at = rows.instant_or_none(9);
        runs.push_back(std::move(run));
    }
    for (PayRun& run : runs) {
        load_payments(view, run);
    }
    return runs;
}

std::optional<PayRun> first(std::vector<PayRun> runs) {
    return runs.empty() ? std::nullopt : std::optional(std::move(runs.front()));
}

std::optional<std::string> stop_text(const std::optional<payments::StopReason>& reason) {
    return reason ? std::optional(std::string(payments::to_text(*reason))) : std::nullopt;
}

void keep_payment(Tx& tx, PayRunId run, std::int64_t place, const payments::Payment& payment) {
    std::optional<std::string> sort_code;
    std::optional<std::string> number;
    std::optional<std::string> name;
    if (payment.account) {
        sort_code = payment.account->sort_code.digits();
        number = payment.account->number.digits();
        name = payment.account->name.text();
    }
    tx.run(
        "insert into payment (authority, run, place, id, payee, payee_name, status, stopped, "
        "details, fingerprint, sort_code, number, name, end_to_end) values (?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?) on conflict (authority, id) do update set status = excluded.status, "
        "stopped = excluded.stopped",
        tx.authority(), run, place, payment.id, payment.payee, payment.payee_name,
        payments::to_text(payment.status), stop_text(payment.stopped), payment.details,
        payment.details_fingerprint, sort_code, number, name, payment.end_to_end_id);
    for (std::int64_t at = 0; const payments::PaymentLine& line : payment.lines) {
        tx.run(
            "insert into payment_line (authority, payment, place, person, stream, about, "
            "service_from, service_until, amount, attempt, stopped) values (?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?, ?) on conflict (authority, payment, place) do update set stopped = "
            "excluded.stopped",
            tx.authority(), payment.id, at++, line.owed.person, line.owed.stream, line.owed.about,
            line.owed.service.from, line.owed.service.until, line.owed.amount, line.owed.attempt,
            stop_text(line.stopped));
    }
}

}  // namespace

void keep(Tx& tx, const PayRun& run) {
    tx.run(
        "insert into pay_run (authority, id, status, pay_on, sort_code, number, name, prepared_by, "
        "prepared_at, released_by, released_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on "
        "conflict (authority, id) do update set status = excluded.status, released_by = "
        "excluded.released_by, released_at = excluded.released_at",
        tx.authority(), run.id, payments::to_text(run.status), run.pay_on,
        run.from.sort_code.digits(), run.from.number.digits(), run.from.name.text(),
        run.prepared_by, run.prepared_at, run.released_by, run.released_at);
    for (std::int64_t place = 0; const payments::Payment& payment : run.payments) {
        keep_payment(tx, run.id, place++, payment);
    }
}

Outcome keep_paid(Tx& tx, const PayRun& run) {
    for (const payments::Payment& payment : run.payments) {
        for (const payments::PaymentLine& line : payment.lines) {
            if (payment.status == payments::PaymentStatus::stopped || line.stopped) {
                continue;
            }
            const std::string key = line.owed.key();
            if (tx.query("select 1 from paid_once where authority = ? and key = ?", tx.authority(),
                         key)
                    .next()) {
                return Error{"store.paid_before",
                             "A sum of this run was paid before. Give the run up and prepare it "
                             "again.",
                             line.owed.about};
            }
            tx.run("insert into paid_once (authority, key, payment) values (?, ?, ?)",
                   tx.authority(), key, payment.id);
        }
    }
    return Done{};
}

std::optional<PayRun> find_run(View& view, PayRunId id) {
    return first(read_runs(view, "and id = ?", id));
}

std::optional<PayRun> find_prepared_run(View& view) {
    return first(read_runs(view, "and status = 'prepared'"));
}

std::optional<PayRun> find_run_of(View& view, PaymentId payment) {
    return first(read_runs(
        view, "and id in (select run from payment where authority = pay_run.authority and id = ?)",
        payment));
}

std::vector<PayRun> load_runs(View& view) {
    return read_runs(view, "");
}

std::vector<PayRun> load_runs_at_bank(View& view) {
    return read_runs(view, "and status in ('in_file', 'closed')");
}

void keep_file(Tx& tx, PayRunId run, const payments::BankFile& file) {
    tx.run("insert into bank_file (authority, run, name, digest, bytes) values (?, ?, ?, ?, ?)",
           tx.authority(), run, file.name, file.fingerprint, file.bytes);
}

std::optional<KeptFile> find_file(View& view, PayRunId run) {
    Rows rows =
        view.query("select name, digest, bytes from bank_file where authority = ? and run = ?",
                   view.authority(), run);
    return rows.next() ? std::optional(KeptFile{rows.text(0), rows.text(1), rows.text(2)})
                       : std::nullopt;
}

}  // namespace store
