#pragma once
// Decimal is FEEL's number: IEEE 754-2008 decimal128, 34 digits, half-even, by the Intel decimal
// library. 0.1 + 0.2 is exactly 0.3. Not-a-number and infinity do not exist outside: every
// operation that would give one is refused (std::nullopt) or, where the caller must have excluded
// it, checked.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/rounding.h"

namespace base {

class Decimal {
public:
    // Is zero.
    Decimal();
    Decimal(std::int64_t whole);  // NOLINT(google-explicit-constructor): exact, never lossy to 2^63
    Decimal(int whole) : Decimal(static_cast<std::int64_t>(whole)) {}  // NOLINT

    // Reads digits, an optional sign, point and exponent ("-12.50", "1e3"). Nothing for other text
    // and for more than 34 significant digits that cannot be kept exactly.
    static std::optional<Decimal> parse(std::string_view text);

    // Prints plainly, never with an exponent below 10^40; trailing zeros kept as computed unless
    // normalised.
    std::string to_text() const;

    // Drops trailing zeros after the point.
    Decimal normalised() const;

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a);
    friend bool operator==(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    // Divides. Nothing when `b` is zero or the quotient overflows.
    static std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
    // Raises to a power. Nothing where the result is not a finite real number.
    static std::optional<Decimal> power(const Decimal& a, const Decimal& b);
    // Gives a - b * floor(a / b), FEEL's modulo. Nothing when `b` is zero.
    static std::optional<Decimal> modulo(const Decimal& a, const Decimal& b);
    // Square root, natural logarithm, exponential. Nothing outside their domain.
    std::optional<Decimal> square_root() const;
    std::optional<Decimal> logarithm() const;
    std::optional<Decimal> exponential() const;

    // Rounds to `places` digits after the point (negative: before it). Nothing when the result does
    // not fit in 34 digits or places is outside [-6111, 6176].
    std::optional<Decimal> rounded(int places, Rounding rounding) const;

    Decimal floor() const;
    Decimal ceiling() const;
    Decimal absolute() const;
    bool is_negative() const;
    bool is_zero() const;
    bool is_whole() const;
    // Whether the number is finite; an overflowing + - * is the only way to make one that is not.
    bool is_finite() const;

    // Gives the value as int64 when it is whole and fits.
    std::optional<std::int64_t> to_int64() const;

private:
    struct Bits {
        std::uint64_t low;
        std::uint64_t high;
    };
    explicit Decimal(Bits bits) : bits_(bits) {}
    friend struct DecimalBits;
    Bits bits_;
};

}  // namespace base

using base::Decimal;
