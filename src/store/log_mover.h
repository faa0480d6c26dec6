#pragma once
// A LogMover moves the log of a book into the book while acts go on: a thread and a connection of
// its own that never write an act. Before it, the one writing thread did this between two commits,
// and whoever came meanwhile waited for the disk. What it cannot do alone is begin the log anew,
// because new pages come while it works: when the log has grown long and little of it is left, the
// store stops reads and acts for the moment that the rest takes (see Store). Used by Store alone.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "store/connection.h"

namespace store {

class LogMover {
public:
    explicit LogMover(std::unique_ptr<Connection> connection);
    // Stops after the pages it is moving.
    ~LogMover();
    LogMover(const LogMover&) = delete;
    LogMover& operator=(const LogMover&) = delete;

    // Hears after each commit how many pages the log holds.
    void log_is(int pages);

    // Whether the log is long, and so little of it is left to move that acts can wait for it. True
    // too when the log has grown far longer than it should.
    bool may_begin_log_anew() const;
    // Whether there is enough in the log to be worth a quiet moment.
    bool is_worth_moving() const;

    // Whether so little is left to move that whoever reads can wait for it.
    bool is_nearly_moved() const;
    // Asks for the rest to be moved now, beside whoever reads.
    void move_rest();

    // Runs `move() -> pages of the log that are in the book` while this thread moves nothing.
    template <typename Move>
    void instead(Move&& move) {
        std::unique_lock lock(mutex_);
        idle_.wait(lock, [&] { return !is_moving_; });
        moved_ = move();
    }

private:
    void move_until_stopped();
    int left() const { return in_log_ - moved_; }  // call with the mutex held

    std::unique_ptr<Connection> connection_;
    mutable std::mutex mutex_;
    std::condition_variable grew_;
    std::condition_variable idle_;
    int in_log_ = 0;
    int moved_ = 0;
    int times_anew_ = 0;  // what was moved of an earlier log says nothing of this one
    bool is_moving_ = false;
    bool wants_rest_ = false;
    bool is_stopping_ = false;
    std::thread thread_;
};

// After a failed sync nobody knows what the disk holds, and a second try may report success for
// pages that were dropped: stops the program, and the next start recovers from the log.
[[noreturn]] void stop_for_good(const Error& failure);

}  // namespace store
