#include "web/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>

namespace web {
namespace {

TEST(WorkerPool, runs_no_more_looks_at_once_than_it_may_and_all_in_the_end) {
    std::atomic<int> at_once = 0;
    std::atomic<int> most = 0;
    std::atomic<int> done = 0;
    {
        WorkerPool pool(8, 2, 1000);
        for (int i = 0; i < 100; ++i) {
            ASSERT_TRUE(pool.take(WorkKind::look, [&] {
                const int now = ++at_once;
                int seen = most;
                while (seen < now && !most.compare_exchange_weak(seen, now)) {
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                --at_once;
                ++done;
            }));
        }
    }
    EXPECT_EQ(done, 100);
    EXPECT_EQ(most, 2);
}

// Somebody who orders is not kept waiting because others read something long.
TEST(WorkerPool, begins_a_change_while_looks_have_all_the_threads_they_may) {
    std::latch looks_may_end(1);
    std::latch changed(1);
    WorkerPool pool(4, 2, 1000);
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(pool.take(WorkKind::look, [&] { looks_may_end.wait(); }));
    }
    ASSERT_TRUE(pool.take(WorkKind::change, [&] { changed.count_down(); }));
    changed.wait();
    looks_may_end.count_down();
}

TEST(WorkerPool, a_look_that_waited_begins_though_changes_keep_coming) {
    std::latch first_may_end(1);
    std::latch looked(2);
    WorkerPool pool(2, 1, 1000);
    ASSERT_TRUE(pool.take(WorkKind::look, [&] {
        first_may_end.wait();
        looked.count_down();
    }));
    ASSERT_TRUE(pool.take(WorkKind::look, [&] { looked.count_down(); }));
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(pool.take(WorkKind::change,
                              [] { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }));
    }
    first_may_end.count_down();
    looked.wait();
}

TEST(WorkerPool, takes_nothing_more_when_the_queue_is_full) {
    std::latch may_end(1);
    WorkerPool pool(1, 1, 2);
    EXPECT_TRUE(pool.take(WorkKind::change, [&] { may_end.wait(); }));
    EXPECT_TRUE(pool.take(WorkKind::look, [] {}));
    EXPECT_TRUE(pool.take(WorkKind::change, [] {}));
    EXPECT_FALSE(pool.take(WorkKind::look, [] {}));
    may_end.count_down();
}

}  // namespace
}  // namespace web
