#include "identity/session.h"

#include <algorithm>

#include "base/digest.h"

namespace identity {

std::int64_t idle_seconds_max(AccountKind kind) {
    switch (kind) {
        case AccountKind::person:
        case AccountKind::helper:
            return std::int64_t{30} * 60;
        case AccountKind::staff:
        case AccountKind::provider:
            return std::int64_t{15} * 60;
    }
    return 0;
}

Instant ends_at(const Session& session) {
    return Instant{std::min(session.seen_at.seconds + idle_seconds_max(session.kind),
                            session.started_at.seconds + session_seconds_max)};
}

bool is_live(const Session& session, Instant now) {
    return now.seconds < ends_at(session).seconds;
}

bool needs_touch(const Session& session, Instant now) {
    return now.seconds - session.seen_at.seconds >= 60;
}

std::string make_session_token(Random& random) {
    return base::to_hex(random.bytes(32));
}

std::string session_token_hash(std::string_view token, std::string_view key) {
    return base::keyed_digest("session " + std::string(token), key);
}

}  // namespace identity
