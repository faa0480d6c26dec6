#include "base/id.h"

#include <array>

#include "base/wide.h"

namespace base {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::uint8_t no_digit = 255;

constexpr std::array<std::uint8_t, 256> make_digits() {
    std::array<std::uint8_t, 256> digits{};
    digits.fill(no_digit);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        digits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    }
    return digits;
}
constexpr std::array<std::uint8_t, 256> digits_by_letter = make_digits();

}  // namespace

std::string id_to_text(std::string_view prefix, std::uint64_t high, std::uint64_t low) {
    std::string text(prefix);
    text += '_';
    UInt128 bits = (static_cast<UInt128>(high) << 64) | low;
    char digits[26];
    for (int i = 25; i >= 0; --i) {
        digits[i] = alphabet[static_cast<std::size_t>(bits & 31)];
        bits >>= 5;
    }
    text.append(digits, 26);
    return text;
}

bool id_from_text(std::string_view text, std::string_view prefix, std::uint64_t& high,
                  std::uint64_t& low) {
    if (text.size() != prefix.size() + 27 || !text.starts_with(prefix) ||
        text[prefix.size()] != '_') {
        return false;
    }
    UInt128 bits = 0;
    for (std::size_t i = prefix.size() + 1; i < text.size(); ++i) {
        const std::uint8_t digit = digits_by_letter[static_cast<unsigned char>(text[i])];
        if (digit == no_digit || (i == prefix.size() + 1 && digit > 7)) {
            return false;
        }
        bits = (bits << 5) | digit;
    }
    high = static_cast<std::uint64_t>(bits >> 64);
    low = static_cast<std::uint64_t>(bits);
    return true;
}

}  // namespace base
