#include "ledger/book.h"

#include <gtest/gtest.h>

#include "ledger/invariants.h"

namespace ledger {
namespace {

const PersonId ann{0, 1};
const PayeeId rosebank{0, 11};

Act act(const std::string& cause, std::int64_t day = 0) {
    return {{}, Date::from_days(day), {}, cause, ann, "", {}};
}

Act council(const std::string& cause) {
    return {{}, Date::from_days(0), {}, cause, {}, "", {}};
}

std::vector<Portion> care(std::int64_t pence) {
    return {{"care", Money::pence(pence)}};
}

void must(Book& book, const Result<Entry>& entry) {
    ASSERT_TRUE(entry.has_value()) << entry.error().code;
    const Outcome posted = book.post(*entry);
    ASSERT_TRUE(posted.has_value()) << posted.error().message;
}

Book awarded() {
    Book book;
    must(book, fund(council("limit:care"), "care", Money::pence(100000)));
    must(book, award(act("award:1"), "care", Money::pence(5000)));
    return book;
}

// One row for each way to be refused, in the order of the checks; each leaves the book as it was.
TEST(Book, refuses_in_the_order_of_its_checks_and_changes_nothing) {
    Book book = awarded();
    must(book, hold(act("hold:1"), care(3000)));
    const Entry held = *book.find_cause("hold:1");
    Entry same_id = *hold({held.id(), Date(), {}, "hold:2", ann, "", {}}, care(1));
    Entry unknown = *reverse(act("reverse:0"), *hold(act("hold:never"), care(1)));
    const struct {
        const char* code;
        Result<Entry> entry;
    } rows[] = {
        {"ledger.same_cause", hold(act("hold:1"), care(999999))},
        {"ledger.same_entry", same_id},
        {"ledger.reverses_unknown", unknown},
        {"ledger.not_enough", hold(act("hold:3"), care(2001))},
        {"ledger.not_enough", release(act("release:1"), care(3001))},
        {"ledger.not_enough", settle(act("settle:1"), rosebank, care(3001))},
        {"ledger.not_enough", award(act("award:2"), "care", Money::pence(95001))},
    };
    for (const auto& row : rows) {
        const std::vector<Balance> before = book.balances();
        const std::size_t count = book.entries().size();
        ASSERT_TRUE(row.entry.has_value()) << row.entry.error().code;
        const Outcome posted = book.post(*row.entry);
        ASSERT_FALSE(posted.has_value()) << row.code;
        EXPECT_EQ(posted.error().code, row.code);
        EXPECT_EQ(book.balances(), before);
        EXPECT_EQ(book.entries().size(), count);
    }
}

TEST(Book, refuses_all_of_a_split_when_one_stream_has_too_little) {
    Book book = awarded();
    const Outcome posted =
        book.post(*hold(act("hold:1"), {{"care", Money::pence(10)}, {"home", Money::pence(1)}}));
    ASSERT_FALSE(posted.has_value());
    EXPECT_EQ(posted.error().code, "ledger.not_enough");
    EXPECT_EQ(posted.error().place, (Account{AccountKind::available, "home", ann, {}}.to_text()));
    EXPECT_EQ(book.balance({AccountKind::held, "care", ann, {}}), Money());
}

TEST(Book, spends_the_last_penny_and_not_one_more) {
    Book book = awarded();
    must(book, hold(act("hold:1"), care(5000)));
    EXPECT_EQ(book.post(*hold(act("hold:2"), care(1))).error().code, "ledger.not_enough");
    must(book, release(act("release:1"), care(1)));
    must(book, hold(act("hold:3"), care(1)));
}

TEST(Book, refuses_to_take_back_more_than_was_moved) {
    Book book = awarded();
    must(book, hold(act("hold:1"), care(1000)));
    must(book, hold(act("hold:2"), care(1000)));
    const Entry original = *book.find_cause("hold:1");
    must(book, reverse_part(act("reverse:1"), original, care(600)));
    EXPECT_EQ(book.post(*reverse(act("reverse:2"), original)).error().code,
              "ledger.reversed_too_much");
    must(book, reverse_part(act("reverse:3"), original, care(400)));
    EXPECT_EQ(book.balance({AccountKind::held, "care", ann, {}}), Money::pence(1000));
}

TEST(Book, knows_every_balance_on_every_day) {
    Book book = awarded();
    must(book, hold(act("hold:1", 5), care(1000)));
    must(book, settle(act("settle:1", 9), rosebank, care(400)));
    const Account held{AccountKind::held, "care", ann, {}};
    EXPECT_EQ(balances_on(book.entries(), Date::from_days(4))[held], Money());
    EXPECT_EQ(balances_on(book.entries(), Date::from_days(5))[held], Money::pence(1000));
    EXPECT_EQ(balances_on(book.entries(), Date::from_days(9))[held], Money::pence(600));
}

std::vector<EntryFacts> rows_of(const Book& book) {
    std::vector<EntryFacts> rows;
    for (const Entry& entry : book.entries()) {
        rows.push_back(entry.facts());
    }
    return rows;
}

TEST(Invariants, hold_in_a_book_and_name_what_breaks_them) {
    Book book = awarded();
    must(book, hold(act("hold:1"), care(3000)));
    must(book, settle(act("settle:1"), rosebank, care(2000)));
    must(book, instruct(act("instruct:1"), rosebank, care(2000)));
    must(book, clear_to_holder(act("clear:1"), rosebank, care(2000)));
    must(book, recover(act("recover:1"), rosebank, care(500)));
    must(book, reverse(act("reverse:1"), *book.find_cause("recover:1")));
    must(book, recover(act("recover:2"), rosebank, care(2000)));
    const std::vector<EntryFacts> rows = rows_of(book);
    EXPECT_TRUE(entries_balance(rows).empty());
    EXPECT_TRUE(balances_are_sums(rows, book.balances()).empty());
    EXPECT_TRUE(nothing_below_nought(rows).empty());
    EXPECT_TRUE(nothing_taken_back_twice(rows).empty());

    std::vector<EntryFacts> penny_made = rows;
    penny_made[2].postings[0].amount += Money::pence(1);
    ASSERT_EQ(entries_balance(penny_made).size(), 1U);
    EXPECT_EQ(entries_balance(penny_made)[0].invariant, "I1");
    EXPECT_EQ(balances_are_sums(penny_made, book.balances()).size(), 1U);

    std::vector<Balance> moved = book.balances();
    moved[1].amount += Money::pence(1);
    ASSERT_EQ(balances_are_sums(rows, moved).size(), 1U);
    moved = book.balances();
    moved.erase(moved.begin());
    EXPECT_EQ(balances_are_sums(rows, moved).size(), 1U);

    std::vector<EntryFacts> lost = rows;
    lost.erase(lost.begin() + 1);  // the award
    EXPECT_FALSE(nothing_below_nought(lost).empty());

    std::vector<EntryFacts> twice = rows;
    twice.push_back(rows[6]);  // the reversal once more
    EXPECT_FALSE(nothing_taken_back_twice(twice).empty());
    std::vector<EntryFacts> too_much = rows;
    for (Posting& posting : too_much[7].postings) {
        posting.amount = posting.amount.is_negative() ? Money::pence(-2001) : Money::pence(2001);
    }
    ASSERT_FALSE(nothing_taken_back_twice(too_much).empty());
    EXPECT_EQ(nothing_taken_back_twice(too_much)[0].invariant, "I8");
}

}  // namespace
}  // namespace ledger
