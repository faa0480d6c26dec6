#pragma once
// What a run may still do: every step of its work is taken from here, and when nothing is left it
// stops. It is counted, not timed, so that the same text comes to the same end on every machine.

#include <cstdint>

namespace feel {

class Work {
public:
    explicit Work(std::int64_t steps) : left_(steps) {}

    // Takes steps; false when there are not so many left.
    bool spend(std::int64_t steps) {
        left_ -= steps;
        return left_ >= 0;
    }
    bool is_spent() const { return left_ < 0; }
    std::int64_t left() const { return left_ < 0 ? 0 : left_; }

private:
    std::int64_t left_;
};

}  // namespace feel
