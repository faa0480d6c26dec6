#pragma once
// A Wake is a place where one thread waits until another tells it to go on: once told, once gone
// through. Telling costs no lock, and whoever is told needs none either. The standard's own
// semaphores and atomic waits give up the processor four times before they sleep, which with 64
// who wait was a twelfth of all processor time; the system's semaphore just sleeps.

#include <semaphore.h>

#include <cerrno>

#include "base/check.h"

namespace store {

class Wake {
public:
    Wake() { CHECK(::sem_init(&semaphore_, 0, 0) == 0); }
    ~Wake() { ::sem_destroy(&semaphore_); }
    Wake(const Wake&) = delete;
    Wake& operator=(const Wake&) = delete;

    void tell() { CHECK(::sem_post(&semaphore_) == 0); }

    void wait() {
        while (::sem_wait(&semaphore_) != 0) {
            CHECK(errno == EINTR);
        }
    }

private:
    ::sem_t semaphore_ = {};
};

}  // namespace store
