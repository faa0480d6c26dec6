#pragma once
// CHECK is for our own mistakes, never for input: it stays on in release, prints what was believed
// and where, and stops the process before a wrong figure can be kept.

#include <cstdio>
#include <cstdlib>

namespace base {

// Prints the broken belief and stops the process.
[[noreturn]] inline void check_failed(const char* claim, const char* file, int line) {
    std::fprintf(stderr, "CHECK failed: %s at %s:%d\n", claim, file, line);
    std::abort();
}

}  // namespace base

#define CHECK(...)                                                          \
    do {                                                                    \
        if (!(__VA_ARGS__)) {                                               \
            ::base::check_failed(#__VA_ARGS__, __builtin_FILE(), __LINE__); \
        }                                                                   \
    } while (false)
