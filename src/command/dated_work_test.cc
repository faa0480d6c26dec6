// The dated work is done when the server starts and when a day begins, by itself, once.

#include "command/dated_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "casework/finance_for_tests.h"

namespace casework {
namespace {

using command::DatedWork;

class DatedWorkTest : public FinanceCouncil {
protected:
    // Gives a desk of the book on the day the test has come to.
    std::function<Desk()> desks() {
        return [this] {
            Desk made{.store = *store_, .shelf = shelf_, .today = Date::from_days(day_), .now = {}};
            made.now = Instant{made.today.days() * 86'400 + 9 * 3'600 + ++second_};
            return made;
        };
    }
    // Waits until so much of the fund is owed to the person's own account.
    bool comes_to(Money owed) {
        for (int i = 0; i < 500; ++i) {
            if (balance(ledger::AccountKind::owed, "adult_social_care", own_) == owed) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    std::atomic<std::int64_t> day_ = day(first_day).days();
    std::atomic<std::int64_t> second_ = 0;
};

TEST_F(DatedWorkTest, is_done_at_the_start_and_again_when_a_day_begins) {
    const DatedWork work({desks()}, std::chrono::milliseconds(5));
    EXPECT_TRUE(comes_to(Money::pence(4 * 4000)));
    day_ = day(first_day).plus_days(27).days();  // nothing falls due
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_TRUE(comes_to(Money::pence(4 * 4000)));
    day_ = day(first_day).plus_days(28).days();
    EXPECT_TRUE(comes_to(Money::pence(8 * 4000)));
}

TEST_F(DatedWorkTest, is_done_once_however_often_the_server_starts) {
    for (int start = 0; start < 3; ++start) {
        const DatedWork work({desks()}, std::chrono::milliseconds(1));
        EXPECT_TRUE(comes_to(Money::pence(4 * 4000)));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_TRUE(comes_to(Money::pence(4 * 4000)));
}

TEST_F(DatedWorkTest, ends_at_once_when_it_is_told_to) {
    const auto before = std::chrono::steady_clock::now();
    { const DatedWork work({desks()}); }
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(20));
}

}  // namespace
}  // namespace casework
