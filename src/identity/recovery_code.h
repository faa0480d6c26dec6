#pragma once
// A recovery code is how the owner of an account comes back into it without anybody: six short
// groups that can be read out loud, shown to her once when she chooses a password, 75 bits of
// chance. Only its keyed digest is kept; the council never sees it. Using it gives a new one.

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/result.h"

namespace identity {

struct RecoveryCode {
    AccountId account;
    std::string hash;
    std::string user_name;  // to sign in with, also after a code on paper ended the password
    Instant made_at = {};
};

// Makes one to show.
std::string make_recovery_code(Random& random);

// Gives the digest that is kept; the same for a code typed with other marks or capitals.
std::string recovery_code_hash(std::string_view typed, std::string_view key);

// Says that a code opens nothing, whether it is unknown, used, or of a closed account.
Error recovery_code_refused();

}  // namespace identity
