#include "payments/pay_run.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/digest.h"

namespace payments {

namespace {

// Reads 16 hexadecimal digits of a digest.
std::uint64_t bits_of(std::string_view digits) {
    std::uint64_t bits = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + 16, bits, 16);
    CHECK(fault == std::errc() && end == digits.data() + 16);
    return bits;
}

// A payment's id follows from its run and payee, and keeps the run's time in front.
PaymentId payment_id(PayRunId run, PayeeId payee) {
    const std::string digest = base::digest("payment|" + run.to_text() + "|" + payee.to_text());
    return {.high = (run.high & ~std::uint64_t{0xFFFF}) | (bits_of(digest) & 0xFFFF),
            .low = bits_of(std::string_view(digest).substr(16))};
}

// "pmt_0c3..." is "PMT0C3..." for a bank: no sign that a bank would change.
std::string bank_reference(std::string_view prefix, std::string_view id_text) {
    std::string out(prefix);
    for (const char c : id_text.substr(id_text.find('_') + 1)) {
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    CHECK(out.size() <= 35);
    return out;
}

void stop(Payment& payment, StopReason reason) {
    payment.status = PaymentStatus::stopped;
    payment.stopped = reason;
}

StopReason reason_of(const Error& error) {
    return error.code == "payments.no_bank_details" ? StopReason::no_bank_details
                                                    : StopReason::details_not_confirmed;
}

void stop_ended_lines(Payment& payment, std::span<const PersonEnd> ends) {
    for (PaymentLine& line : payment.lines) {
        for (const PersonEnd& end : ends) {
            if (line.owed.person == end.person && line.owed.service.last_day() > end.last_day) {
                line.stopped = StopReason::person_ended;
            }
        }
    }
    const bool nothing_left =
        std::all_of(payment.lines.begin(), payment.lines.end(),
                    [](const PaymentLine& line) { return line.stopped.has_value(); });
    if (nothing_left && payment.status == PaymentStatus::prepared) {
        stop(payment, StopReason::person_ended);
    }
}

void stop_changed_details(Payment& payment, std::span<const BankDetails> details) {
    if (payment.status != PaymentStatus::prepared) {
        return;
    }
    const auto usable = usable_details(payment.payee, details);
    if (!usable.has_value() || usable->fingerprint() != payment.details_fingerprint) {
        stop(payment, StopReason::details_changed);
    }
}

void stop_closed(Payment& payment, std::span<const PayeeId> closed) {
    if (payment.status == PaymentStatus::prepared &&
        std::find(closed.begin(), closed.end(), payment.payee) != closed.end()) {
        stop(payment, StopReason::account_closed);
    }
}

Payment* find_payment(PayRun& run, PaymentId id) {
    for (Payment& payment : run.payments) {
        if (payment.id == id) {
            return &payment;
        }
    }
    return nullptr;
}

Error unknown_payment() {
    return {"payments.unknown_payment", "This pay run has no such payment. Open the run again."};
}

Error not_prepared(const PayRun& run) {
    return {"payments.not_prepared", "This pay run is " + std::string(for_people(run.status)) +
                                         ", so it can no longer be changed or released."};
}

// Refuses what must not become a payment.
Outcome check_owed(std::span<const OwedLine> owed, const std::map<PayeeId, const Payee*>& payees) {
    if (owed.empty()) {
        return Error{"payments.nothing_owed", "Nothing is owed to anybody, so there is no run."};
    }
    std::set<std::string> keys;
    for (const OwedLine& line : owed) {
        if (!line.amount.is_positive()) {
            return Error{"payments.not_positive",
                         "A sum to pay must be more than nought, and this is " +
                             line.amount.for_people() + ".",
                         line.about};
        }
        if (!keys.insert(line.key()).second) {
            return Error{"payments.line_twice",
                         "The same sum stands twice in what is owed. It can be paid only once.",
                         line.about};
        }
        if (!payees.contains(line.payee)) {
            return Error{"payments.unknown_payee", "Nobody knows who is to be paid.", line.about};
        }
    }
    return Done{};
}

}  // namespace

std::string OwedLine::key() const {
    return about + "/" + stream + "/" + payee.to_text() + "/" + std::to_string(attempt);
}

Money Payment::amount() const {
    Money sum;
    if (status == PaymentStatus::stopped) {
        return sum;
    }
    for (const PaymentLine& line : lines) {
        sum += line.stopped.has_value() ? Money() : line.owed.amount;
    }
    return sum;
}

Money Payment::stopped_amount() const {
    Money sum;
    for (const PaymentLine& line : lines) {
        sum += line.owed.amount;
    }
    return sum - amount();
}

Money PayRun::total() const {
    Money sum;
    for (const Payment& payment : payments) {
        sum += payment.amount();
    }
    return sum;
}

std::size_t PayRun::count() const {
    return static_cast<std::size_t>(std::count_if(
        payments.begin(), payments.end(),
        [](const Payment& payment) { return payment.status != PaymentStatus::stopped; }));
}

Money PayRun::stopped_total() const {
    Money sum;
    for (const Payment& payment : payments) {
        sum += payment.stopped_amount();
    }
    return sum;
}

std::string PayRun::message_id() const {
    return bank_reference("RUN", id.to_text());
}

std::string PayRun::payment_information_id() const {
    return bank_reference("INF", id.to_text());
}

Result<PayRun> make_run(const RunRequest& request, std::vector<OwedLine> owed,
                        std::span<const Payee> payees, std::span<const BankDetails> details,
                        std::span<const PersonEnd> ends, std::span<const PayeeId> closed) {
    std::map<PayeeId, const Payee*> by_id;
    for (const Payee& payee : payees) {
        by_id[payee.id] = &payee;
    }
    TRY_DONE(check_owed(owed, by_id));
    std::sort(owed.begin(), owed.end(), [](const OwedLine& a, const OwedLine& b) {
        return std::tie(a.payee, a.person, a.service, a.about, a.stream, a.attempt) <
               std::tie(b.payee, b.person, b.service, b.about, b.stream, b.attempt);
    });
    PayRun run{.id = request.id,
               .from = request.from,
               .pay_on = request.pay_on,
               .prepared_by = request.by,
               .prepared_at = request.at};
    for (OwedLine& line : owed) {
        if (run.payments.empty() || run.payments.back().payee != line.payee) {
            Payment payment;
            payment.id = payment_id(request.id, line.payee);
            payment.payee = line.payee;
            payment.payee_name = by_id.at(line.payee)->name;
            payment.end_to_end_id = bank_reference("PMT", payment.id.to_text());
            const auto usable = usable_details(line.payee, details);
            if (usable.has_value()) {
                payment.details = usable->id;
                payment.details_fingerprint = usable->fingerprint();
                payment.account = usable->account;
            } else {
                stop(payment, reason_of(usable.error()));
            }
            run.payments.push_back(std::move(payment));
        }
        run.payments.back().lines.push_back({.owed = std::move(line)});
    }
    for (Payment& payment : run.payments) {
        stop_closed(payment, closed);
        stop_ended_lines(payment, ends);
    }
    return run;
}

PayRun review_run(PayRun run, std::span<const BankDetails> details, std::span<const PersonEnd> ends,
                  std::span<const PayeeId> closed) {
    if (run.status == PayRunStatus::prepared) {
        for (Payment& payment : run.payments) {
            stop_changed_details(payment, details);
            stop_closed(payment, closed);
            stop_ended_lines(payment, ends);
        }
    }
    return run;
}

Result<PayRun> take_out(PayRun run, PaymentId payment) {
    if (run.status != PayRunStatus::prepared) {
        return not_prepared(run);
    }
    Payment* found = find_payment(run, payment);
    if (found == nullptr) {
        return unknown_payment();
    }
    if (found->status == PaymentStatus::prepared) {
        stop(*found, StopReason::taken_out);
    }
    return run;
}

Result<PayRun> release_run(PayRun run, AccountId by, Instant at,
                           std::span<const BankDetails> details, std::span<const PersonEnd> ends,
                           std::span<const PayeeId> closed) {
    if (run.status != PayRunStatus::prepared) {
        return not_prepared(run);
    }
    if (by == run.prepared_by) {
        return Error{"payments.same_person",
                     "You prepared this pay run, so somebody else has to release it."};
    }
    run = review_run(std::move(run), details, ends, closed);
    for (const Payment& payment : run.payments) {
        for (const BankDetails& each : details) {
            if (payment.status == PaymentStatus::prepared && payment.details == each.id &&
                each.changed_by == by) {
                return Error{"payments.own_account",
                             "This run pays into an account that you gave. Ask a colleague to "
                             "release it."};
            }
        }
    }
    if (run.count() == 0) {
        return Error{"payments.nothing_to_pay",
                     "Every payment of this run is stopped. Mend what stops them, or give the run "
                     "up."};
    }
    for (Payment& payment : run.payments) {
        if (payment.status == PaymentStatus::prepared) {
            payment.status = PaymentStatus::released;
        }
    }
    run.status = PayRunStatus::released;
    run.released_by = by;
    run.released_at = at;
    return run;
}

Result<PayRun> cancel_run(PayRun run) {
    if (run.status != PayRunStatus::prepared) {
        return not_prepared(run);
    }
    run.status = PayRunStatus::cancelled;
    return run;
}

Result<PayRun> put_in_file(PayRun run) {
    if (run.status != PayRunStatus::released) {
        return Error{"payments.not_released",
                     "Only a released pay run goes to the bank, and this "
                     "one is " +
                         std::string(for_people(run.status)) + "."};
    }
    for (Payment& payment : run.payments) {
        if (payment.status == PaymentStatus::released) {
            payment.status = PaymentStatus::in_file;
        }
    }
    run.status = PayRunStatus::in_file;
    return run;
}

Result<PayRun> set_payment_status(PayRun run, PaymentId payment, PaymentStatus status) {
    Payment* found = find_payment(run, payment);
    if (found == nullptr) {
        return unknown_payment();
    }
    const bool with_bank =
        run.status == PayRunStatus::in_file || run.status == PayRunStatus::closed;
    if (!with_bank || !may_become(found->status, status)) {
        return Error{"payments.wrong_status",
                     "A payment that is " + std::string(to_text(found->status)) +
                         " cannot become " + std::string(to_text(status)) + "."};
    }
    found->status = status;
    const bool any_open =
        std::any_of(run.payments.begin(), run.payments.end(),
                    [](const Payment& each) { return each.status == PaymentStatus::in_file; });
    run.status = any_open ? PayRunStatus::in_file : PayRunStatus::closed;
    return run;
}

std::vector<InstructedLine> lines_of(const Payment& payment) {
    std::vector<InstructedLine> lines;
    if (payment.status == PaymentStatus::stopped) {
        return lines;
    }
    for (const PaymentLine& line : payment.lines) {
        if (!line.stopped.has_value()) {
            lines.push_back({.payment = payment.id,
                             .person = line.owed.person,
                             .stream = line.owed.stream,
                             .payee = payment.payee,
                             .about = line.owed.about,
                             .attempt = line.owed.attempt,
                             .amount = line.owed.amount});
        }
    }
    return lines;
}

std::vector<InstructedLine> instructed_lines(const PayRun& run) {
    std::vector<InstructedLine> all;
    if (run.status == PayRunStatus::prepared || run.status == PayRunStatus::cancelled) {
        return all;
    }
    for (const Payment& payment : run.payments) {
        const std::vector<InstructedLine> lines = lines_of(payment);
        all.insert(all.end(), lines.begin(), lines.end());
    }
    return all;
}

}  // namespace payments
