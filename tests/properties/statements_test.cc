// What the owners of streams are told and what persons are told add up to the same penny.

#include "ledger/statement.h"

#include <gtest/gtest.h>

#include "random_book.h"

namespace {

using ledger::Figures;
using ledger::OwnerStatement;
using ledger::PersonStatement;

ledger::Book some_book(std::uint64_t seed) {
    Random random = Random::seeded(seed);
    ledger::Book book;
    for (int number = 0; number < 900; ++number) {
        if (const auto entry = properties::some_entry(random, number, book.entries())) {
            (void)book.post(*entry).has_value();
        }
    }
    return book;
}

// Sums persons' figures of the streams, without their own money.
struct Sums {
    Figures at_start;
    Figures moved;
    Figures at_end;
};

TEST(StatementProperty, owners_and_persons_agree_to_the_penny_for_any_dates) {
    int reached = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const ledger::Book book = some_book(seed);
        Random random = Random::seeded(seed * 7919);
        const Date from = Date::from_days(static_cast<std::int64_t>(random.below(90)));
        const Period period{from, from.plus_days(1 + static_cast<std::int64_t>(random.below(50)))};
        Sums persons;
        for (const PersonId& person : properties::persons) {
            const PersonStatement statement =
                ledger::person_statement(book.entries(), person, period);
            for (const ledger::StreamFigures& stream : statement.streams) {
                Figures check = stream.at_start;
                check += stream.moved;
                ASSERT_EQ(check, stream.at_end);
                if (!stream.stream.empty()) {
                    persons.at_start += stream.at_start;
                    persons.moved += stream.moved;
                    persons.at_end += stream.at_end;
                    ASSERT_EQ(
                        stream.at_end.have(),
                        stream.at_end.awarded - stream.at_end.kept_back - stream.at_end.recovered)
                        << "seed " << seed;
                }
            }
        }
        Sums owners;
        Sums rows;
        for (const StreamId& stream : properties::streams) {
            const OwnerStatement statement =
                ledger::owner_statement(book.entries(), stream, period);
            owners.at_start += statement.at_start.people;
            owners.moved += statement.moved.people;
            owners.at_end += statement.at_end.people;
            for (const ledger::PersonRow& row : statement.persons) {
                rows.at_start += row.at_start;
                rows.moved += row.moved;
                rows.at_end += row.at_end;
            }
            ASSERT_EQ(statement.at_end.cash_limit,
                      statement.at_end.not_awarded + statement.at_end.people.have());
        }
        ASSERT_EQ(owners.at_start, persons.at_start) << "seed " << seed;
        ASSERT_EQ(owners.moved, persons.moved) << "seed " << seed;
        ASSERT_EQ(owners.at_end, persons.at_end) << "seed " << seed;
        ASSERT_EQ(rows.at_end, persons.at_end) << "seed " << seed;
        reached += persons.at_end.spent.is_positive() ? 1 : 0;
    }
    // Money must have gone all the way in most books, or this proves little.
    EXPECT_GT(reached, 15);
}

TEST(StatementProperty, shows_the_balances_of_the_book) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const ledger::Book book = some_book(seed);
        const Period all{Date::from_days(-1), Date::from_days(1000)};
        for (const PersonId& person : properties::persons) {
            for (const ledger::StreamFigures& stream :
                 ledger::person_statement(book.entries(), person, all).streams) {
                const auto balance = [&](ledger::AccountKind kind) {
                    Money sum;
                    for (const ledger::Balance& each : book.balances()) {
                        if (each.account.kind == kind && each.account.stream == stream.stream &&
                            each.account.person == person) {
                            sum += each.amount;
                        }
                    }
                    return sum;
                };
                using enum ledger::AccountKind;
                ASSERT_EQ(stream.at_end.available, balance(available));
                ASSERT_EQ(stream.at_end.held, balance(held));
                ASSERT_EQ(stream.at_end.owed, balance(owed));
                ASSERT_EQ(stream.at_end.in_clearing, balance(clearing));
                ASSERT_EQ(stream.at_end.paid_to_holder, balance(paid_to_holder));
                ASSERT_EQ(stream.at_end.spent, balance(spent));
                ASSERT_EQ(stream.at_end.own_unspent, balance(contribution) + balance(top_up));
            }
        }
    }
}

}  // namespace
