#pragma once
// Matching says which line of a bank statement is which payment of ours, or which money we waited
// for. A line matches at most once and a payment is settled at most once (invariant I10); a line
// that matches nothing is listed with the reason, never lost: every line given is in `proposals`
// once or in `unmatched` once. Nothing is guessed: a reference and the amount and the direction
// must agree. Money is made here and only here from a statement, when the account is ours and the
// currency is GBP. Pure values: casework shows the proposals, a person or a rule accepts them, and
// the ledger entries follow.

#include <compare>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/money.h"
#include "payments/pay_run.h"
#include "payments/statement.h"

namespace payments {

enum class Direction { out, in };  // out: the council pays; in: the council is paid
std::string_view to_text(Direction direction);

// One movement on our account: one transaction of an entry, or the whole entry when the bank lists
// none. The id is worked out from the account and what the bank says of the movement, so that the
// same statement read twice gives the same lines.
struct BankLine {
    BankLineId id;
    std::string statement = {};  // the bank's statement id
    std::size_t entry = 0;
    std::size_t detail = 0;
    Date booked = {};
    Direction direction = Direction::in;
    bool is_reversal = false;
    Money amount = {};  // above nought
    std::string end_to_end_id = {};
    std::string batch_id = {};                    // payment information id of a batch
    std::vector<std::string> batch_members = {};  // end-to-end ids of a batch told without amounts
    std::vector<std::string> references = {};     // every other reference and remittance text
    std::string party = {};                       // the other side's name
    std::string return_reason = {};               // the bank's code when it gave one
};

struct BankLines {
    std::vector<BankLine> lines = {};
    std::size_t passed_over = 0;      // not booked yet, for information only, or of nought
    std::vector<Error> refused = {};  // with place: a line that cannot become Money
};

// Takes the booked movements of one statement. A batch is cut into its transactions when they come
// to the whole of it to the penny, else it stays one line. Refuses: payments.other_account (the
// statement is not of `ours`), payments.other_currency. Refuses single lines, into `refused`:
// payments.other_currency, money.part_of_a_penny, money.too_large.
Result<BankLines> bank_lines(const Statement& statement, const BankAccount& ours);

// A payment we asked the bank to make.
struct PaymentOut {
    PaymentId id;
    PayRunId run = {};
    std::string end_to_end_id = {};
    std::string message_id = {};              // of the run
    std::string payment_information_id = {};  // of the run
    Money amount = {};
    PaymentStatus status = PaymentStatus::in_file;
};
// Lists the payments of a run that went to the bank.
std::vector<PaymentOut> payments_out(const PayRun& run);

// Money we wait for: a contribution invoice, or unspent money a holder sends back.
enum class ExpectedKind { contribution, unspent_money };
struct ExpectedIn {
    std::string about = {};  // "inv_..." or what casework calls it
    ExpectedKind kind = ExpectedKind::contribution;
    std::string reference = {};  // what the payer was asked to write
    Money due = {};              // what is still due
};

enum class MatchKind { settles, returns, contribution, unspent_money };
std::string_view to_text(MatchKind kind);
std::optional<MatchKind> match_kind_from_text(std::string_view text);

// What one line does to one payment or one expected sum.
struct MatchPart {
    std::optional<PaymentId> payment = {};
    std::optional<PaymentStatus> before = {};  // the payment's status before, for taking it back
    std::string about = {};                    // for an expected sum
    Money amount = {};
};

struct Match {
    BankLineId line;
    MatchKind kind = MatchKind::settles;
    std::vector<MatchPart> parts = {};  // sums to the line's amount
    bool needs_a_person = false;        // agreed in reference but less was paid than due
    std::string reason = {};            // a sentence
};

enum class UnmatchedReason {
    unknown_reference,  // nothing of ours has it
    amount_differs,     // ours, with another amount
    wrong_direction,    // ours, but the money went the other way or at the wrong time
    already_matched,    // ours, and done before: perhaps paid twice
    not_the_only_one,   // more than one thing of ours could be meant
};
std::string_view to_text(UnmatchedReason reason);

struct Unmatched {
    BankLineId line;
    UnmatchedReason reason = UnmatchedReason::unknown_reference;
    std::string message = {};  // what to do next
};

struct Matching {
    std::vector<Match> proposals = {};
    std::vector<Unmatched> unmatched = {};
    std::size_t matched_before = 0;  // lines that were matched in an earlier import
};

// Proposes what each line is: money out first, then what came back or in, each in the order given.
// The proposals are to be accepted in their order. `done` are the lines matched before: they are
// counted and not proposed again.
Matching match_lines(std::span<const BankLine> lines, std::span<const PaymentOut> payments,
                     std::span<const ExpectedIn> expected, const std::set<BankLineId>& done);

// Gives the payments after a match (only statuses change). Refuses: payments.unknown_payment,
// payments.wrong_status.
Result<std::vector<PaymentOut>> apply_match(std::vector<PaymentOut> payments, const Match& match);

// Takes a wrong match back: the payments stand as before it. Refuses: payments.unknown_payment,
// payments.later_match (a later line was matched to the same payment: take that back first).
Result<std::vector<PaymentOut>> undo_match(std::vector<PaymentOut> payments, const Match& match);

}  // namespace payments
