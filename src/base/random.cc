#include "base/random.h"

#include <sodium.h>

#include "base/check.h"

namespace base {

Random Random::secure() {
    CHECK(sodium_init() >= 0);
    Random random;
    random.is_secure_ = true;
    return random;
}

Random Random::seeded(std::uint64_t seed) {
    Random random;
    random.state_ = seed;
    return random;
}

std::uint64_t Random::next() {
    if (is_secure_) {
        std::uint64_t value = 0;
        randombytes_buf(&value, sizeof value);
        return value;
    }
    // SplitMix64 (Steele, Lea, Flood 2014).
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::uint64_t Random::below(std::uint64_t bound) {
    CHECK(bound > 0);
    const std::uint64_t limit =
        bound * (UINT64_MAX / bound);  // the rest would favour small numbers
    for (;;) {
        const std::uint64_t value = next();
        if (value < limit) {
            return value % bound;
        }
    }
}

std::string Random::bytes(std::size_t count) {
    std::string out;
    out.reserve(count);
    while (out.size() < count) {
        const std::uint64_t value = next();
        for (unsigned shift = 0; shift < 64 && out.size() < count; shift += 8) {
            out += static_cast<char>((value >> shift) & 0xFF);
        }
    }
    return out;
}

}  // namespace base
