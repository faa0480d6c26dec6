#include "ledger/invariants.h"

#include <map>
#include <unordered_map>

namespace ledger {
namespace {

using Sums = std::map<Account, Money>;

Sums sums_of(const std::vector<EntryFacts>& rows) {
    Sums sums;
    for (const EntryFacts& row : rows) {
        for (const Posting& posting : row.postings) {
            sums[posting.account] += posting.amount;
        }
    }
    return sums;
}

// The size of a sum, without its direction.
Money size_of(Money amount) {
    return amount.is_negative() ? -amount : amount;
}

}  // namespace

std::vector<Violation> entries_balance(const std::vector<EntryFacts>& rows) {
    std::vector<Violation> found;
    for (const EntryFacts& row : rows) {
        std::map<std::pair<StreamId, CouncilYear>, Money> sums;
        for (const Posting& posting : row.postings) {
            sums[{posting.account.stream, posting.account.year}] += posting.amount;
        }
        if (row.postings.size() < 2) {
            found.push_back({"I1", row.id.to_text(), "The entry has fewer than two postings."});
        }
        for (const auto& [key, sum] : sums) {
            if (!sum.is_zero()) {
                found.push_back({"I1", row.id.to_text(),
                                 "The postings of \"" + key.first + "\" sum to " + sum.to_text() +
                                     ", not to nought."});
            }
        }
    }
    return found;
}

std::vector<Violation> balances_are_sums(const std::vector<EntryFacts>& rows,
                                         const std::vector<Balance>& kept) {
    std::vector<Violation> found;
    Sums sums = sums_of(rows);
    for (const Balance& balance : kept) {
        const auto posted = sums.find(balance.account);
        const Money sum = posted == sums.end() ? Money() : posted->second;
        if (sum != balance.amount) {
            found.push_back({"I2", balance.account.to_text(),
                             "The balance is kept as " + balance.amount.to_text() +
                                 " and its postings sum to " + sum.to_text() + "."});
        }
        if (posted != sums.end()) {
            sums.erase(posted);
        }
    }
    for (const auto& [account, sum] : sums) {
        if (!sum.is_zero()) {
            found.push_back({"I2", account.to_text(),
                             "No balance is kept and the postings sum to " + sum.to_text() + "."});
        }
    }
    return found;
}

std::vector<Violation> nothing_below_nought(const std::vector<EntryFacts>& rows) {
    std::vector<Violation> found;
    Sums sums;
    for (const EntryFacts& row : rows) {
        for (const Posting& posting : row.postings) {
            sums[posting.account] += posting.amount;
        }
        for (const Posting& posting : row.postings) {
            const Money now = sums[posting.account];
            if (now.is_negative() && !may_go_below_nought(posting.account.kind)) {
                found.push_back(
                    {"I5", posting.account.to_text(),
                     "After " + row.id.to_text() + " the balance was " + now.to_text() + "."});
            }
        }
    }
    return found;
}

std::vector<Violation> years_are_apart(const std::vector<EntryFacts>& rows) {
    std::vector<Violation> found;
    for (const EntryFacts& row : rows) {
        for (const Posting& posting : row.postings) {
            const Account& account = posting.account;
            if (account.year != row.postings.front().account.year ||
                account.year.is_none() != account.stream.empty()) {
                found.push_back(
                    {"I21", row.id.to_text(),
                     "Whose year the money of " + account.to_text() + " is cannot be told."});
            } else if (!account.year.is_none() && row.on < account.year.period().from) {
                found.push_back(
                    {"I21", row.id.to_text(),
                     account.to_text() + " moved on " + row.on.to_text() + ", before its year."});
            }
        }
    }
    return found;
}

std::vector<Violation> nothing_taken_back_twice(const std::vector<EntryFacts>& rows) {
    std::vector<Violation> found;
    std::unordered_map<EntryId, const EntryFacts*> by_id;
    std::map<EntryId, Sums> taken_back;
    std::map<Account, Money> with_holder;
    for (const EntryFacts& row : rows) {
        by_id.emplace(row.id, &row);
        if (row.reverses) {
            for (const Posting& posting : row.postings) {
                taken_back[*row.reverses][posting.account] += posting.amount;
            }
        }
        const auto original = row.reverses ? by_id.find(*row.reverses) : by_id.end();
        const EntryKind kind = original == by_id.end() ? row.kind : original->second->kind;
        if (kind != EntryKind::clear_to_holder && kind != EntryKind::recover &&
            kind != EntryKind::bring_back) {
            continue;
        }
        for (const Posting& posting : row.postings) {
            if (posting.account.kind != AccountKind::paid_to_holder) {
                continue;
            }
            Money& sum = with_holder[posting.account];
            sum += posting.amount;
            if (sum.is_negative()) {
                found.push_back({"I8", row.id.to_text(),
                                 "More was recovered from a holder than was ever paid to it: " +
                                     (-sum).to_text() + " more."});
            }
        }
    }
    for (const EntryFacts& row : rows) {
        if (!row.reverses) {
            continue;
        }
        const auto original = by_id.find(*row.reverses);
        if (original == by_id.end() || original->second->kind == EntryKind::reversal) {
            found.push_back(
                {"I8", row.id.to_text(), "What it takes back is not an entry that can be."});
        }
    }
    for (const auto& [id, sums] : taken_back) {
        const auto original = by_id.find(id);
        if (original == by_id.end()) {
            continue;
        }
        Sums moved;
        for (const Posting& posting : original->second->postings) {
            moved[posting.account] = posting.amount;
        }
        for (const auto& [account, sum] : sums) {
            const Money was = moved.contains(account) ? moved[account] : Money();
            if (size_of(sum) > size_of(was) ||
                (!sum.is_zero() && sum.is_negative() == was.is_negative())) {
                found.push_back({"I8", id.to_text(),
                                 "Of " + account.to_text() + " " + size_of(sum).to_text() +
                                     " was taken back, and only " + size_of(was).to_text() +
                                     " was moved."});
            }
        }
    }
    return found;
}

}  // namespace ledger
