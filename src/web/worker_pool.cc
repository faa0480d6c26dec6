#include "web/worker_pool.h"

#include <utility>

namespace web {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_max) : queue_max_(queue_max) {
    for (std::size_t i = 0; i < threads; ++i) {
        workers_.push_back(std::make_unique<Worker>());
        idle_.push_back(workers_.back().get());
    }
    for (const std::unique_ptr<Worker>& worker : workers_) {
        worker->thread = std::thread([this, me = worker.get()] { run(*me); });
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    for (const std::unique_ptr<Worker>& worker : workers_) {
        worker->wake.notify_one();
    }
    for (const std::unique_ptr<Worker>& worker : workers_) {
        worker->thread.join();
    }
}

bool WorkerPool::take(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
        Worker& worker = *idle_.back();
        idle_.pop_back();
        worker.work = std::move(work);
        worker.wake.notify_one();
        return true;
    }
    if (queue_.size() >= queue_max_) {
        return false;
    }
    queue_.push_back(std::move(work));
    return true;
}

void WorkerPool::run(Worker& me) {
    std::unique_lock lock(mutex_);
    for (bool is_listed = true;; is_listed = false) {
        std::function<void()> work;
        if (!is_listed && !queue_.empty()) {
            work = std::move(queue_.front());
            queue_.pop_front();
        } else {
            if (!is_listed && !stopping_) {
                idle_.push_back(&me);
            }
            me.wake.wait(lock, [&] { return me.work || stopping_; });
            if (!me.work) {
                return;
            }
            work = std::exchange(me.work, nullptr);
        }
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

}  // namespace web
