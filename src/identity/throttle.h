#pragma once
// How often somebody may guess: ten wrong passwords for one name within five minutes, then that
// name waits until five minutes after the first of them. The way back is to wait, or a new paper
// code from the council; sessions already open go on. A name nobody has is treated the same. One
// network address has sixty, for all names together: who tries one password on many names is
// stopped, and a library whose readers share an address is not.

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace identity {

inline constexpr std::size_t guesses_max = 10;
inline constexpr std::size_t guesses_of_address_max = 60;
inline constexpr std::int64_t guess_seconds = std::int64_t{5} * 60;

// Whether one more guess is taken, given when the latest wrong ones were made.
// Refuses: identity.too_many_guesses (says when to try again).
Outcome may_guess(const std::vector<Instant>& wrong, Instant now);
// The same for a network address, whatever names were tried.
// Refuses: identity.too_many_guesses_here (says when to try again).
Outcome may_guess_here(const std::vector<Instant>& wrong, Instant now);

}  // namespace identity
