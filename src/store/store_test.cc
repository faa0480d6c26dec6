#include "store/store.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "store/connection.h"
#include "store/migrate.h"

namespace store {
namespace {

class StoreTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("onepurse-store-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        path_ = folder_ / "wendlebury.book";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::unique_ptr<Store> open() {
        Result<std::unique_ptr<Store>> opened = Store::open(path_, "wendlebury");
        EXPECT_TRUE(opened.has_value());
        return std::move(opened).value();
    }

    std::filesystem::path folder_;
    std::string path_;
};

Outcome put(Tx& tx, const std::string& id, const std::string& answer) {
    tx.run(
        "insert into request (authority, id, fingerprint, answer, at) values (?, ?, 'f', ?, 'now')",
        tx.authority(), id, answer);
    return Done{};
}

std::int64_t count(Store& store) {
    return store.read([](Snapshot& snapshot) {
        Rows rows = snapshot.query("select count(*) from request");
        rows.next();
        return rows.number(0);
    });
}

TEST_F(StoreTest, keeps_what_was_written_over_a_restart) {
    {
        auto store = open();
        ASSERT_TRUE(store->write([](Tx& tx) { return put(tx, "a", "Zoë"); }).has_value());
    }
    auto store = open();
    const std::string kept = store->read([](Snapshot& snapshot) {
        Rows rows = snapshot.query("select answer from request where id = ?", "a");
        return rows.next() ? rows.text(0) : std::string("nothing");
    });
    EXPECT_EQ(kept, "Zoë");
}

TEST_F(StoreTest, a_refused_act_leaves_nothing_behind_and_its_neighbours_stand) {
    auto store = open();
    const Outcome refused = store->write([](Tx& tx) -> Outcome {
        TRY_DONE(put(tx, "a", "x"));
        return Error{"test.no", "No."};
    });
    EXPECT_EQ(refused.error().code, "test.no");
    EXPECT_EQ(count(*store), 0);
    EXPECT_TRUE(store->write([](Tx& tx) { return put(tx, "b", "y"); }).has_value());
    EXPECT_EQ(count(*store), 1);
}

TEST_F(StoreTest, a_broken_rule_of_the_book_refuses_the_whole_act) {
    auto store = open();
    ASSERT_TRUE(store->write([](Tx& tx) { return put(tx, "a", "x"); }).has_value());
    const Outcome twice = store->write([](Tx& tx) -> Outcome {
        TRY_DONE(put(tx, "b", "x"));
        return put(tx, "a", "x");
    });
    EXPECT_EQ(twice.error().code, "store.rule_broken");
    EXPECT_EQ(count(*store), 1);
}

TEST_F(StoreTest, many_writers_at_once_each_get_their_own_answer) {
    auto store = open();
    std::vector<std::thread> writers;
    writers.reserve(16);
    std::atomic<int> kept = 0;
    for (int writer = 0; writer < 16; ++writer) {
        writers.emplace_back([&, writer] {
            for (int i = 0; i < 50; ++i) {
                // Every fifth key is shared by all writers: exactly one of them may have it.
                const std::string id = i % 5 == 0
                                           ? "shared" + std::to_string(i)
                                           : std::to_string(writer) + "-" + std::to_string(i);
                kept += store->write([&](Tx& tx) { return put(tx, id, "x"); }).has_value() ? 1 : 0;
            }
        });
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    EXPECT_EQ(kept.load(), 16 * 40 + 10);
    EXPECT_EQ(count(*store), 16 * 40 + 10);
}

TEST_F(StoreTest, a_snapshot_does_not_move_while_others_write) {
    auto store = open();
    store->read([&](Snapshot& snapshot) {
        const auto counted = [&] {
            Rows rows = snapshot.query("select count(*) from request");
            rows.next();
            return rows.number(0);
        };
        EXPECT_EQ(counted(), 0);
        EXPECT_TRUE(store->write([](Tx& tx) { return put(tx, "a", "x"); }).has_value());
        EXPECT_EQ(counted(), 0);
        return 0;
    });
    EXPECT_EQ(count(*store), 1);
}

TEST_F(StoreTest, a_long_log_is_moved_into_the_book_in_a_quiet_moment) {
    auto store = open();
    ASSERT_TRUE(store
                    ->write([](Tx& tx) -> Outcome {
                        for (int i = 0; i < 600; ++i) {
                            TRY_DONE(put(tx, std::to_string(i), std::string(4000, 'x')));
                        }
                        return Done{};
                    })
                    .has_value());
    // Only moving the log makes the book itself longer.
    const auto is_moved = [&] { return std::filesystem::file_size(path_) > 700 * 4096; };
    for (int tenths = 0; tenths < 100 && !is_moved(); ++tenths) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    EXPECT_TRUE(is_moved());
    EXPECT_EQ(count(*store), 600);
    EXPECT_TRUE(store->write([](Tx& tx) { return put(tx, "after", "y"); }).has_value());
}

TEST_F(StoreTest, a_book_of_another_authority_is_refused) {
    open();
    const auto other = Store::open(path_, "elsewhere");
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(other.error().code, "store.other_authority");
    EXPECT_EQ(*Store::authority_of(path_), "wendlebury");
}

TEST_F(StoreTest, a_book_that_is_open_to_write_is_not_opened_again) {
    auto store = open();
    EXPECT_EQ(Store::open(path_, "wendlebury").error().code, "store.book_in_use");
    EXPECT_TRUE(Store::open_to_read(path_).has_value());
    store.reset();
    EXPECT_TRUE(Store::open(path_, "wendlebury").has_value());
}

TEST_F(StoreTest, a_book_from_a_newer_version_is_refused) {
    {
        auto store = open();
        ASSERT_TRUE(store
                        ->write([](Tx& tx) -> Outcome {
                            tx.run(
                                "insert into migration (name, done_at) values ('9999-later', 'x')");
                            return Done{};
                        })
                        .has_value());
    }
    EXPECT_EQ(Store::open(path_, "wendlebury").error().code, "store.newer_book");
}

// What was written before years were told apart is money of the year the book began in.
TEST_F(StoreTest, a_book_from_before_years_were_told_apart_keeps_every_balance) {
    {
        Result<std::unique_ptr<Connection>> writer =
            Connection::open(path_, Connection::Kind::writer);
        ASSERT_TRUE(writer.has_value());
        Connection& book = **writer;
        book.run_script(
            "create table migration (name text not null primary key, done_at text not null);"
            "create table book (name text not null primary key, value text not null);");
        for (const Migration& migration : migrations()) {
            if (migration.name == "0070-money-by-year") {
                break;
            }
            book.run_script(std::string(migration.sql));
            book.run("insert into migration (name, done_at) values (?, 'x')", migration.name);
        }
        book.run_script(
            "insert into entry values ('wendlebury', 1, 'e1', 'cash_limit', '2006-05-03', 'x', "
            "'c1', null, '', null, '', null);"
            "insert into entry values ('wendlebury', 2, 'e2', 'cash_limit', '2007-06-01', 'x', "
            "'c2', null, '', null, '', null);"
            "insert into posting values ('wendlebury', 'e1', 0, 'funder', 'care', '', '', -500);"
            "insert into posting values ('wendlebury', 'e1', 1, 'pool', 'care', '', '', 500);"
            "insert into posting values ('wendlebury', 'e2', 0, 'own_money', '', 'p', '', -70);"
            "insert into posting values ('wendlebury', 'e2', 1, 'top_up', '', 'p', '', 70);"
            "insert into balance values ('wendlebury', '', 'pool', 'care', '', 500);"
            "insert into entry values ('wendlebury', 3, 'e3', 'award', '2007-06-01', 'x', 'c3', "
            "'p', 'with_award', null, '', null);"
            "insert into posting values ('wendlebury', 'e3', 0, 'pool', 'care', '', '', -1);"
            "insert into posting values ('wendlebury', 'e3', 1, 'available', 'care', 'p', '', 1);"
            "insert into budget values ('wendlebury', 'with_award', 1, 'p', 'l', '2007-06-01', "
            "'2008-04-01', '2007-06-01', '');"
            "insert into budget values ('wendlebury', 'without', 1, 'p', 'l', '2007-04-01', "
            "'2008-04-01', '2007-03-01', '');"
            "insert into budget values ('wendlebury', 'without', 2, 'p', 'l', '2007-03-31', "
            "'2008-04-01', '2007-03-01', '');");
        ASSERT_FALSE(book.failure().has_value());
    }
    const auto store = open();
    store->read([](Snapshot& view) {
        Rows rows =
            view.query("select kind, year, amount from balance where authority = ? order by kind",
                       view.authority());
        std::string found;
        while (rows.next()) {
            found += rows.text(0) + " " + std::to_string(rows.number(1)) + " " +
                     std::to_string(rows.number(2)) + ";";
        }
        EXPECT_EQ(found,
                  "available 2006 1;funder 2006 -500;own_money 0 -70;pool 2006 499;top_up 0 70;");
        Rows budgets = view.query(
            "select id, version, year from budget where authority = ? order by id, version",
            view.authority());
        std::string years;
        while (budgets.next()) {
            years += budgets.text(0) + " " + std::to_string(budgets.number(1)) + " " +
                     std::to_string(budgets.number(2)) + ";";
        }
        // The money of the first year, whatever its dates say; that of its days while it has none.
        EXPECT_EQ(years, "with_award 1 2006;without 1 2006;without 2 2006;");
        return 0;
    });
}

}  // namespace
}  // namespace store
