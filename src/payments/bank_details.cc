#include "payments/bank_details.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/text.h"
#include "payments/bank_text.h"

namespace payments {

namespace {

// Gives the digits when nothing else but the separators stands between them.
std::string digits_of(std::string_view text, std::string_view separators) {
    std::string digits;
    for (const char c : base::trim(text)) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (separators.find(c) == std::string_view::npos) {
            return "";
        }
    }
    return digits;
}

}  // namespace

Result<SortCode> SortCode::make(std::string_view text) {
    std::string digits = digits_of(text, "- ");
    if (digits.size() != 6 || text.size() > 20) {
        return Error{"payments.sort_code",
                     "A sort code is 6 digits, like 12-34-56. Look on a bank card or statement."};
    }
    return SortCode(std::move(digits));
}

std::string SortCode::for_people() const {
    return digits_.substr(0, 2) + "-" + digits_.substr(2, 2) + "-" + digits_.substr(4, 2);
}

Result<AccountNumber> AccountNumber::make(std::string_view text) {
    std::string digits = digits_of(text, " ");
    if (digits.size() != 8 || text.size() > 20) {
        return Error{
            "payments.account_number",
            "An account number is 8 digits. If yours has 7, ask the bank for its form with "
            "8 digits."};
    }
    return AccountNumber(std::move(digits));
}

std::string AccountNumber::masked() const {
    return "****" + digits_.substr(4);
}

Result<AccountName> AccountName::make(std::string_view text) {
    Error refusal{"payments.account_name",
                  "Write the name on the account as the bank has it, in 1 to 70 characters."};
    Result<std::string> plain = base::plain_text(text, 70);
    if (!plain.has_value() || plain->find('\n') != std::string::npos) {
        return refusal;
    }
    const std::string carried = bank_text(*plain, 70);
    const bool has_letter = std::any_of(carried.begin(), carried.end(), [](char c) {
        return std::string_view("/-?:().,'+ ").find(c) == std::string_view::npos;
    });
    if (!has_letter) {
        return refusal;
    }
    return AccountName(std::move(plain).value());
}

Result<BankAccount> BankAccount::make(std::string_view sort_code, std::string_view number,
                                      std::string_view name) {
    auto code = SortCode::make(sort_code);
    if (!code.has_value()) {
        return base::at("sort code", code.error());
    }
    auto digits = AccountNumber::make(number);
    if (!digits.has_value()) {
        return base::at("account number", digits.error());
    }
    auto holder = AccountName::make(name);
    if (!holder.has_value()) {
        return base::at("account name", holder.error());
    }
    return BankAccount{*code, *digits, *holder};
}

std::string BankAccount::fingerprint() const {
    return base::digest(sort_code.digits() + "|" + number.digits() + "|" + name.text());
}

std::string_view to_text(PayeeKind kind) {
    switch (kind) {
        case PayeeKind::provider:
            return "provider";
        case PayeeKind::person:
            return "person";
        case PayeeKind::nominee:
            return "nominee";
        case PayeeKind::holder:
            return "holder";
    }
    CHECK(false);
}

std::optional<PayeeKind> payee_kind_from_text(std::string_view text) {
    for (const PayeeKind kind :
         {PayeeKind::provider, PayeeKind::person, PayeeKind::nominee, PayeeKind::holder}) {
        if (to_text(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string_view to_text(BankDetailsStatus status) {
    switch (status) {
        case BankDetailsStatus::proposed:
            return "proposed";
        case BankDetailsStatus::confirmed:
            return "confirmed";
        case BankDetailsStatus::retired:
            return "retired";
    }
    CHECK(false);
}

std::optional<BankDetailsStatus> bank_details_status_from_text(std::string_view text) {
    for (const BankDetailsStatus status :
         {BankDetailsStatus::proposed, BankDetailsStatus::confirmed, BankDetailsStatus::retired}) {
        if (to_text(status) == text) {
            return status;
        }
    }
    return std::nullopt;
}

std::string BankDetails::fingerprint() const {
    return base::digest(id.to_text() + "|" + payee.to_text() + "|" + account.fingerprint());
}

Result<BankDetails> change_details(BankDetailsId id, const Payee& payee, BankAccount account,
                                   AccountId by, Instant at) {
    if (std::find(payee.owners.begin(), payee.owners.end(), by) == payee.owners.end()) {
        return Error{"payments.not_owner",
                     "Only " + payee.name +
                         " can change where the money goes. Ask them to sign in and change it."};
    }
    return BankDetails{.id = id,
                       .payee = payee.id,
                       .account = std::move(account),
                       .changed_by = by,
                       .changed_at = at};
}

Result<BankDetails> confirm_details(BankDetails details, AccountId by, Instant at) {
    if (details.status != BankDetailsStatus::proposed) {
        return Error{"payments.not_waiting",
                     "These bank details do not wait for a check. Look at the newest ones."};
    }
    if (by == details.changed_by) {
        return Error{"payments.same_person",
                     "You changed these bank details, so somebody else has to check them."};
    }
    details.status = BankDetailsStatus::confirmed;
    details.confirmed_by = by;
    details.confirmed_at = at;
    return details;
}

Result<BankDetails> retire_details(BankDetails details, Instant at) {
    if (details.status == BankDetailsStatus::retired) {
        return Error{"payments.already_retired", "These bank details are no longer in use."};
    }
    details.status = BankDetailsStatus::retired;
    details.retired_at = at;
    return details;
}

Result<BankDetails> usable_details(PayeeId payee, std::span<const BankDetails> details) {
    const BankDetails* confirmed = nullptr;
    bool is_waiting = false;
    for (const BankDetails& each : details) {
        if (each.payee != payee) {
            continue;
        }
        if (each.status == BankDetailsStatus::proposed) {
            is_waiting = true;
        }
        if (each.status == BankDetailsStatus::confirmed &&
            (confirmed == nullptr || confirmed->changed_at < each.changed_at)) {
            confirmed = &each;
        }
    }
    if (is_waiting) {
        return Error{"payments.details_not_confirmed",
                     "The bank details were changed and nobody has checked them yet. A second "
                     "member of staff has to check them before money can go."};
    }
    if (confirmed == nullptr) {
        return Error{"payments.no_bank_details",
                     "We do not know where to pay. Ask the payee to give their bank details."};
    }
    return *confirmed;
}

}  // namespace payments
