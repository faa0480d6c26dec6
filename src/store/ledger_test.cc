#include "store/ledger.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace store {
namespace {

const PersonId person{1, 1};
const StreamId care = "care";

// A book in a folder of its own, with ten pounds of care awarded to one person.
class LedgerBook : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("onepurse-ledger-" + std::to_string(::getpid()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        Result<std::unique_ptr<Store>> opened =
            Store::open(folder_ / "wendlebury.book", "wendlebury");
        ASSERT_TRUE(opened.has_value());
        store_ = std::move(*opened);
        ASSERT_TRUE(post(ledger::fund(act("fund", {}), care, Money::pence(1000))).has_value());
        ASSERT_TRUE(
            post(ledger::award(act("award", person), care, Money::pence(1000))).has_value());
    }
    void TearDown() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    static ledger::Act act(const std::string& cause, PersonId whose) {
        ledger::Act act;
        act.on = *Date::parse("2006-05-03");
        act.cause = cause;
        act.person = whose;
        act.year = CouncilYear::of(act.on);
        return act;
    }
    static Result<ledger::Entry> hold(const std::string& cause, std::int64_t pence) {
        return ledger::hold(act(cause, person), {{care, Money::pence(pence)}});
    }
    Outcome post(const Result<ledger::Entry>& entry) {
        return store_->write([&](Tx& tx) { return append(tx, *entry); });
    }
    std::size_t entries() {
        return store_->read([](Snapshot& snapshot) { return load_entries(snapshot).size(); });
    }
    Money balance(ledger::AccountKind kind) {
        return store_->read([&](Snapshot& snapshot) {
            return load_balance(snapshot, {kind, care, person, {}, CouncilYear{2006}});
        });
    }

    std::filesystem::path folder_;
    std::unique_ptr<Store> store_;
};

TEST_F(LedgerBook, a_cause_posted_again_changes_nothing_even_when_too_little_is_left_for_it) {
    ASSERT_TRUE(post(hold("hold:one", 700)).has_value());
    ASSERT_TRUE(post(hold("hold:one", 700)).has_value());
    EXPECT_EQ(entries(), 3u);
    EXPECT_EQ(balance(ledger::AccountKind::available), Money::pence(300));
    EXPECT_EQ(balance(ledger::AccountKind::held), Money::pence(700));
}

TEST_F(LedgerBook, a_cause_posted_again_with_another_sum_changes_nothing) {
    ASSERT_TRUE(post(hold("hold:one", 200)).has_value());
    ASSERT_TRUE(post(hold("hold:one", 300)).has_value());
    EXPECT_EQ(entries(), 3u);
    EXPECT_EQ(balance(ledger::AccountKind::held), Money::pence(200));
}

TEST_F(LedgerBook, what_there_is_too_little_for_is_refused_and_leaves_nothing_behind) {
    const Outcome refused = post(hold("hold:one", 1001));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "ledger.not_enough");
    EXPECT_EQ(entries(), 2u);
    EXPECT_EQ(balance(ledger::AccountKind::available), Money::pence(1000));
}

TEST_F(LedgerBook, entries_are_loaded_in_the_order_of_writing) {
    ASSERT_TRUE(post(hold("hold:z", 100)).has_value());
    ASSERT_TRUE(post(hold("hold:a", 100)).has_value());
    const auto all = store_->read([](Snapshot& snapshot) { return load_entries(snapshot); });
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[2].cause(), "hold:z");
    EXPECT_EQ(all[3].cause(), "hold:a");
}

}  // namespace
}  // namespace store
