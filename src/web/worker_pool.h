#pragma once
// A WorkerPool runs pages' own code on a fixed number of blocking threads, so that a page may wait
// for the disk or for a password hash while the threads of the network go on. The queue is bounded:
// when it is full, work is not taken and the visitor is asked to try again. The thread that went
// idle last is woken first, so that a quiet server keeps only a few threads (and their stacks and
// open readers) warm.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace web {

class WorkerPool {
public:
    WorkerPool(std::size_t threads, std::size_t queue_max);
    // Finishes what is queued, then stops.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // Takes a piece of work; false when the queue is full, and then nothing happens.
    bool take(std::function<void()> work);

private:
    struct Worker {
        std::condition_variable wake;
        std::function<void()> work;  // handed over directly to an idle worker
        std::thread thread;
    };

    void run(Worker& me);

    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<Worker*> idle_;  // the last one went idle last
    std::deque<std::function<void()>> queue_;
    const std::size_t queue_max_;
    bool stopping_ = false;
};

}  // namespace web
