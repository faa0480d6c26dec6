// The book is a map of balances that never goes below nought, and nothing more.

#include "ledger/book.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ledger/invariants.h"
#include "random_book.h"

namespace {

using ledger::Account;
using ledger::Entry;
using ledger::Posting;

// The plainest book there is: add every posting to a copy of a map, and keep the copy if it may be.
struct Model {
    std::map<Account, Money> balances;
    std::set<std::string> causes;
    std::map<EntryId, std::map<Account, Money>> left_of;

    bool post(const Entry& entry) {
        if (causes.contains(entry.cause())) {
            return false;
        }
        std::map<Account, Money> after = balances;
        std::map<EntryId, std::map<Account, Money>> left = left_of;
        for (const Posting& posting : entry.postings()) {
            Money& balance = after[posting.account];
            balance += posting.amount;
            const bool outside = posting.account.kind == ledger::AccountKind::funder ||
                                 posting.account.kind == ledger::AccountKind::own_money;
            if (balance.is_negative() && !outside) {
                return false;
            }
            if (const auto& reverses = entry.facts().reverses) {
                if (!left.contains(*reverses)) {
                    return false;
                }
                Money& rest = left[*reverses][posting.account];
                const bool was_negative = rest.is_negative();
                if (rest.is_zero()) {
                    return false;
                }
                rest += posting.amount;
                if (!rest.is_zero() && rest.is_negative() != was_negative) {
                    return false;
                }
            }
        }
        if (!entry.facts().reverses) {
            for (const Posting& posting : entry.postings()) {
                left[entry.id()][posting.account] = posting.amount;
            }
        }
        balances = after;
        left_of = left;
        causes.insert(entry.cause());
        return true;
    }
};

TEST(BookProperty, does_what_a_plain_map_does_for_any_workload) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random = Random::seeded(seed);
        ledger::Book book;
        Model model;
        int posted = 0;
        for (int number = 0; number < 400; ++number) {
            const Result<Entry> entry = properties::some_entry(random, number, book.entries());
            if (!entry) {
                continue;
            }
            const bool allowed = model.post(*entry);
            const Outcome outcome = book.post(*entry);
            ASSERT_EQ(outcome.has_value(), allowed) << "seed " << seed << " act " << number << ": "
                                                    << (outcome ? "posted" : outcome.error().code);
            for (const Posting& posting : entry->postings()) {
                ASSERT_EQ(book.balance(posting.account), model.balances[posting.account]);
            }
            posted += allowed ? 1 : 0;
        }
        EXPECT_GT(posted, 80);
        EXPECT_LT(posted, 380);
        std::vector<ledger::EntryFacts> rows;
        for (const Entry& entry : book.entries()) {
            rows.push_back(entry.facts());
        }
        EXPECT_TRUE(ledger::entries_balance(rows).empty());
        EXPECT_TRUE(ledger::balances_are_sums(rows, book.balances()).empty());
        EXPECT_TRUE(ledger::nothing_below_nought(rows).empty());
    }
}

}  // namespace
