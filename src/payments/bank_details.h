#pragma once
// Bank details say where a payee's money goes: a UK sort code, an account number and the name on
// the account. They are changed only by the payee's owner (a change is a new BankDetails, the old
// one is kept), confirmed by a second person who is a member of staff, and unusable until then.
// While a change waits for its confirmation nothing is paid to that payee: the owner has said that
// the old account is no longer right. The form of the numbers is checked here; whether a bank knows
// the account is not (the modulus table is not open data): that is "not checkable", not "valid".
// Used by casework (change, confirm), pay_run (where to pay) and pain001 (the bank file).

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"

namespace payments {

class SortCode {
public:
    // Reads six digits, "123456", "12-34-56" or "12 34 56". Refuses: payments.sort_code.
    static Result<SortCode> make(std::string_view text);
    const std::string& digits() const { return digits_; }
    // Prints "12-34-56".
    std::string for_people() const;
    friend auto operator<=>(const SortCode&, const SortCode&) = default;

private:
    explicit SortCode(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

class AccountNumber {
public:
    // Reads eight digits, spaces allowed between them. Refuses: payments.account_number.
    static Result<AccountNumber> make(std::string_view text);
    const std::string& digits() const { return digits_; }
    // Prints "****5678", for pages on which the whole number is not needed.
    std::string masked() const;
    friend auto operator<=>(const AccountNumber&, const AccountNumber&) = default;

private:
    explicit AccountNumber(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

class AccountName {
public:
    // Reads the name on the account, 1 to 70 characters with at least one letter or digit that a
    // bank file can carry. Refuses: payments.account_name.
    static Result<AccountName> make(std::string_view text);
    const std::string& text() const { return text_; }
    friend auto operator<=>(const AccountName&, const AccountName&) = default;

private:
    explicit AccountName(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

struct BankAccount {
    SortCode sort_code;
    AccountNumber number;
    AccountName name;

    // Reads the three parts. Refuses: payments.sort_code, payments.account_number,
    // payments.account_name, with the part as place.
    static Result<BankAccount> make(std::string_view sort_code, std::string_view number,
                                    std::string_view name);
    // Gives a digest of the three parts: two accounts are the same when it is the same.
    std::string fingerprint() const;
    friend auto operator<=>(const BankAccount&, const BankAccount&) = default;
};

enum class PayeeKind { provider, person, nominee, holder };
std::string_view to_text(PayeeKind kind);
std::optional<PayeeKind> payee_kind_from_text(std::string_view text);

// Who can be paid, filled by casework. `owners` are the sign-in accounts that may change the
// payee's bank details: the person, the nominee, the provider's own people; never staff as such.
struct Payee {
    PayeeId id;
    PayeeKind kind = PayeeKind::provider;
    std::string name = {};
    std::vector<AccountId> owners = {};
};

enum class BankDetailsStatus { proposed, confirmed, retired };
std::string_view to_text(BankDetailsStatus status);
std::optional<BankDetailsStatus> bank_details_status_from_text(std::string_view text);

struct BankDetails {
    BankDetailsId id;
    PayeeId payee;
    BankAccount account;
    BankDetailsStatus status = BankDetailsStatus::proposed;
    AccountId changed_by = {};
    Instant changed_at = {};
    std::optional<AccountId> confirmed_by = {};
    std::optional<Instant> confirmed_at = {};
    std::optional<Instant> retired_at = {};

    // Gives the digest of id, payee and account that a payment keeps from its preparation.
    std::string fingerprint() const;
};

// Makes changed details, waiting for confirmation. Refuses: payments.not_owner.
Result<BankDetails> change_details(BankDetailsId id, const Payee& payee, BankAccount account,
                                   AccountId by, Instant at);

// Confirms waiting details. `by` is a member of staff (the caller has asked people::decide).
// Refuses: payments.same_person, payments.not_waiting.
Result<BankDetails> confirm_details(BankDetails details, AccountId by, Instant at);

// Ends details: a waiting change that staff refuse or the owner withdraws, or the details that a
// confirmed change replaces. Refuses: payments.already_retired.
Result<BankDetails> retire_details(BankDetails details, Instant at);

// Finds the details money may go to: the payee's confirmed ones, when no change waits.
// Refuses: payments.no_bank_details, payments.details_not_confirmed.
Result<BankDetails> usable_details(PayeeId payee, std::span<const BankDetails> details);

}  // namespace payments
