#pragma once
// Random gives chance as an argument, so that a seed replays a whole world. `secure()` draws from
// the operating system and is what the running server uses; `seeded()` is for tests, the simulated
// year and the example council. Never used to decide anything about a person.

#include <cstdint>
#include <string>

#include "base/id.h"

namespace base {

class Random {
public:
    static Random secure();
    static Random seeded(std::uint64_t seed);

    std::uint64_t next();
    // Gives a whole number in [0, bound).
    std::uint64_t below(std::uint64_t bound);
    // Gives `count` bytes.
    std::string bytes(std::size_t count);

    // Makes an id whose first 48 bits are `milliseconds` since 1970.
    template <typename SomeId>
    SomeId id(std::int64_t milliseconds) {
        SomeId made;
        made.high = (static_cast<std::uint64_t>(milliseconds) << 16) | (next() & 0xFFFF);
        made.low = next();
        return made;
    }

private:
    bool is_secure_ = false;
    std::uint64_t state_ = 0;
};

}  // namespace base

using base::Random;
