#include "store/log_mover.h"

#include <pthread.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace store {

namespace {

// Pages of 4 KB. Fewer at a time sync the book more often, and each sync keeps the acts waiting for
// theirs; a longer log is found again more slowly after a stop, and is a larger file (256 MB when
// many buy for seconds without a pause; a quiet moment begins it anew long before).
constexpr int pages_worth_moving = 16000;
constexpr int pages_in_log_long = 64000;
constexpr int pages_acts_can_wait_for = 300;
constexpr int pages_in_log_far_too_long = 8 * pages_in_log_long;
constexpr int pages_worth_a_quiet_moment = 250;
constexpr std::chrono::milliseconds pause_when_stuck{10};

}  // namespace

void stop_for_good(const Error& failure) {
    std::fprintf(stderr, "The book could not be synced to disk; stopping. %s\n",
                 failure.message.c_str());
    std::abort();
}

LogMover::LogMover(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { move_until_stopped(); }) {
    pthread_setname_np(thread_.native_handle(), "log-mover");
}

LogMover::~LogMover() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    grew_.notify_one();
    thread_.join();
}

void LogMover::log_is(int pages) {
    {
        const std::lock_guard lock(mutex_);
        if (pages < in_log_) {
            moved_ = 0;
            ++times_anew_;
        }
        in_log_ = pages;
    }
    grew_.notify_one();
}

bool LogMover::may_begin_log_anew() const {
    const std::lock_guard lock(mutex_);
    return in_log_ >= pages_in_log_far_too_long ||
           (in_log_ >= pages_in_log_long && left() <= pages_acts_can_wait_for && !is_moving_);
}

bool LogMover::is_worth_moving() const {
    const std::lock_guard lock(mutex_);
    return in_log_ >= pages_worth_a_quiet_moment;
}

bool LogMover::is_nearly_moved() const {
    const std::lock_guard lock(mutex_);
    return left() <= pages_acts_can_wait_for && !is_moving_;
}

void LogMover::move_rest() {
    {
        const std::lock_guard lock(mutex_);
        wants_rest_ = true;
    }
    grew_.notify_one();
}

void LogMover::move_until_stopped() {
    std::unique_lock lock(mutex_);
    while (true) {
        grew_.wait(lock, [&] {
            const int worth = wants_rest_ || in_log_ >= pages_in_log_long ? pages_acts_can_wait_for
                                                                          : pages_worth_moving;
            return is_stopping_ || left() > worth;
        });
        if (is_stopping_) {
            return;
        }
        is_moving_ = true;
        const int before = moved_;
        const int times_anew = times_anew_;
        // Else SQLite leaves the sync of all moves so far to whoever catches up with the acts.
        const bool syncs = wants_rest_ || in_log_ >= pages_in_log_long;
        lock.unlock();
        const int moved = connection_->checkpoint();
        if (syncs) {
            connection_->sync_book();
        }
        if (connection_->failure()) {
            stop_for_good(*connection_->failure());
        }
        lock.lock();
        is_moving_ = false;
        wants_rest_ = false;
        if (times_anew == times_anew_) {
            moved_ = moved;
        }
        idle_.notify_one();
        if (moved_ <= before && times_anew == times_anew_) {
            // Somebody reads what came before: nothing can be moved until she is done.
            grew_.wait_for(lock, pause_when_stuck, [&] { return is_stopping_; });
        }
    }
}

}  // namespace store
