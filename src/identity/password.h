#pragma once
// A password is at least 12 characters, of any kind and in any mixture, and none of those everybody
// tries first. Only its argon2id hash is kept (libsodium, two passes over 19 MiB), with the salt it
// was made with, so that the numbers can be raised later without asking anybody to choose again.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/result.h"

namespace identity {

inline constexpr std::size_t password_length_min = 12;
inline constexpr std::size_t password_length_max = 200;

// Checks a password somebody chooses. Refuses: identity.password_short, identity.password_long,
// identity.password_common.
Outcome check_new_password(std::string_view password, std::string_view user_name);

// Makes the text that is kept: "argon2id$2$19456$salt$hash". Takes about 20 ms and 19 MiB.
std::string hash_password(std::string_view password, Random& random);

// Whether the password gives the kept hash; takes as long whether it does or not.
bool is_password(std::string_view password, std::string_view kept);

// A hash no password gives, to spend the same time on a name nobody has.
std::string_view unknown_password_hash();

}  // namespace identity
