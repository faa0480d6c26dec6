#include "verify/limits.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <new>
#include <string_view>

namespace verify {

namespace {

constexpr rlim_t seconds_max = 60;

// Only what may be called when a signal came or no memory is left.
[[noreturn]] void stop(std::string_view words) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, words.data(), words.size());
    ::_exit(1);
}

void took_too_long(int) {
    stop("It does not match. Working it out takes longer than any true file (verify.too_long)\n");
}

void took_too_much() {
    stop(
        "It does not match. Working it out takes more memory than any true file "
        "(verify.too_much)\n");
}

}  // namespace

void set_limits() {
    std::signal(SIGXCPU, took_too_long);
    std::set_new_handler(took_too_much);
    const rlimit time{seconds_max, seconds_max + 5};
    ::setrlimit(RLIMIT_CPU, &time);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // The sanitizers ask for terabytes of addresses that they never fill.
    constexpr rlim_t bytes_max = rlim_t{1} << 30;
    const rlimit memory{bytes_max, bytes_max};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
}

}  // namespace verify
