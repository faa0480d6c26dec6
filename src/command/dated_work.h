#pragma once
// The dated work of every served book: instalments that fall due, invoices, reminders, budgets of
// closed records. It is done when the server starts and whenever a book's day changes, so that
// nobody's payment waits for somebody to press a button. Doing it again does only what is missing.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "casework/desk.h"

namespace command {

class DatedWork {
public:
    // Begins at once, on a thread of its own, and looks at the days again and again. Each function
    // gives a desk of one book, with its day of now.
    explicit DatedWork(std::vector<std::function<casework::Desk()>> desks,
                       std::chrono::milliseconds look_every = std::chrono::minutes{1});
    // Ends after the work under way.
    ~DatedWork();
    DatedWork(const DatedWork&) = delete;
    DatedWork& operator=(const DatedWork&) = delete;

private:
    void work_until_stopped();

    std::vector<std::function<casework::Desk()>> desks_;
    std::chrono::milliseconds look_every_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::thread working_;
};

}  // namespace command
