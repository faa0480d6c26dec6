// From a statement's entries to the movements of our account: the one place where a statement's
// decimal becomes Money.

#include <map>

#include "base/digest.h"
#include "payments/match.h"

namespace payments {

namespace {

bool is_ours(const PartyAccount& account, const BankAccount& ours) {
    const std::string plain = ours.sort_code.digits() + ours.number.digits();
    if (account.kind == "iban") {
        // GBkk BBBB SSSSSS AAAAAAAA: bank, sort code, account.
        return account.id.size() == 22 && account.id.starts_with("GB") &&
               account.id.substr(8) == plain;
    }
    return account.id == ours.number.digits() || account.id == plain;
}

std::string return_code(const Detail& detail) {
    if (!detail.returned.has_value()) {
        return "";
    }
    const Code& reason = detail.returned->reason;
    return !reason.code.empty()          ? reason.code
           : !reason.proprietary.empty() ? reason.proprietary
                                         : "returned";
}

std::string other_side(const Detail& detail) {
    const std::string_view role = detail.direction == CreditDebit::debit ? "creditor" : "debtor";
    for (const Party& party : detail.parties) {
        if (party.role == role && !party.name.empty()) {
            return party.name;
        }
    }
    return "";
}

void add_if_any(std::vector<std::string>& texts, std::string_view text) {
    if (!text.empty()) {
        texts.emplace_back(text);
    }
}

void read_detail(const Detail& detail, BankLine& line) {
    line.end_to_end_id = detail.reference("end_to_end_id");
    if (!detail.reference("payment_information_id").empty()) {
        line.batch_id = detail.reference("payment_information_id");
    }
    line.party = other_side(detail);
    line.return_reason = return_code(detail);
    for (const NamedValue& each : detail.references) {
        if (each.name != "end_to_end_id" && each.name != "payment_information_id") {
            add_if_any(line.references, each.value);
        }
    }
    for (const std::string& text : detail.unstructured) {
        add_if_any(line.references, text);
    }
    for (const StructuredRemittance& each : detail.structured) {
        add_if_any(line.references, each.reference);
    }
}

// The sum of one transaction: its own, or before version 3 the one among its details.
std::optional<Amount> sum_of(const Detail& detail) {
    if (detail.amount.has_value()) {
        return detail.amount;
    }
    for (const char* name : {"transaction", "instructed"}) {
        for (const NamedAmount& each : detail.amount_details) {
            if (each.name == name) {
                return each.amount;
            }
        }
    }
    return std::nullopt;
}

// A batch is cut into its transactions only when they come to the whole of it, to the penny.
bool is_told_in_full(const BankEntry& entry) {
    Decimal sum;
    for (const Detail& detail : entry.details) {
        const std::optional<Amount> own = sum_of(detail);
        if (!own.has_value() || own->currency != entry.amount.currency) {
            return false;
        }
        sum = detail.direction == entry.direction ? sum + own->value : sum - own->value;
    }
    return entry.details.size() > 1 && sum == entry.amount.value;
}

class Lines {
public:
    Lines(const Statement& statement, const BankAccount& ours)
        : statement_(statement), ours_(ours) {}
    BankLines result;

    void add(const BankEntry& entry) {
        if (!entry.is_booked()) {
            ++result.passed_over;
            return;
        }
        BankLine line;
        line.statement = statement_.id;
        line.entry = entry.index;
        line.booked = entry.booked.value_or(entry.value.value_or(BankTime{})).date;
        line.is_reversal = entry.is_reversal;
        for (const Batch& batch : entry.batches) {
            line.batch_id = batch.payment_information_id;
            add_if_any(line.references, batch.message_id);
        }
        add_if_any(line.references, entry.reference);
        if (is_told_in_full(entry)) {
            for (const Detail& detail : entry.details) {
                BankLine part = line;
                part.detail = static_cast<std::size_t>(&detail - entry.details.data());
                read_detail(detail, part);
                keep(entry, std::move(part), *sum_of(detail), detail.direction);
            }
            return;
        }
        if (entry.details.size() == 1) {
            read_detail(entry.details[0], line);
        } else {
            for (const Detail& detail : entry.details) {
                add_if_any(line.batch_members, detail.reference("end_to_end_id"));
            }
        }
        keep(entry, std::move(line), entry.amount, entry.direction);
    }

private:
    void keep(const BankEntry& entry, BankLine line, const Amount& amount, CreditDebit direction) {
        const std::string place =
            "statement " + statement_.id + ", entry " + std::to_string(entry.index + 1);
        if (amount.currency != "GBP") {
            result.refused.push_back({"payments.other_currency",
                                      "This movement is in " + amount.currency +
                                          " and the account is in pounds. Look at it by hand.",
                                      place});
            return;
        }
        const auto money = Money::from_decimal(amount.value);
        if (!money.has_value()) {
            result.refused.push_back(base::at(place, money.error()));
            return;
        }
        if (money->is_zero()) {
            ++result.passed_over;
            return;
        }
        line.direction = direction == CreditDebit::debit ? Direction::out : Direction::in;
        line.amount = *money;
        line.id = id_of(entry, line);
        result.lines.push_back(std::move(line));
    }

    // What the bank says of the movement, whichever statement says it; equal movements of one
    // statement are counted. A bank without references gives only the place in the statement.
    BankLineId id_of(const BankEntry& entry, const BankLine& line) {
        std::string said = ours_.fingerprint() + "|" + line.booked.to_text() + "|" +
                           std::string(to_text(line.direction)) + "|" + line.amount.to_text() +
                           "|" + line.end_to_end_id + "|" + std::to_string(line.detail);
        if (!entry.account_servicer_reference.empty()) {
            said += "|ref " + entry.account_servicer_reference;
        } else {
            said += "|at " + statement_.id + " " + std::to_string(entry.index);
        }
        said += "|" + std::to_string(seen_[said]++);
        const std::string digest = base::digest("bank line|" + said);
        std::string_view digits(digest);
        const auto bits = [](std::string_view part) {
            std::uint64_t value = 0;
            for (const char c : part) {
                value = value * 16 + static_cast<std::uint64_t>(c >= 'a' ? c - 'a' + 10 : c - '0');
            }
            return value;
        };
        const auto day = static_cast<std::uint64_t>(line.booked.days()) * 86400000;
        return {.high = (day << 16) | (bits(digits.substr(0, 4)) & 0xFFFF),
                .low = bits(digits.substr(4, 16))};
    }

    const Statement& statement_;
    const BankAccount& ours_;
    std::map<std::string, int> seen_;
};

}  // namespace

std::string_view to_text(Direction direction) {
    switch (direction) {
        case Direction::out:
            return "out";
        case Direction::in:
            return "in";
    }
    CHECK(false);
}

Result<BankLines> bank_lines(const Statement& statement, const BankAccount& ours) {
    const std::string place = "statement " + statement.id;
    if (!is_ours(statement.account, ours)) {
        return Error{"payments.other_account",
                     "This statement is of another account. Choose the statement of the account "
                     "that ends in " +
                         ours.number.digits().substr(4) + ".",
                     place};
    }
    if (!statement.account.currency.empty() && statement.account.currency != "GBP") {
        return Error{"payments.other_currency",
                     "This statement is in " + statement.account.currency + ", not in pounds.",
                     place};
    }
    Lines lines(statement, ours);
    for (const BankEntry& entry : statement.entries) {
        lines.add(entry);
    }
    return std::move(lines.result);
}

}  // namespace payments
