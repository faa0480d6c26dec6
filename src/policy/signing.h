#pragma once
// Signatures of a council, Ed25519 by libsodium. A key is made from 32 bytes of chance (the seed),
// which the council's book keeps; its public half is published, so that anybody can tell what the
// council issued from what it did not. What is signed always names the public key itself, so that
// no other key can be made to fit a signature that is there.

#include <string>
#include <string_view>

namespace policy {

inline constexpr std::size_t seed_bytes = 32;

// Gives the public half of a key: 64 hexadecimal digits in small letters.
std::string public_key(std::string_view seed);

// Whether a text is written as a public key is.
bool is_public_key(std::string_view text);

// Writes the first sixteen digits of a key in four groups, for people to compare on the telephone.
std::string short_key(std::string_view public_key);

// Signs a message: 128 hexadecimal digits.
std::string sign(std::string_view seed, std::string_view message);

// Whether the signature was made over this message by the holder of the key; false also for a text
// that is no signature or no key.
bool is_signed(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace policy
