#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#include <bid_conf.h>
#include <bid_functions.h>
#pragma GCC diagnostic pop

#include "base/check.h"

namespace base {

struct DecimalBits {
    static BID_UINT128 of(const Decimal& value) {
        BID_UINT128 bits;
        bits.w[0] = value.bits_.low;
        bits.w[1] = value.bits_.high;
        return bits;
    }
    static Decimal make(const BID_UINT128& bits) {
        return Decimal(Decimal::Bits{bits.w[0], bits.w[1]});
    }
};

namespace {

// The number of a rounding mode in the library's own numbering (IEEE 754 table of bid_functions.h).
unsigned mode_of(Rounding rounding) {
    switch (rounding) {
        case Rounding::half_even:
            return BID_ROUNDING_TO_NEAREST;
        case Rounding::half_up:
            return BID_ROUNDING_TIES_AWAY;
        case Rounding::floor:
            return BID_ROUNDING_DOWN;
        case Rounding::ceiling:
            return BID_ROUNDING_UP;
        case Rounding::down:
        case Rounding::up:  // this one and the next are built from truncation by the caller
        case Rounding::half_down:
            return BID_ROUNDING_TO_ZERO;
    }
    return BID_ROUNDING_TO_NEAREST;
}

const unsigned nearest = BID_ROUNDING_TO_NEAREST;

BID_UINT128 power_of_ten(int exponent) {
    unsigned flags = 0;
    return bid128_scalbn(bid128_from_int32(1), exponent, BID_ROUNDING_TO_NEAREST, &flags);
}

std::optional<Decimal> finite(const BID_UINT128& bits) {
    if (!bid128_isFinite(bits)) {
        return std::nullopt;
    }
    return DecimalBits::make(bits);
}

// How decimal128 lies in its bits (IEEE 754-2008, the binary encoding that the library uses): a
// sign, 14 bits of exponent, 113 of digits. Nearly every number of a policy has its digits in the
// lower word; what is asked of two such numbers most often is answered here without the library,
// and the same to the bit.
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
constexpr std::uint64_t other_form = std::uint64_t{3} << 61;  // more digits than fit, or no number
constexpr int exponent_shift = 49;
constexpr int exponent_bias = 6176;
constexpr std::uint64_t upper_digits = (std::uint64_t{1} << exponent_shift) - 1;

struct Short {
    std::uint64_t digits;
    int exponent;
    bool is_negative;  // also of a nought written -0
};

bool is_short(std::uint64_t high) {
    return (high & upper_digits) == 0 && (high & other_form) != other_form;
}

Short short_of(std::uint64_t low, std::uint64_t high) {
    return {low, static_cast<int>((high & ~sign_bit) >> exponent_shift) - exponent_bias,
            (high & sign_bit) != 0};
}

// Brings two numbers to the exponent of the finer one; false where the digits grow too long.
bool same_exponent(Short& a, Short& b) {
    Short& coarse = a.exponent > b.exponent ? a : b;
    const int difference = std::abs(a.exponent - b.exponent);
    if (difference > 19 && coarse.digits != 0) {
        return false;
    }
    for (int i = 0; i < difference && coarse.digits != 0; ++i) {
        if (__builtin_mul_overflow(coarse.digits, std::uint64_t{10}, &coarse.digits)) {
            return false;
        }
    }
    coarse.exponent -= difference;
    return true;
}

std::strong_ordering order_of(const Short& a, const Short& b) {
    const bool a_below = a.is_negative && a.digits != 0;
    const bool b_below = b.is_negative && b.digits != 0;
    if (a_below != b_below) {
        return a_below ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    return a_below ? b.digits <=> a.digits : a.digits <=> b.digits;
}

// A number with what 34 digits leave of it: together they hold about 68.
struct Long {
    BID_UINT128 high;
    BID_UINT128 low;
};

Long product(const Long& a, const Long& b) {
    unsigned flags = 0;
    const BID_UINT128 high = bid128_mul(a.high, b.high, nearest, &flags);
    const BID_UINT128 left = bid128_fma(a.high, b.high, bid128_negate(high), nearest, &flags);
    const BID_UINT128 crossed =
        bid128_add(bid128_mul(a.high, b.low, nearest, &flags),
                   bid128_mul(a.low, b.high, nearest, &flags), nearest, &flags);
    const BID_UINT128 low = bid128_add(left, crossed, nearest, &flags);
    const BID_UINT128 sum = bid128_add(high, low, nearest, &flags);
    return Long{sum, bid128_sub(low, bid128_sub(sum, high, nearest, &flags), nearest, &flags)};
}

// By squaring, carried to twice the digits, so that rounding comes once, at the end.
std::optional<Decimal> whole_power(const Decimal& of, std::int64_t power) {
    const BID_UINT128 nought = bid128_from_int32(0);
    Long result{bid128_from_int32(1), nought};
    Long base{DecimalBits::of(of), nought};
    for (std::int64_t n = power; n > 0; n >>= 1) {
        if ((n & 1) != 0) {
            result = product(result, base);
        }
        if (n > 1) {
            base = product(base, base);
        }
    }
    return finite(result.high);
}

}  // namespace

Decimal::Decimal() : Decimal(std::int64_t{0}) {}

Decimal::Decimal(std::int64_t whole) : bits_{0, 0} {
    const BID_UINT128 bits = bid128_from_int64(whole);
    bits_ = {bits.w[0], bits.w[1]};
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    if (text.empty() || text.size() > 128) {
        return std::nullopt;
    }
    std::size_t i = 0;
    if (text[i] == '-' || text[i] == '+') {
        ++i;
    }
    std::size_t digits = 0;
    bool point = false;
    for (; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            ++digits;
        } else if (text[i] == '.' && !point) {
            point = true;
        } else {
            break;
        }
    }
    if (digits == 0) {
        return std::nullopt;
    }
    if (i < text.size()) {
        if (text[i] != 'e' && text[i] != 'E') {
            return std::nullopt;
        }
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
            ++i;
        }
        const std::size_t exponent = i;
        for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        }
        if (i != text.size() || i == exponent) {
            return std::nullopt;
        }
        // Beyond five digits it is nought or too large whatever they are.
        const std::size_t first = std::min(text.find_first_not_of('0', exponent), text.size());
        if (text.size() - first > 5) {
            return parse(std::string(text.substr(0, exponent)) + "99999");
        }
    }
    char buffer[132];
    std::memcpy(buffer, text.data(), text.size());
    buffer[text.size()] = '\0';
    unsigned flags = 0;
    return finite(bid128_from_string(buffer, nearest, &flags));
}

std::string Decimal::to_text() const {
    char buffer[64];
    unsigned flags = 0;
    bid128_to_string(buffer, DecimalBits::of(*this), &flags);
    // The library prints "+1250E-2": coefficient and exponent, which we lay out plainly.
    const std::string_view text = buffer;
    const std::size_t e = text.find('E');
    if (e == std::string_view::npos) {
        return std::string(text.substr(1));
    }
    const bool negative = text[0] == '-';
    std::string digits(text.substr(1, e - 1));
    const int exponent = std::atoi(buffer + e + 1);
    std::string plain;
    if (exponent >= 0) {
        if (digits == "0") {
            plain = "0";
        } else if (exponent > 40) {
            plain = digits + "E" + std::to_string(exponent);
        } else {
            plain = digits + std::string(static_cast<std::size_t>(exponent), '0');
        }
    } else {
        const std::size_t places = static_cast<std::size_t>(-exponent);
        if (digits.size() <= places) {
            digits.insert(0, places - digits.size() + 1, '0');
        }
        plain =
            digits.substr(0, digits.size() - places) + "." + digits.substr(digits.size() - places);
    }
    return negative && !is_zero() ? "-" + plain : plain;
}

Decimal Decimal::normalised() const {
    if (is_zero()) {
        return Decimal(0);
    }
    std::string text = to_text();
    if (text.find('.') != std::string::npos && text.find('E') == std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    const std::optional<Decimal> value = parse(text);
    CHECK(value.has_value());
    return *value;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    // Of one sign and one exponent, as sums of money are.
    if (((a.bits_.high ^ b.bits_.high) == 0) && is_short(a.bits_.high)) {
        std::uint64_t digits = 0;
        if (!__builtin_add_overflow(a.bits_.low, b.bits_.low, &digits)) {
            return Decimal(Decimal::Bits{digits, a.bits_.high});
        }
    }
    unsigned flags = 0;
    return DecimalBits::make(bid128_add(DecimalBits::of(a), DecimalBits::of(b), nearest, &flags));
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    return DecimalBits::make(bid128_sub(DecimalBits::of(a), DecimalBits::of(b), nearest, &flags));
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    return DecimalBits::make(bid128_mul(DecimalBits::of(a), DecimalBits::of(b), nearest, &flags));
}

Decimal operator-(const Decimal& a) {
    return DecimalBits::make(bid128_negate(DecimalBits::of(a)));
}

bool operator==(const Decimal& a, const Decimal& b) {
    if (is_short(a.bits_.high) && is_short(b.bits_.high)) {
        return (a <=> b) == 0;
    }
    unsigned flags = 0;
    return bid128_quiet_equal(DecimalBits::of(a), DecimalBits::of(b), &flags) != 0;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (is_short(a.bits_.high) && is_short(b.bits_.high)) {
        Short left = short_of(a.bits_.low, a.bits_.high);
        Short right = short_of(b.bits_.low, b.bits_.high);
        if (same_exponent(left, right)) {
            return order_of(left, right);
        }
    }
    unsigned flags = 0;
    const BID_UINT128 left = DecimalBits::of(a);
    const BID_UINT128 right = DecimalBits::of(b);
    if (bid128_quiet_less(left, right, &flags)) {
        return std::strong_ordering::less;
    }
    return bid128_quiet_greater(left, right, &flags) ? std::strong_ordering::greater
                                                     : std::strong_ordering::equal;
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b) {
    if (b.is_zero()) {
        return std::nullopt;
    }
    unsigned flags = 0;
    return finite(bid128_div(DecimalBits::of(a), DecimalBits::of(b), nearest, &flags));
}

std::optional<Decimal> Decimal::power(const Decimal& a, const Decimal& b) {
    if (const std::optional<std::int64_t> whole = b.to_int64();
        whole && *whole >= 0 && *whole <= 4096) {
        return whole_power(a, *whole);
    }
    unsigned flags = 0;
    return finite(bid128_pow(DecimalBits::of(a), DecimalBits::of(b), nearest, &flags));
}

std::optional<Decimal> Decimal::modulo(const Decimal& a, const Decimal& b) {
    if (b.is_zero()) {
        return std::nullopt;
    }
    // The exact remainder with the sign of the dividend, brought to the side of the divisor. By way
    // of the quotient it would be rounded away where that has more than 34 digits.
    unsigned flags = 0;
    const std::optional<Decimal> rest =
        finite(bid128_fmod(DecimalBits::of(a), DecimalBits::of(b), &flags));
    if (!rest || rest->is_zero() || rest->is_negative() == b.is_negative()) {
        return rest;
    }
    return finite(DecimalBits::of(*rest + b));
}

std::optional<Decimal> Decimal::square_root() const {
    unsigned flags = 0;
    return finite(bid128_sqrt(DecimalBits::of(*this), nearest, &flags));
}

std::optional<Decimal> Decimal::logarithm() const {
    unsigned flags = 0;
    return finite(bid128_log(DecimalBits::of(*this), nearest, &flags));
}

std::optional<Decimal> Decimal::exponential() const {
    unsigned flags = 0;
    return finite(bid128_exp(DecimalBits::of(*this), nearest, &flags));
}

std::optional<Decimal> Decimal::rounded(int places, Rounding rounding) const {
    if (places < -6111 || places > 6176) {
        return std::nullopt;
    }
    if (is_short(bits_.high) && short_of(bits_.low, bits_.high).exponent == -places) {
        return *this;
    }
    unsigned flags = 0;
    const BID_UINT128 value = DecimalBits::of(*this);
    const BID_UINT128 step = power_of_ten(-places);
    if (rounding != Rounding::up && rounding != Rounding::half_down) {
        return finite(bid128_quantize(value, step, mode_of(rounding), &flags));
    }
    const std::optional<Decimal> truncated =
        finite(bid128_quantize(value, step, BID_ROUNDING_TO_ZERO, &flags));
    if (!truncated || *truncated == *this) {
        return truncated;
    }
    const Decimal unit = DecimalBits::make(step);
    const Decimal away = is_negative() ? *truncated - unit : *truncated + unit;
    if (rounding == Rounding::up) {
        return finite(bid128_quantize(DecimalBits::of(away), step, nearest, &flags));
    }
    const Decimal rest = (*this - *truncated).absolute();
    const bool over_half = rest + rest > unit;
    return finite(
        bid128_quantize(DecimalBits::of(over_half ? away : *truncated), step, nearest, &flags));
}

Decimal Decimal::floor() const {
    unsigned flags = 0;
    return DecimalBits::make(bid128_round_integral_negative(DecimalBits::of(*this), &flags));
}

Decimal Decimal::ceiling() const {
    unsigned flags = 0;
    return DecimalBits::make(bid128_round_integral_positive(DecimalBits::of(*this), &flags));
}

Decimal Decimal::absolute() const {
    return DecimalBits::make(bid128_abs(DecimalBits::of(*this)));
}

bool Decimal::is_negative() const {
    if (is_short(bits_.high)) {
        return (bits_.high & sign_bit) != 0 && bits_.low != 0;
    }
    return *this < Decimal(0);
}

bool Decimal::is_zero() const {
    return bid128_isZero(DecimalBits::of(*this)) != 0;
}

bool Decimal::is_whole() const {
    if (is_short(bits_.high) && short_of(bits_.low, bits_.high).exponent >= 0) {
        return true;
    }
    return is_finite() && floor() == *this;
}

bool Decimal::is_finite() const {
    return bid128_isFinite(DecimalBits::of(*this)) != 0;
}

std::optional<std::int64_t> Decimal::to_int64() const {
    if (is_short(bits_.high) && bits_.low <= INT64_MAX) {
        const Short number = short_of(bits_.low, bits_.high);
        if (number.exponent == 0) {
            const auto size = static_cast<std::int64_t>(number.digits);
            return number.is_negative ? -size : size;
        }
    }
    if (!is_whole()) {
        return std::nullopt;
    }
    unsigned flags = 0;
    const std::int64_t value = bid128_to_int64_int(DecimalBits::of(*this), &flags);
    if ((flags & BID_INVALID_EXCEPTION) != 0) {
        return std::nullopt;
    }
    return value;
}

}  // namespace base
