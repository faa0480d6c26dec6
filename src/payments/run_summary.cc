#include "payments/run_summary.h"

#include <map>
#include <string>

namespace payments {

namespace {

bool is_paid(const Payment& payment) {
    return payment.status != PaymentStatus::stopped;
}

const Payment* payment_to(const PayRun& run, PayeeId payee) {
    for (const Payment& payment : run.payments) {
        if (payment.payee == payee && is_paid(payment)) {
            return &payment;
        }
    }
    return nullptr;
}

std::vector<RunChange> changes_since(const PayRun& run, const PayRun& before) {
    std::vector<RunChange> changes;
    for (const Payment& payment : run.payments) {
        const Payment* earlier = payment_to(before, payment.payee);
        if (!is_paid(payment)) {
            continue;
        }
        if (earlier == nullptr) {
            changes.push_back({.payee = payment.payee, .now = payment.amount()});
        } else if (earlier->amount() != payment.amount() || earlier->account != payment.account) {
            changes.push_back({.payee = payment.payee,
                               .before = earlier->amount(),
                               .now = payment.amount(),
                               .is_other_account = earlier->account != payment.account});
        }
    }
    for (const Payment& earlier : before.payments) {
        if (is_paid(earlier) && payment_to(run, earlier.payee) == nullptr) {
            changes.push_back({.payee = earlier.payee, .before = earlier.amount()});
        }
    }
    return changes;
}

// Why a line is not paid: its own reason, else its payment's.
std::optional<StopReason> stop_of(const Payment& payment, const PaymentLine& line) {
    return line.stopped.has_value() ? line.stopped : payment.stopped;
}

class RunCheck {
public:
    std::vector<Error> faults;

    void check(const PayRun& run) {
        place_ = run.id.to_text();
        once("run " + place_);
        if (run.released_by.has_value() && *run.released_by == run.prepared_by) {
            fault("payments.same_person", "The run was prepared and released by one person.");
        }
        const bool is_released = run.status == PayRunStatus::released ||
                                 run.status == PayRunStatus::in_file ||
                                 run.status == PayRunStatus::closed;
        if (is_released != run.released_by.has_value() ||
            is_released != run.released_at.has_value()) {
            fault("payments.release_missing", "Status and release of the run do not agree.");
        }
        Money sum;
        for (const Payment& payment : run.payments) {
            place_ = payment.id.to_text();
            check_payment(run, payment);
            sum += payment.amount();
        }
        place_ = run.id.to_text();
        Money instructed;
        for (const InstructedLine& line : instructed_lines(run)) {
            instructed += line.amount;
        }
        if (is_released && (sum != run.total() || sum != instructed)) {
            fault("payments.run_sum", "The run's total is not the sum of its lines.");
        }
    }

private:
    void check_payment(const PayRun& run, const Payment& payment) {
        once("payment " + place_);
        once("reference " + payment.end_to_end_id);
        if (!fits(run.status, payment.status)) {
            fault("payments.wrong_status",
                  "A payment that is " + std::string(to_text(payment.status)) +
                      " stands in a run that is " + std::string(to_text(run.status)) + ".");
        }
        if ((payment.status == PaymentStatus::stopped) != payment.stopped.has_value()) {
            fault("payments.stop_reason",
                  "A payment is stopped without a reason, or has a reason "
                  "and is not stopped.");
        }
        if (is_paid(payment) && (!payment.account.has_value() || !payment.amount().is_positive())) {
            fault("payments.not_payable", "A payment has no account or pays nothing.");
        }
        for (const PaymentLine& line : payment.lines) {
            if (line.owed.payee != payment.payee) {
                fault("payments.unknown_payee", "A line is owed to another payee.");
            }
            if (run.status != PayRunStatus::cancelled && !stop_of(payment, line).has_value()) {
                once("line " + line.owed.key());
            }
        }
    }

    static bool fits(PayRunStatus run, PaymentStatus payment) {
        if (payment == PaymentStatus::stopped) {
            return true;
        }
        switch (run) {
            case PayRunStatus::prepared:
            case PayRunStatus::cancelled:
                return payment == PaymentStatus::prepared;
            case PayRunStatus::released:
                return payment == PaymentStatus::released;
            case PayRunStatus::in_file:
                return payment == PaymentStatus::in_file || payment == PaymentStatus::settled ||
                       payment == PaymentStatus::returned;
            case PayRunStatus::closed:
                return payment == PaymentStatus::settled || payment == PaymentStatus::returned;
        }
        CHECK(false);
    }

    void once(const std::string& what) {
        if (!seen_.insert(what).second) {
            fault("payments.twice", "This stands in two places: " + what + ".");
        }
    }

    void fault(std::string code, std::string message) {
        faults.push_back({std::move(code), std::move(message), place_});
    }

    std::set<std::string> seen_;
    std::string place_;
};

}  // namespace

RunSummary summarise(const PayRun& run, const PayRun* before,
                     const std::set<PayeeId>& paid_before) {
    RunSummary summary{
        .total = run.total(), .count = run.count(), .stopped_total = run.stopped_total()};
    std::map<StreamId, Money> streams;
    for (const Payment& payment : run.payments) {
        if (is_paid(payment) && !paid_before.contains(payment.payee)) {
            summary.new_payees.push_back(payment.id);
        }
        for (const PaymentLine& line : payment.lines) {
            const std::optional<StopReason> reason = stop_of(payment, line);
            if (reason.has_value()) {
                summary.stopped.push_back(
                    {.payment = payment.id, .owed = line.owed, .reason = *reason});
            } else {
                streams[line.owed.stream] += line.owed.amount;
            }
        }
    }
    if (before != nullptr) {
        summary.changes = changes_since(run, *before);
    }
    for (const auto& [stream, amount] : streams) {
        summary.streams.push_back({.stream = stream, .amount = amount});
    }
    return summary;
}

std::vector<Error> check_runs(std::span<const PayRun> runs) {
    RunCheck check;
    for (const PayRun& run : runs) {
        check.check(run);
    }
    return std::move(check.faults);
}

}  // namespace payments
