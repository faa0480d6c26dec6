#include "ledger/book.h"

#include <algorithm>

namespace ledger {

Result<std::vector<Balance>> balances_after(const Entry& entry,
                                            const std::vector<Balance>& before) {
    std::vector<Balance> after;
    after.reserve(entry.postings().size());
    for (const Posting& posting : entry.postings()) {
        const auto found = std::find_if(
            before.begin(), before.end(),
            [&posting](const Balance& balance) { return balance.account == posting.account; });
        const Money had = found == before.end() ? Money() : found->amount;
        const Money now = had + posting.amount;
        if (now.is_negative() && !may_go_below_nought(posting.account.kind)) {
            const std::string stream =
                posting.account.stream.empty() ? "your own money" : posting.account.stream;
            return Error{"ledger.not_enough",
                         "There is " + had.for_people() + " " +
                             std::string(words(posting.account.kind)) + " of " + stream + ", and " +
                             (-posting.amount).for_people() + " is needed: " + (-now).for_people() +
                             " too little. Choose a smaller sum or ask for a review.",
                         posting.account.to_text()};
        }
        after.push_back({posting.account, now});
    }
    return after;
}

Outcome Book::post(const Entry& entry) {
    if (by_cause_.contains(entry.cause())) {
        return Error{"ledger.same_cause",
                     "This was done before (" + entry.cause() + "). Nothing was changed."};
    }
    if (by_id_.contains(entry.id())) {
        return Error{"ledger.same_entry", "Another entry has this id. Nothing was changed."};
    }
    if (entry.facts().reverses) {
        const auto original = by_id_.find(*entry.facts().reverses);
        if (original == by_id_.end()) {
            return Error{"ledger.reverses_unknown", "The entry to take back is not in this book."};
        }
        std::vector<Entry> earlier;
        for (const std::size_t index : reversals_of_[*entry.facts().reverses]) {
            earlier.push_back(entries_[index]);
        }
        TRY_DONE(check_reversal(entry, entries_[original->second], earlier));
    }
    std::vector<Balance> before;
    for (const Posting& posting : entry.postings()) {
        before.push_back({posting.account, balance(posting.account)});
    }
    TRY(const std::vector<Balance> after, balances_after(entry, before));
    for (const Balance& balance : after) {
        balances_[balance.account] = balance.amount;
    }
    by_cause_.emplace(entry.cause(), entries_.size());
    by_id_.emplace(entry.id(), entries_.size());
    if (entry.facts().reverses) {
        reversals_of_[*entry.facts().reverses].push_back(entries_.size());
    }
    entries_.push_back(entry);
    return Done{};
}

Money Book::balance(const Account& account) const {
    const auto found = balances_.find(account);
    return found == balances_.end() ? Money() : found->second;
}

std::vector<Balance> Book::balances() const {
    std::vector<Balance> all;
    all.reserve(balances_.size());
    for (const auto& [account, amount] : balances_) {
        all.push_back({account, amount});
    }
    return all;
}

const Entry* Book::find_cause(const std::string& cause) const {
    const auto found = by_cause_.find(cause);
    return found == by_cause_.end() ? nullptr : &entries_[found->second];
}

std::map<Account, Money> balances_on(const std::vector<Entry>& entries, Date last_day) {
    std::map<Account, Money> sums;
    for (const Entry& entry : entries) {
        if (entry.on() > last_day) {
            continue;
        }
        for (const Posting& posting : entry.postings()) {
            sums[posting.account] += posting.amount;
        }
    }
    return sums;
}

}  // namespace ledger
