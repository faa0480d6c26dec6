#pragma once
// All that is wrong with a package, in the order it was found, so that an analyst mends everything
// in one go. Each fault has its code, its sentence and its place; the same fault is kept once. The
// checks of this room add to it and go on.

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace policy {

class Faults {
public:
    // Keeps a fault. One without a code was told before, where it arose, and is not kept.
    void add(Error fault);

    // Keeps why something was refused. Gives whether it was not.
    bool note(const Outcome& outcome);

    // Moves a value out of what was read, or keeps why it was refused. Gives whether it was not.
    template <typename T>
    bool take(Result<T> read, T& into) {
        if (!read) {
            add(read.error());
            return false;
        }
        into = std::move(*read);
        return true;
    }

    bool none() const { return all_.empty(); }
    const std::vector<Error>& all() const { return all_; }

private:
    std::vector<Error> all_;
};

// A refusal that was told already, where it arose: what stands on it is not refused for a second
// reason.
inline Error told_already() {
    return Error{};
}

}  // namespace policy
