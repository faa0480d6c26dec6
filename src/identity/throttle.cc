#include "identity/throttle.h"

#include <algorithm>

#include "base/text.h"

namespace identity {

Outcome may_guess(const std::vector<Instant>& wrong, Instant now) {
    std::size_t recent = 0;
    Instant first = now;
    for (const Instant at : wrong) {
        if (now.seconds - at.seconds < guess_seconds) {
            ++recent;
            first = std::min(first, at);
        }
    }
    if (recent < guesses_max) {
        return Done{};
    }
    const std::int64_t wait = first.seconds + guess_seconds - now.seconds;
    const auto minutes = static_cast<std::size_t>((wait + 59) / 60);
    return Error{"identity.too_many_guesses",
                 "There were too many wrong tries. Wait " + base::counted(minutes, "minute") +
                     ", then try again. If you forgot your password, ask the council for a new "
                     "code on paper: it works at once."};
}

}  // namespace identity
