#include "web/worker_pool.h"

#include <utility>

namespace web {

WorkerPool::WorkerPool(std::size_t threads, std::size_t looks_at_once_max, std::size_t queue_max)
    : queue_max_(queue_max) {
    lane(WorkKind::change).at_once_max = threads;
    lane(WorkKind::look).at_once_max = looks_at_once_max;
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

bool WorkerPool::take(WorkKind kind, std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    Lane& wanted = lane(kind);
    Piece piece{kind, turns_++, std::move(work)};
    if (!idle_.empty() && wanted.may_begin()) {
        Worker& worker = *idle_.back();
        idle_.pop_back();
        ++wanted.running;
        worker.piece = std::move(piece);
        worker.wake.notify_one();
        return true;
    }
    if (lanes_[0].queue.size() + lanes_[1].queue.size() >= queue_max_) {
        return false;
    }
    wanted.queue.push_back(std::move(piece));
    return true;
}

WorkerPool::Piece WorkerPool::next_queued() {
    Lane* first = nullptr;
    for (Lane& each : lanes_) {
        const bool is_ready = !each.queue.empty() && each.may_begin();
        if (is_ready && (first == nullptr || each.queue.front().turn < first->queue.front().turn)) {
            first = &each;
        }
    }
    if (first == nullptr) {
        return {};
    }
    ++first->running;
    Piece piece = std::move(first->queue.front());
    first->queue.pop_front();
    return piece;
}

void WorkerPool::run(Worker& me) {
    std::unique_lock lock(mutex_);
    for (bool is_listed = true;; is_listed = false) {
        Piece piece = is_listed ? Piece() : next_queued();
        if (!piece.work) {
            if (!is_listed && !stopping_) {
                idle_.push_back(&me);
            }
            me.wake.wait(lock, [&] { return me.piece.work || stopping_; });
            if (!me.piece.work) {
                return;
            }
            piece = std::exchange(me.piece, Piece());
        }
        lock.unlock();
        piece.work();
        piece.work = nullptr;
        lock.lock();
        --lane(piece.kind).running;
    }
}

}  // namespace web
