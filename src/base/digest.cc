#include "base/digest.h"

#include <sodium.h>

#include "base/check.h"

namespace base {

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string keyed_digest(std::string_view bytes, std::string_view key) {
    unsigned char hash[32];
    CHECK(key.empty() || (key.size() >= 16 && key.size() <= 64));
    CHECK(crypto_generichash(
              hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
              key.empty() ? nullptr : reinterpret_cast<const unsigned char*>(key.data()),
              key.size()) == 0);
    return to_hex(std::string_view(reinterpret_cast<const char*>(hash), sizeof hash));
}

std::string digest(std::string_view bytes) {
    return keyed_digest(bytes, {});
}

}  // namespace base
