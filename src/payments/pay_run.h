#pragma once
// A pay run turns what is owed into payments, one per payee, and carries them through
// prepared -> released -> in_file -> closed. Its laws: who prepares cannot release; a payment keeps
// the fingerprint of the bank details it was prepared with, and a change after that stops it while
// the rest goes; a person's death, move or end stops every line whose service runs past the last
// day; a stopped line stays owed and may stand in a later run. Payment ids and the bank's
// references are worked out from the run's id and the payee, so that the same run asked for twice
// is the same run and its file the same bytes. Pure values: casework keeps them and makes the
// ledger entries from instructed_lines().

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "payments/bank_details.h"

namespace payments {

// One thing owed: the share of one delivery or instalment that one stream pays to one payee.
struct OwedLine {
    PersonId person;
    StreamId stream = {};
    PayeeId payee = {};
    std::string about = {};  // the delivery or instalment, "del_..." or "ins_..."
    Period service = {};     // the days the money is for
    Money amount = {};
    int attempt = 0;  // how many earlier payments of this line the bank gave back

    // Gives the natural identity that may be paid once, for ever: "about/stream/payee/attempt".
    std::string key() const;
};

enum class StopReason {
    no_bank_details,        // the payee has none
    details_not_confirmed,  // a change waits for a second member of staff
    details_changed,        // changed after the run was prepared
    person_ended,           // the service runs past the person's last day
    taken_out,              // a member of staff took it out before release
    account_closed,         // the nominee's account to sign in with is closed
};
std::string_view to_text(StopReason reason);
std::optional<StopReason> stop_reason_from_text(std::string_view text);
// Says why in a sentence for a person.
std::string_view for_people(StopReason reason);

struct PaymentLine {
    OwedLine owed;
    std::optional<StopReason> stopped = {};
};

enum class PaymentStatus { prepared, stopped, released, in_file, settled, returned };
std::string_view to_text(PaymentStatus status);
std::optional<PaymentStatus> payment_status_from_text(std::string_view text);
// Says whether a payment may go from one status to the other in one step (invariant I6). The steps
// back, settled or returned to what was before, exist for a match that was wrong.
bool may_become(PaymentStatus from, PaymentStatus to);

struct Payment {
    PaymentId id;
    PayeeId payee = {};
    std::string payee_name = {};
    PaymentStatus status = PaymentStatus::prepared;
    std::optional<StopReason> stopped = {};     // why, when status is stopped
    std::optional<BankDetailsId> details = {};  // nothing when the payee had none to use
    std::string details_fingerprint = {};       // at preparation
    std::optional<BankAccount> account = {};    // where the money goes, as at preparation
    std::vector<PaymentLine> lines = {};
    std::string end_to_end_id = {};  // for the bank, at most 35 characters, unique for ever

    // Sums the lines that are not stopped: what is paid. Nought when the payment is stopped.
    Money amount() const;
    // Sums the lines that are stopped.
    Money stopped_amount() const;
};

enum class PayRunStatus { prepared, released, in_file, closed, cancelled };
std::string_view to_text(PayRunStatus status);
// Says it in a page's words: "waiting for its release", "with the bank".
std::string_view for_people(PayRunStatus status);
std::optional<PayRunStatus> pay_run_status_from_text(std::string_view text);
bool may_become(PayRunStatus from, PayRunStatus to);

struct PayRun {
    PayRunId id;
    BankAccount from;  // the council's own account
    Date pay_on = {};
    PayRunStatus status = PayRunStatus::prepared;
    AccountId prepared_by = {};
    Instant prepared_at = {};
    std::optional<AccountId> released_by = {};
    std::optional<Instant> released_at = {};
    std::vector<Payment> payments = {};  // in order of payee id

    // Sums what is paid, and counts the payments that pay it.
    Money total() const;
    std::size_t count() const;
    Money stopped_total() const;
    // Give the bank's references, at most 35 characters, unique for ever.
    std::string message_id() const;
    std::string payment_information_id() const;
};

// The last day for which anything may be paid for a person: the day of death, of moving away, or
// before the day an agreement is revoked (invariant I13).
struct PersonEnd {
    PersonId person;
    Date last_day = {};
};

struct RunRequest {
    PayRunId id;
    BankAccount from;
    Date pay_on = {};
    AccountId by = {};
    Instant at = {};
};

// Makes a prepared run: groups what is owed by payee, finds where to pay, stops what cannot go.
// `closed` are payees that may not be paid while nobody can answer for the money. Refuses:
// payments.nothing_owed, payments.not_positive, payments.line_twice, payments.unknown_payee.
Result<PayRun> make_run(const RunRequest& request, std::vector<OwedLine> owed,
                        std::span<const Payee> payees, std::span<const BankDetails> details,
                        std::span<const PersonEnd> ends, std::span<const PayeeId> closed = {});

// Stops again whatever changed since preparation, and nothing else; the page shows this before a
// release, and release does it once more.
PayRun review_run(PayRun run, std::span<const BankDetails> details, std::span<const PersonEnd> ends,
                  std::span<const PayeeId> closed = {});

// Takes one payment out of a prepared run; its lines stay owed.
// Refuses: payments.not_prepared, payments.unknown_payment.
Result<PayRun> take_out(PayRun run, PaymentId payment);

// Releases a prepared run after a review. Refuses: payments.not_prepared, payments.same_person,
// payments.own_account (the releaser gave one of the accounts paid to), payments.nothing_to_pay.
Result<PayRun> release_run(PayRun run, AccountId by, Instant at,
                           std::span<const BankDetails> details, std::span<const PersonEnd> ends,
                           std::span<const PayeeId> closed = {});

// Gives a prepared run up; its lines stay owed. Refuses: payments.not_prepared.
Result<PayRun> cancel_run(PayRun run);

// Marks a released run as handed to the bank. Casework does this, the release and the keeping of
// the file in one transaction, so that nothing can change in between. Refuses:
// payments.not_released.
Result<PayRun> put_in_file(PayRun run);

// Changes the status of one payment of a run that is with the bank; the run is closed when every
// payment is settled or returned. Refuses: payments.unknown_payment, payments.wrong_status.
Result<PayRun> set_payment_status(PayRun run, PaymentId payment, PaymentStatus status);

// One line that a released run instructs: owed -> clearing in the ledger.
struct InstructedLine {
    PaymentId payment;
    PersonId person = {};
    StreamId stream = {};
    PayeeId payee = {};
    std::string about = {};
    int attempt = 0;
    Money amount = {};
};

// Lists what a released run pays, line by line; sums to total(). Empty before release.
std::vector<InstructedLine> instructed_lines(const PayRun& run);
// Lists the lines of one payment, for its settlement or return.
std::vector<InstructedLine> lines_of(const Payment& payment);

}  // namespace payments
