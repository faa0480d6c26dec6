#pragma once
// A WorkerPool runs pages' own code on a fixed number of blocking threads, so that a page may wait
// for the disk or for a password hash while the threads of the network go on. The queue is bounded:
// when it is full, work is not taken and the visitor is asked to try again. The thread that went
// idle last is woken first, so that a quiet server keeps only a few threads (and their stacks and
// open readers) warm.
//
// Work that only looks uses the processors, and more of it at once only takes them from itself: a
// few threads at a time do it, one piece after the other without being woken for each. Work that
// changes something mostly waits for the disk, with many others for the same sync: all threads may.

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace web {

enum class WorkKind { change, look };

class WorkerPool {
public:
    WorkerPool(std::size_t threads, std::size_t looks_at_once_max, std::size_t queue_max);
    // Finishes what is queued, then stops.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // Takes a piece of work; false when the queue is full, and then nothing happens.
    bool take(WorkKind kind, std::function<void()> work);

private:
    struct Piece {
        WorkKind kind = WorkKind::change;
        std::uint64_t turn = 0;  // in the order of coming
        std::function<void()> work;
    };
    struct Lane {
        std::size_t at_once_max = 0;
        std::size_t running = 0;
        std::deque<Piece> queue;
        bool may_begin() const { return running < at_once_max; }
    };
    struct Worker {
        std::condition_variable wake;
        Piece piece;  // handed over directly to an idle worker
        std::thread thread;
    };

    void run(Worker& me);
    Lane& lane(WorkKind kind) { return lanes_[static_cast<std::size_t>(kind)]; }
    // Gives the piece that came first of those that may begin, or one without work.
    // Call with the mutex held.
    Piece next_queued();

    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<Worker*> idle_;  // the last one went idle last
    std::array<Lane, 2> lanes_;
    std::uint64_t turns_ = 0;
    const std::size_t queue_max_;
    bool stopping_ = false;
};

}  // namespace web
