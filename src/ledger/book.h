#pragma once
// A Book holds the balances that entries add up to. Posting an entry moves every balance it names,
// or is refused and moves none. No account but the two outside ones goes below nought, at any
// moment, in the order of posting. A cause is posted once for ever. The store keeps the same two
// laws with rows; `balances_after` is the rule both ask.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "ledger/account.h"
#include "ledger/entry.h"

namespace ledger {

struct Balance {
    Account account;
    Money amount;

    friend bool operator==(const Balance&, const Balance&) = default;
};

// Gives the balance of every account the entry touches, as it is after it; an account missing from
// `before` stood at nought. Refuses: ledger.not_enough, naming the account and the sum missing.
Result<std::vector<Balance>> balances_after(const Entry& entry, const std::vector<Balance>& before);

class Book {
public:
    // Posts an entry: all of it or nothing.
    // Refuses: ledger.same_cause, ledger.same_entry, ledger.reverses_unknown, what check_reversal
    // refuses, ledger.not_enough.
    Outcome post(const Entry& entry);

    // Gives the balance of an account; nought where nothing was ever posted.
    Money balance(const Account& account) const;
    // Gives every account ever posted to, in the order of accounts.
    std::vector<Balance> balances() const;
    // Gives the entries in the order they were posted.
    const std::vector<Entry>& entries() const { return entries_; }
    // Finds the entry a cause made.
    const Entry* find_cause(const std::string& cause) const;

private:
    std::map<Account, Money> balances_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> by_cause_;
    std::unordered_map<EntryId, std::size_t> by_id_;
    std::unordered_map<EntryId, std::vector<std::size_t>> reversals_of_;
};

// Sums the postings of entries that count on or before `last_day`: every balance on a day, from
// the entries alone (invariant I2).
std::map<Account, Money> balances_on(const std::vector<Entry>& entries, Date last_day);

}  // namespace ledger
