#include "identity/throttle.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"

namespace identity {

namespace {

// How long to wait, in words, when the latest wrong guesses are as many as are taken.
std::optional<std::string> wait_in_words(const std::vector<Instant>& wrong, std::size_t taken_max,
                                         Instant now) {
    std::size_t recent = 0;
    Instant first = now;
    for (const Instant at : wrong) {
        if (now.seconds - at.seconds < guess_seconds) {
            ++recent;
            first = std::min(first, at);
        }
    }
    if (recent < taken_max) {
        return std::nullopt;
    }
    const std::int64_t wait = first.seconds + guess_seconds - now.seconds;
    return base::counted(static_cast<std::size_t>((wait + 59) / 60), "minute");
}

}  // namespace

Outcome may_guess(const std::vector<Instant>& wrong, Instant now) {
    if (const auto wait = wait_in_words(wrong, guesses_max, now)) {
        return Error{"identity.too_many_guesses",
                     "There were too many wrong tries. Wait " + *wait +
                         ", then try again. If you forgot your password, use your recovery code, "
                         "or ask the council for a new code on paper."};
    }
    return Done{};
}

Outcome may_guess_here(const std::vector<Instant>& wrong, Instant now) {
    if (const auto wait = wait_in_words(wrong, guesses_of_address_max, now)) {
        return Error{"identity.too_many_guesses_here",
                     "There were too many wrong tries from this computer, or from others that "
                     "share its connection. Wait " +
                         *wait +
                         ", then try again. Whoever is signed in already can go on. Somewhere else "
                         "you can sign in now."};
    }
    return Done{};
}

}  // namespace identity
