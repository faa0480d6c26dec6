#include "policy/signing.h"

#include <sodium.h>

#include <array>

#include "base/check.h"
#include "base/digest.h"

namespace policy {

namespace {

using Secret = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Public = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <std::size_t size>
std::string hex_of(const std::array<unsigned char, size>& bytes) {
    return base::to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// Reads exactly as many bytes as there is room for, in small letters only: one value has one text.
template <std::size_t size>
bool read_hex(std::string_view text, std::array<unsigned char, size>& bytes) {
    std::size_t read = 0;
    return text.size() == 2 * size &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
           sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &read,
                          nullptr) == 0 &&
           read == size;
}

// Gives both halves; the caller wipes the secret one.
void make(std::string_view seed, Public& open, Secret& secret) {
    CHECK(seed.size() == crypto_sign_SEEDBYTES);
    CHECK(sodium_init() >= 0);
    CHECK(crypto_sign_seed_keypair(open.data(), secret.data(), raw(seed)) == 0);
}

}  // namespace

static_assert(seed_bytes == crypto_sign_SEEDBYTES);

std::string public_key(std::string_view seed) {
    Public open;
    Secret secret;
    make(seed, open, secret);
    sodium_memzero(secret.data(), secret.size());
    return hex_of(open);
}

bool is_public_key(std::string_view text) {
    Public bytes;
    return read_hex(text, bytes);
}

std::string short_key(std::string_view public_key) {
    std::string made;
    for (std::size_t i = 0; i < 16 && i < public_key.size(); ++i) {
        made += i > 0 && i % 4 == 0 ? " " : "";
        made += public_key[i];
    }
    return made;
}

std::string sign(std::string_view seed, std::string_view message) {
    Public open;
    Secret secret;
    make(seed, open, secret);
    Signature signature;
    CHECK(crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(),
                               secret.data()) == 0);
    sodium_memzero(secret.data(), secret.size());
    return hex_of(signature);
}

bool is_signed(std::string_view public_key, std::string_view message, std::string_view signature) {
    Public open;
    Signature bytes;
    CHECK(sodium_init() >= 0);
    return read_hex(public_key, open) && read_hex(signature, bytes) &&
           crypto_sign_verify_detached(bytes.data(), raw(message), message.size(), open.data()) ==
               0;
}

}  // namespace policy
