#include "command/dated_work.h"

#include <cstdio>
#include <optional>

#include "casework/pay_instalments.h"

namespace command {

DatedWork::DatedWork(std::vector<std::function<casework::Desk()>> desks,
                     std::chrono::milliseconds look_every)
    : desks_(std::move(desks)),
      look_every_(look_every),
      working_([this] { work_until_stopped(); }) {}

DatedWork::~DatedWork() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_.notify_one();
    working_.join();
}

void DatedWork::work_until_stopped() {
    std::vector<std::optional<Date>> done(desks_.size());
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        for (std::size_t i = 0; i < desks_.size(); ++i) {
            casework::Desk desk = desks_[i]();
            if (done[i] == desk.today) {
                continue;
            }
            desk.is_system = true;
            const Result<casework::FellDue> fell = casework::fall_due(desk);
            if (fell) {
                done[i] = desk.today;
            } else {
                std::fprintf(stderr, "The dated work of %s could not be done: %s\n",
                             desk.store.authority().c_str(), fell.error().message.c_str());
            }
        }
        lock.lock();
        stop_.wait_for(lock, look_every_, [this] { return stopping_; });
    }
}

}  // namespace command
