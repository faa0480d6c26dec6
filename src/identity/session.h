#pragma once
// A Session is one browser, signed in. The browser holds 256 bits of chance; the book holds only
// their keyed digest. A session ends after a time without a page (15 minutes for staff and
// providers, 30 for people and those who help them), after twelve hours in any case, at sign-out,
// and with all others when the password is changed or a new paper code is made.

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "identity/account.h"

namespace identity {

struct Session {
    std::string token_hash;
    AccountId account;
    AccountKind kind = AccountKind::person;
    Instant started_at = {};
    Instant seen_at = {};  // of the last page, to the minute
};

inline constexpr std::int64_t session_seconds_max = std::int64_t{12} * 60 * 60;

// Gives the seconds without a page after which a session of this kind ends.
std::int64_t idle_seconds_max(AccountKind kind);

// Gives the instant at which the session ends when no more pages are opened.
Instant ends_at(const Session& session);

// Whether the session still holds.
bool is_live(const Session& session, Instant now);

// Whether the time of the last page is old enough to be written down again.
bool needs_touch(const Session& session, Instant now);

// Makes the text the browser keeps: 64 hexadecimal digits.
std::string make_session_token(Random& random);

// Gives the digest that is kept.
std::string session_token_hash(std::string_view token, std::string_view key);

}  // namespace identity
