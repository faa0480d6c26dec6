#include "ledger/statement.h"

#include <gtest/gtest.h>

#include "ledger/book.h"

namespace ledger {
namespace {

const PersonId ann{0, 1};
const PersonId ben{0, 2};
const PayeeId rosebank{0, 11};
const PayeeId own_account{0, 12};

Act act(const std::string& cause, std::int64_t day, const PersonId& person = ann) {
    return {{}, Date::from_days(day), {}, cause, person, "", {}};
}

std::vector<Portion> care(std::int64_t pence) {
    return {{"care", Money::pence(pence)}};
}

std::vector<Entry> entries_of(const std::vector<Result<Entry>>& made) {
    Book book;
    for (const Result<Entry>& entry : made) {
        EXPECT_TRUE(entry.has_value());
        const Outcome posted = book.post(*entry);
        EXPECT_TRUE(posted.has_value()) << posted.error().message;
    }
    return book.entries();
}

// A year of Ann: an order paid by the council, and an instalment less her share of it.
std::vector<Entry> year() {
    return entries_of({
        fund(act("limit", 0, {}), "care", Money::pence(100000)),
        award(act("award", 1), "care", Money::pence(20000)),
        award(act("award:ben", 1, ben), "care", Money::pence(7000)),
        hold(act("hold:1", 2), care(3000)),
        settle(act("settle:1", 10), rosebank, care(1000)),
        instruct(act("instruct:1", 12), rosebank, care(1000)),
        clear(act("clear:1", 14), rosebank, care(1000)),
        hold(act("hold:2", 20), care(9000)),
        settle(act("instalment:1", 20), own_account, care(8000)),
        net_contribution(act("net:1", 20), care(1000)),
        instruct(act("instruct:2", 20), own_account, care(8000)),
        clear_to_holder(act("clear:2", 21), own_account, care(8000)),
        contribution_paid(act("paid:1", 22), "care", Money::pence(1000)),
        report(act("report:1", 30), own_account, care(2500)),
        contribution_spent(act("share:1", 30), "care", own_account, Money::pence(400)),
    });
}

TEST(Statement, says_the_four_words_per_stream) {
    const PersonStatement statement =
        person_statement(year(), ann, {Date::from_days(0), Date::from_days(100)});
    ASSERT_EQ(statement.streams.size(), 2U);
    const Figures& own = statement.streams[0].at_end;
    const Figures& stream = statement.streams[1].at_end;
    EXPECT_EQ(statement.streams[1].stream, "care");
    EXPECT_EQ(stream.awarded, Money::pence(20000));
    EXPECT_EQ(stream.kept_back, Money::pence(1000));
    EXPECT_EQ(stream.contributed, Money::pence(1000));
    EXPECT_EQ(stream.have(), Money::pence(19000));
    EXPECT_EQ(stream.promised(), Money::pence(2000));
    EXPECT_EQ(stream.spent, Money::pence(3500));
    EXPECT_EQ(stream.paid_to_holder, Money::pence(5500));
    EXPECT_EQ(stream.left(), Money::pence(8000 + 5500));
    EXPECT_EQ(own.own_unspent, Money::pence(600));
    EXPECT_EQ(own.spent, Money::pence(400));
    // What she has is what was awarded: her own share replaced what the stream kept back.
    EXPECT_EQ(statement.total.at_end.have(), Money::pence(20000));
}

TEST(Statement, says_what_stood_what_moved_and_what_stands) {
    const PersonStatement statement =
        person_statement(year(), ann, {Date::from_days(10), Date::from_days(20)});
    ASSERT_EQ(statement.streams.size(), 1U);
    const StreamFigures& stream = statement.streams[0];
    EXPECT_EQ(stream.at_start.held, Money::pence(3000));
    EXPECT_EQ(stream.moved.held, Money::pence(-1000));
    EXPECT_EQ(stream.at_end.held, Money::pence(2000));
    EXPECT_EQ(stream.moved.spent, Money::pence(1000));
    ASSERT_EQ(statement.lines.size(), 3U);
    EXPECT_EQ(statement.lines[0].words, "Due to be paid");
    EXPECT_EQ(statement.lines[0].amount, Money::pence(1000));
    EXPECT_EQ(statement.lines[0].payee, rosebank);
    EXPECT_EQ(statement.lines[2].from, AccountKind::clearing);
    EXPECT_EQ(statement.lines[2].to, AccountKind::spent);
}

TEST(Statement, of_an_owner_has_limit_awards_and_a_row_for_each_person) {
    const OwnerStatement statement =
        owner_statement(year(), "care", {Date::from_days(0), Date::from_days(100)});
    EXPECT_EQ(statement.at_end.cash_limit, Money::pence(100000));
    EXPECT_EQ(statement.at_end.not_awarded, Money::pence(100000 - 27000 + 1000));
    EXPECT_EQ(statement.at_end.people.awarded, Money::pence(27000));
    EXPECT_EQ(statement.at_end.people.contributed, Money::pence(1000));
    ASSERT_EQ(statement.persons.size(), 2U);
    EXPECT_EQ(statement.persons[1].at_end.available, Money::pence(7000));
    EXPECT_EQ(statement.at_end.cash_limit,
              statement.at_end.not_awarded + statement.at_end.people.have());
}

TEST(Statement, gross_charges_stand_beside_and_are_not_hers_to_spend) {
    const std::vector<Entry> entries =
        entries_of({contribution_received(act("received:1", 3), "care", Money::pence(700))});
    const PersonStatement statement =
        person_statement(entries, ann, {Date::from_days(0), Date::from_days(9)});
    EXPECT_EQ(statement.total.at_end.contributed, Money::pence(700));
    EXPECT_EQ(statement.total.at_end.have(), Money());
}

TEST(Statement, counts_a_reversal_as_the_act_it_takes_back) {
    std::vector<Entry> entries = year();
    entries.push_back(*reverse_part(act("reverse:award", 40, ben), entries[2], care(2000)));
    const PersonStatement statement =
        person_statement(entries, ben, {Date::from_days(0), Date::from_days(100)});
    EXPECT_EQ(statement.total.at_end.awarded, Money::pence(5000));
    ASSERT_EQ(statement.lines.size(), 2U);
    EXPECT_TRUE(statement.lines[1].is_reversal);
    EXPECT_EQ(statement.lines[1].words, "Taken back: Awarded");
}

}  // namespace
}  // namespace ledger
