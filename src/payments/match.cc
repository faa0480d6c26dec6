#include "payments/match.h"

#include <algorithm>
#include <map>

namespace payments {

namespace {

// The shortest part of one of our references that still tells one payment: what is left of it in
// the 18 characters of a Bacs reference.
constexpr std::size_t reference_length_min = 18;

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Letters in capitals and digits only, for comparing what people copy by hand.
std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_letter_or_digit(c)) {
            out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return out;
}

// Whether the text holds the reference and not a longer number that only begins with it.
bool mentions(const std::string& text, const std::string& reference) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = text.find(reference); at != std::string::npos;
         at = text.find(reference, at + 1)) {
        const std::size_t end = at + reference.size();
        const bool runs_on = end < text.size() && is_digit(text[end]) && is_digit(reference.back());
        const bool runs_in = at > 0 && is_digit(text[at - 1]) && is_digit(reference.front());
        if (!runs_on && !runs_in) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_letter_or_digit(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

class Matcher {
public:
    Matcher(std::span<const PaymentOut> payments, std::span<const ExpectedIn> expected)
        : payments_(payments.begin(), payments.end()), expected_(expected.begin(), expected.end()) {
        for (PaymentOut& payment : payments_) {
            by_reference_[payment.end_to_end_id] = &payment;
            batches_[payment.payment_information_id].push_back(&payment);
            batches_[payment.message_id].push_back(&payment);
        }
        batches_.erase("");
        by_reference_.erase("");
    }

    Matching result;

    void take(const BankLine& line) {
        const std::vector<PaymentOut*> found = payments_of(line);
        if (found.size() > 1) {
            refuse(line, UnmatchedReason::not_the_only_one,
                   "More than one payment could be meant. Compare the names and accounts.");
        } else if (found.size() == 1) {
            take_payment(line, *found[0]);
        } else if (const std::vector<PaymentOut*> batch = batch_of(line); !batch.empty()) {
            take_batch(line, batch);
        } else if (line.direction == Direction::in) {
            take_expected(line);
        } else {
            refuse(line, UnmatchedReason::unknown_reference,
                   "Money went out that no pay run of ours sent. Ask the bank what it was.");
        }
    }

    void refuse(const BankLine& line, UnmatchedReason reason, std::string message) {
        result.unmatched.push_back(
            {.line = line.id, .reason = reason, .message = std::move(message)});
    }

private:
    // Payments whose reference the line carries, whole or cut short by the bank.
    std::vector<PaymentOut*> payments_of(const BankLine& line) {
        std::vector<PaymentOut*> found;
        const auto add = [&](PaymentOut* payment) {
            if (std::find(found.begin(), found.end(), payment) == found.end()) {
                found.push_back(payment);
            }
        };
        std::vector<std::string> words = {line.end_to_end_id};
        for (const std::string& text : line.references) {
            const std::vector<std::string> more = words_of(text);
            words.insert(words.end(), more.begin(), more.end());
        }
        for (const std::string& word : words) {
            const auto exact = by_reference_.find(word);
            if (exact != by_reference_.end()) {
                add(exact->second);
            }
        }
        if (!found.empty()) {
            return found;
        }
        for (const std::string& word : words) {
            for (auto at = by_reference_.lower_bound(word);
                 word.size() >= reference_length_min && at != by_reference_.end() &&
                 at->first.starts_with(word);
                 ++at) {
                add(at->second);
            }
        }
        return found;
    }

    void take_payment(const BankLine& line, PaymentOut& payment) {
        if (line.amount != payment.amount) {
            refuse(line, UnmatchedReason::amount_differs,
                   "The reference is of a payment of " + payment.amount.for_people() +
                       ", and the bank says " + line.amount.for_people() + ". Ask the bank.");
            return;
        }
        const bool is_out = line.direction == Direction::out;
        const PaymentStatus after = is_out ? PaymentStatus::settled : PaymentStatus::returned;
        if (payment.status == after) {
            refuse(line, UnmatchedReason::already_matched,
                   is_out ? "This payment was already paid. It may have been paid twice: ask the "
                            "bank at once."
                          : "This payment already came back once. Ask the bank.");
            return;
        }
        const bool can = may_become(payment.status, after) &&
                         (payment.status != PaymentStatus::returned || line.is_reversal);
        if (!can) {
            refuse(line, UnmatchedReason::wrong_direction,
                   "The reference is of a payment that is " + std::string(to_text(payment.status)) +
                       ". Ask the bank what this is.");
            return;
        }
        std::string reason = "The reference " + payment.end_to_end_id + " and " +
                             line.amount.for_people() +
                             (is_out ? " agree with the payment." : " came back.");
        if (!is_out && !line.return_reason.empty()) {
            reason += " The bank's reason: " + line.return_reason + ".";
        }
        propose(line, is_out ? MatchKind::settles : MatchKind::returns, {&payment}, reason);
    }

    // The payments of a batch that the line tells as one sum; none when it names no batch of ours.
    std::vector<PaymentOut*> batch_of(const BankLine& line) {
        std::vector<PaymentOut*> members;
        for (const std::string& reference : line.batch_members) {
            const auto found = by_reference_.find(reference);
            if (found != by_reference_.end()) {
                members.push_back(found->second);
            }
        }
        if (!members.empty() && members.size() == line.batch_members.size()) {
            return members;
        }
        std::vector<std::string> names = line.references;
        names.push_back(line.batch_id);
        for (const std::string& name : names) {
            const auto found = batches_.find(name);
            if (found != batches_.end()) {
                return found->second;
            }
        }
        return {};
    }

    void take_batch(const BankLine& line, const std::vector<PaymentOut*>& batch) {
        const bool is_out = line.direction == Direction::out;
        std::vector<PaymentOut*> open;
        Money sum;
        for (PaymentOut* payment : batch) {
            const bool is_listed = std::find(open.begin(), open.end(), payment) != open.end();
            if (payment->status == PaymentStatus::in_file && !is_listed) {
                open.push_back(payment);
                sum += payment->amount;
            }
        }
        if (open.empty()) {
            refuse(line, UnmatchedReason::already_matched,
                   "Every payment of this batch was already answered. It may have been paid "
                   "twice: ask the bank at once.");
        } else if (sum != line.amount) {
            refuse(line, UnmatchedReason::amount_differs,
                   "The open payments of this batch come to " + sum.for_people() +
                       ", and the bank says " + line.amount.for_people() + ". Ask the bank.");
        } else {
            propose(line, is_out ? MatchKind::settles : MatchKind::returns, open,
                    "The batch and " + line.amount.for_people() + " agree with " +
                        std::to_string(open.size()) + " payments.");
        }
    }

    void take_expected(const BankLine& line) {
        std::vector<std::string> texts = {squeezed(line.end_to_end_id)};
        for (const std::string& text : line.references) {
            texts.push_back(squeezed(text));
        }
        std::vector<ExpectedIn*> found;
        std::vector<ExpectedIn*> exact;
        for (ExpectedIn& each : expected_) {
            const std::string reference = squeezed(each.reference);
            const bool is_meant =
                reference.size() >= 4 &&
                std::any_of(texts.begin(), texts.end(),
                            [&](const std::string& text) { return mentions(text, reference); });
            if (is_meant && each.due.is_positive()) {
                found.push_back(&each);
                if (each.due == line.amount) {
                    exact.push_back(&each);
                }
            }
        }
        if (found.empty()) {
            refuse(line, UnmatchedReason::unknown_reference,
                   "Nothing we wait for has this reference. Find out who paid and why.");
        } else if (exact.size() == 1 || found.size() == 1) {
            take_sum(line, exact.size() == 1 ? *exact[0] : *found[0]);
        } else {
            refuse(line, UnmatchedReason::not_the_only_one,
                   "More than one sum we wait for could be meant. Choose by hand.");
        }
    }

    void take_sum(const BankLine& line, ExpectedIn& expected) {
        if (line.amount > expected.due) {
            refuse(line, UnmatchedReason::amount_differs,
                   "We wait for " + expected.due.for_people() + " with this reference, and " +
                       line.amount.for_people() + " came. Decide what the rest is.");
            return;
        }
        Match match{.line = line.id,
                    .kind = expected.kind == ExpectedKind::contribution ? MatchKind::contribution
                                                                        : MatchKind::unspent_money,
                    .needs_a_person = line.amount < expected.due};
        match.parts.push_back({.about = expected.about, .amount = line.amount});
        match.reason = "The reference " + expected.reference + " agrees, and " +
                       line.amount.for_people() + " of " + expected.due.for_people() + " came.";
        expected.due -= line.amount;
        result.proposals.push_back(std::move(match));
    }

    void propose(const BankLine& line, MatchKind kind, const std::vector<PaymentOut*>& payments,
                 std::string reason) {
        Match match{.line = line.id, .kind = kind, .reason = std::move(reason)};
        for (PaymentOut* payment : payments) {
            match.parts.push_back(
                {.payment = payment->id, .before = payment->status, .amount = payment->amount});
            payment->status =
                kind == MatchKind::settles ? PaymentStatus::settled : PaymentStatus::returned;
        }
        result.proposals.push_back(std::move(match));
    }

    std::vector<PaymentOut> payments_;
    std::vector<ExpectedIn> expected_;
    std::map<std::string, PaymentOut*> by_reference_;
    std::map<std::string, std::vector<PaymentOut*>> batches_;
};

PaymentOut* find(std::vector<PaymentOut>& payments, const MatchPart& part) {
    for (PaymentOut& payment : payments) {
        if (payment.id == part.payment) {
            return &payment;
        }
    }
    return nullptr;
}

Error unknown_payment() {
    return {"payments.unknown_payment", "The match names a payment that is not here."};
}

}  // namespace

std::string_view to_text(MatchKind kind) {
    switch (kind) {
        case MatchKind::settles:
            return "settles";
        case MatchKind::returns:
            return "returns";
        case MatchKind::contribution:
            return "contribution";
        case MatchKind::unspent_money:
            return "unspent_money";
    }
    CHECK(false);
}

std::optional<MatchKind> match_kind_from_text(std::string_view text) {
    for (const MatchKind kind : {MatchKind::settles, MatchKind::returns, MatchKind::contribution,
                                 MatchKind::unspent_money}) {
        if (to_text(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string_view to_text(UnmatchedReason reason) {
    switch (reason) {
        case UnmatchedReason::unknown_reference:
            return "unknown_reference";
        case UnmatchedReason::amount_differs:
            return "amount_differs";
        case UnmatchedReason::wrong_direction:
            return "wrong_direction";
        case UnmatchedReason::already_matched:
            return "already_matched";
        case UnmatchedReason::not_the_only_one:
            return "not_the_only_one";
    }
    CHECK(false);
}

std::vector<PaymentOut> payments_out(const PayRun& run) {
    std::vector<PaymentOut> out;
    for (const Payment& payment : run.payments) {
        if (payment.status == PaymentStatus::in_file || payment.status == PaymentStatus::settled ||
            payment.status == PaymentStatus::returned) {
            out.push_back({.id = payment.id,
                           .run = run.id,
                           .end_to_end_id = payment.end_to_end_id,
                           .message_id = run.message_id(),
                           .payment_information_id = run.payment_information_id(),
                           .amount = payment.amount(),
                           .status = payment.status});
        }
    }
    return out;
}

Matching match_lines(std::span<const BankLine> lines, std::span<const PaymentOut> payments,
                     std::span<const ExpectedIn> expected, const std::set<BankLineId>& done) {
    Matcher matcher(payments, expected);
    std::set<BankLineId> seen;
    // Payments go out before they come back, in whatever order the statement lists them.
    for (const bool goes_out : {true, false}) {
        for (const BankLine& line : lines) {
            if ((line.direction == Direction::out && !line.is_reversal) != goes_out) {
                continue;
            }
            if (done.contains(line.id)) {
                ++matcher.result.matched_before;
            } else if (!seen.insert(line.id).second) {
                matcher.refuse(line, UnmatchedReason::already_matched,
                               "The same movement was given twice.");
            } else {
                matcher.take(line);
            }
        }
    }
    return std::move(matcher.result);
}

Result<std::vector<PaymentOut>> apply_match(std::vector<PaymentOut> payments, const Match& match) {
    for (const MatchPart& part : match.parts) {
        if (!part.payment.has_value()) {
            continue;
        }
        PaymentOut* payment = find(payments, part);
        if (payment == nullptr) {
            return unknown_payment();
        }
        const PaymentStatus after =
            match.kind == MatchKind::settles ? PaymentStatus::settled : PaymentStatus::returned;
        if (payment->status != part.before || !may_become(payment->status, after)) {
            return Error{"payments.wrong_status",
                         "The payment changed since this was proposed. Match the statement again."};
        }
        payment->status = after;
    }
    return payments;
}

Result<std::vector<PaymentOut>> undo_match(std::vector<PaymentOut> payments, const Match& match) {
    for (const MatchPart& part : match.parts) {
        if (!part.payment.has_value()) {
            continue;
        }
        PaymentOut* payment = find(payments, part);
        if (payment == nullptr) {
            return unknown_payment();
        }
        const PaymentStatus after =
            match.kind == MatchKind::settles ? PaymentStatus::settled : PaymentStatus::returned;
        if (payment->status != after) {
            return Error{"payments.later_match",
                         "A later line of the bank was matched to the same payment. Take that one "
                         "back first."};
        }
        payment->status = *part.before;
    }
    return payments;
}

}  // namespace payments
