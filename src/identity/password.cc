#include "identity/password.h"

#include <sodium.h>

#include <array>
#include <optional>

#include "base/digest.h"
#include "base/text.h"

namespace identity {

namespace {

constexpr std::size_t hash_bytes = 32;
constexpr unsigned long long passes = 2;
constexpr std::size_t memory_kib = std::size_t{19} * 1024;
constexpr std::string_view form = "argon2id$2$19456$";

// Long enough to pass the length rule, and tried first by anybody who guesses.
constexpr std::array<std::string_view, 24> common_passwords = {
    "123456789012",     "1234567890123", "12345678901234",   "password1234",     "password12345",
    "passwordpassword", "qwertyuiop12",  "qwertyuiop123",    "qwertyuiopasdf",   "iloveyou1234",
    "letmeinletmein",   "administrator", "welcome12345",     "abcdefghijkl",     "abcdefghijklm",
    "changemechangeme", "onepurse1234",  "onepurseonepurse", "footballfootball", "liverpool1234",
    "manchester12",     "princess1234",  "sunshine1234",     "qwerty123456",
};

std::string argon2id(std::string_view password, std::string_view salt) {
    CHECK(sodium_init() >= 0);
    CHECK(salt.size() == crypto_pwhash_SALTBYTES);
    std::string hash(hash_bytes, '\0');
    const int failed =
        crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), password.data(),
                      password.size(), reinterpret_cast<const unsigned char*>(salt.data()), passes,
                      memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
    CHECK(failed == 0);
    return hash;
}

std::optional<std::string> from_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t length = 0;
    const int failed = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                      text.data(), text.size(), nullptr, &length, nullptr);
    return failed == 0 && length == bytes.size() && text.size() % 2 == 0
               ? std::optional(std::move(bytes))
               : std::nullopt;
}

bool is_one_character(std::string_view text) {
    return text.find_first_not_of(text[0]) == std::string_view::npos;
}

}  // namespace

Outcome check_new_password(std::string_view password, std::string_view user_name) {
    if (!base::is_utf8(password) || base::code_points(password) < password_length_min) {
        return Error{"identity.password_short",
                     "Choose a password of 12 characters or more. Three words you can remember "
                     "work well."};
    }
    if (base::code_points(password) > password_length_max) {
        return Error{"identity.password_long", "Choose a password of 200 characters or fewer"};
    }
    const std::string small = base::lower(password);
    bool is_common = is_one_character(small);
    for (const std::string_view common : common_passwords) {
        is_common = is_common || small == common;
    }
    if (user_name.size() >= 4 && small.find(user_name) != std::string::npos &&
        small.size() < user_name.size() + 6) {
        is_common = true;
    }
    if (is_common) {
        return Error{"identity.password_common",
                     "Choose another password. This one is among the first that people try."};
    }
    return Done{};
}

std::string hash_password(std::string_view password, Random& random) {
    const std::string salt = random.bytes(crypto_pwhash_SALTBYTES);
    return std::string(form) + base::to_hex(salt) + "$" + base::to_hex(argon2id(password, salt));
}

bool is_password(std::string_view password, std::string_view kept) {
    CHECK(kept.starts_with(form));
    const std::string_view rest = kept.substr(form.size());
    const std::size_t mark = rest.find('$');
    CHECK(mark != std::string_view::npos);
    const auto salt = from_hex(rest.substr(0, mark));
    const auto hash = from_hex(rest.substr(mark + 1));
    CHECK(salt && hash && hash->size() == hash_bytes);
    // A text longer than any password we take would only cost time.
    const std::string_view bounded = password.substr(0, password_length_max * 4);
    const std::string given = argon2id(bounded, *salt);
    return sodium_memcmp(given.data(), hash->data(), hash_bytes) == 0;
}

std::string_view unknown_password_hash() {
    return "argon2id$2$19456$00000000000000000000000000000000$"
           "0000000000000000000000000000000000000000000000000000000000000000";
}

}  // namespace identity
