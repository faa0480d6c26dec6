#pragma once
// What one run may use, so that no text an analyst writes can hang or exhaust the program: steps of
// work, bytes of new values, and how deep one thing may stand in another. All of it is counted, not
// timed: the same text comes to the same end everywhere. Beyond it a strict run stops with
// feel.too_much_work, feel.too_large or feel.too_deep; of a tolerant one everything after is null.

#include <cstddef>
#include <cstdint>
#include <span>

#include "feel/value.h"

namespace feel {

struct Budget {
    std::int64_t steps = 10'000'000;
    std::int64_t bytes = 256 << 20;
};

// How deep expressions may call each other, and lists and contexts stand in each other.
inline constexpr int nesting_max = 1'500;
inline constexpr std::size_t value_depth_max = 200;
// Of one value: all that stands in it, each time it stands there.
inline constexpr std::size_t value_weight_max = 2'000'000;

// Gives the steps that looking through a value takes.
inline std::int64_t steps_of(const Value& value) {
    return value.stands_alone() ? 1 : static_cast<std::int64_t>(1 + value.weight() / 4);
}
// Gives the steps that a built-in function takes for what it is given.
std::int64_t steps_to_take(std::span<const Value> arguments);

}  // namespace feel
