#pragma once
// A digest is the 256-bit BLAKE2b hash of bytes (libsodium), written as 64 hexadecimal digits. It
// chains the journal, fingerprints packages and files, and keys stored session tokens.

#include <string>
#include <string_view>

namespace base {

// Gives the digest of `bytes` as 64 hexadecimal digits.
std::string digest(std::string_view bytes);
// Gives the digest under a secret key (16 to 64 bytes).
std::string keyed_digest(std::string_view bytes, std::string_view key);
// Writes bytes as hexadecimal digits.
std::string to_hex(std::string_view bytes);

}  // namespace base
